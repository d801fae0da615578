import { isOpen } from '../aftersale/claim'
import type { By } from '../history'
import { liftHold, putHold, type Hold } from '../holds'
import { outboxDueAt, queue } from '../message/outbox'
import { troubleIn } from '../message/trouble'
import { POLICY } from '../policy'
import { earliest, later, NEVER, type Instant } from '../time'
import type { OrderEvent } from './command'
import { headlineOf } from './headline'
import { allPlanned, comingParcels, type OrderClaim, type OrderDoc } from './order'
import { withRefundDone, withRestOwed } from './refund'

/** The order after one write: events applied, version up by one, headline and due moment derived anew. */
export function evolveOrder(
  order: OrderDoc,
  events: readonly OrderEvent[],
  by: By,
  now: Instant,
  key?: string,
): OrderDoc {
  const next = events.reduce((state, event) => apply(state, event, by, now, key), {
    ...order,
    version: order.version + 1,
  })
  return watchedOrder({ ...next, headline: headlineOf(next) })
}

/** The order with what follows from the rest of it: when the clock must look, and how much is in trouble. */
export function watchedOrder(order: OrderDoc): OrderDoc {
  return { ...order, dueAt: orderDueAt(order), trouble: troubleIn(order.outbox) }
}

function apply(order: OrderDoc, event: OrderEvent, by: By, now: Instant, key?: string): OrderDoc {
  switch (event.type) {
    case 'paymentStarted':
      return { ...order, payment: { ...order.payment, attempts: [...order.payment.attempts, event.attempt] } }
    case 'paymentReceived':
      return {
        ...order,
        payment: {
          ...order.payment,
          state: event.to,
          paidFen: event.paidFen,
          transactionId: event.transactionId,
          paidWith: event.outTradeNo,
          paidAt: event.at,
        },
      }
    case 'refundOwed':
      return {
        ...order,
        payment: { ...order.payment, refunds: [...order.payment.refunds, event.refund] },
        outbox: queue(order.outbox, order.version, event.effects, now, order.history.length),
      }
    case 'paymentRefunded':
      return { ...order, payment: withRefundDone(order.payment, event.no, event.to, event.at) }
    case 'claimOpened':
      return withClaim(order, event.claim, now)
    case 'claimMirrored':
      return withClaim(order, { ...order.claims[event.claim.id], ...event.claim }, now)
    case 'strayPaid':
      return {
        ...order,
        payment: { ...order.payment, strays: [...(order.payment.strays ?? []), event.stray] },
        outbox: queue(order.outbox, order.version, event.effects, now, order.history.length),
      }
    case 'straySentBack':
      return { ...order, payment: { ...order.payment, strays: marked(order, event.outTradeNo, event.at) } }
    case 'contentJudged':
      return { ...order, verdicts: [...order.verdicts, ...event.verdicts] }
    case 'parcelMirrored':
      return { ...order, parcels: { ...order.parcels, [event.parcel.id]: event.parcel } }
    case 'moved':
      return {
        ...order,
        state: event.to,
        payment: event.effects.includes('refund') ? withRestOwed(order, event.note ?? '', now) : order.payment,
        outbox: queue(order.outbox, order.version, event.effects, now, order.history.length + 1),
        history: [
          ...order.history,
          {
            at: now,
            by,
            did: event.did,
            to: event.to,
            ...(event.note ? { note: event.note } : {}),
            ...(key ? { key } : {}),
          },
        ],
      }
  }
}

function marked({ payment }: OrderDoc, outTradeNo: string, at: Instant): OrderDoc['payment']['strays'] {
  return payment.strays?.map((one) => (one.outTradeNo === outTradeNo ? { ...one, sentBackAt: at } : one))
}

// The order is in dispute as long as one of its claims is open; that keeps the clock from completing it.
function withClaim(order: OrderDoc, claim: OrderClaim, now: Instant): OrderDoc {
  const claims = { ...order.claims, [claim.id]: claim }
  const dispute: Hold = order.holds.find(({ kind }) => kind === 'dispute') ?? {
    kind: 'dispute',
    note: claim.id,
    by: order.openid,
    since: now,
    until: null,
  }
  const holds = liftHold(order.holds, 'dispute')
  return { ...order, claims, holds: Object.values(claims).some(isOpen) ? putHold(holds, dispute) : holds }
}

/** When the clock must look: the pay deadline, the end of the receipt period, or something waiting in the outbox. */
export function orderDueAt(order: OrderDoc): Instant {
  return earliest(order.state === 'placed' ? order.payBy : NEVER, autoReceiptAt(order), outboxDueAt(order.outbox))
}

/** When receipt counts as confirmed (S10): the period after the last parcel left; NEVER while one has not, or a claim is open. */
export function autoReceiptAt(order: OrderDoc): Instant {
  const parcels = comingParcels(order)
  if (order.state !== 'accepted' || !allPlanned(order)) return NEVER
  if (order.holds.some(({ kind }) => kind === 'dispute')) return NEVER
  if (parcels.length === 0 || parcels.some((parcel) => !parcel.shippedAt)) return NEVER
  const last = parcels.reduce<Instant>((latest, { shippedAt = '' }) => (shippedAt > latest ? shippedAt : latest), '')
  return later(last, POLICY.autoReceiptDays, 'day')
}

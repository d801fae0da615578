import type { By } from '../history'
import { outboxDueAt, queue } from '../message/outbox'
import { POLICY } from '../policy'
import { earliest, later, NEVER, type Instant } from '../time'
import type { OrderEvent } from './decide'
import { headlineOf } from './headline'
import { allPlanned, type OrderDoc } from './order'

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
  const headed = { ...next, headline: headlineOf(next) }
  return { ...headed, dueAt: orderDueAt(headed) }
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
    case 'paymentRefunded':
      return {
        ...order,
        payment: { ...order.payment, state: event.to, refundedFen: order.payment.refundedFen + event.refundFen },
      }
    case 'strayPaid':
      return {
        ...order,
        payment: { ...order.payment, strays: [...(order.payment.strays ?? []), event.stray] },
        outbox: queue(order.outbox, order.version, event.effects, now, order.history.length),
      }
    case 'straySentBack':
      return { ...order, payment: { ...order.payment, strays: marked(order, event.outTradeNo, event.at) } }
    case 'parcelMirrored':
      return { ...order, parcels: { ...order.parcels, [event.parcel.id]: event.parcel } }
    case 'moved':
      return {
        ...order,
        state: event.to,
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

/** When the clock must look: the pay deadline, the end of the receipt period, or something waiting in the outbox. */
export function orderDueAt(order: OrderDoc): Instant {
  return earliest(order.state === 'placed' ? order.payBy : NEVER, autoReceiptAt(order), outboxDueAt(order.outbox))
}

/** When receipt counts as confirmed (S10): the period after the last parcel left; NEVER while one has not. */
export function autoReceiptAt(order: OrderDoc): Instant {
  const parcels = Object.values(order.parcels)
  if (order.state !== 'accepted' || !allPlanned(order)) return NEVER
  if (parcels.some((parcel) => !parcel.shippedAt)) return NEVER
  const last = parcels.reduce<Instant>((latest, { shippedAt = '' }) => (shippedAt > latest ? shippedAt : latest), '')
  return later(last, POLICY.autoReceiptDays, 'day')
}

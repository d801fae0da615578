import { no, type Decision } from '../decision'
import type { By } from '../history'
import { step } from '../machine'
import { formatFen } from '../money'
import { PAYMENT } from '../payment/machine'
import { POLICY } from '../policy'
import { refuse } from '../refusals'
import type { Instant } from '../time'
import type { OrderCommand, OrderEvent } from './command'
import { move } from './decide-move'
import { refundableFen, strays, type OrderDoc, type PaymentAttempt, type StrayPayment } from './order'
import { nextRefund } from './refund'

export function startPayment(attempt: PaymentAttempt, order: OrderDoc, now: Instant): Decision<OrderEvent> {
  if (order.payment.state !== 'due') return no(refuse('ALREADY_PAID'))
  if (order.state !== 'placed' || now >= order.payBy) return no(refuse('PAYMENT_EXPIRED'))
  if (order.payment.attempts.some(({ outTradeNo }) => outTradeNo === attempt.outTradeNo))
    return { ok: true, events: [] }
  if (order.payment.attempts.length >= POLICY.mostPaymentSheets) return no(refuse('PAYMENT_SHEETS_USED_UP'))
  return { ok: true, events: [{ type: 'paymentStarted', attempt }] }
}

// Money that WeChat has confirmed is always recorded. If the order is gone, paid already or wants another sum it is sent
// back, never swallowed and never used to revive an order whose fruit may have been sold to somebody else.
export function settle(
  command: Extract<OrderCommand, { type: 'settle' }>,
  order: OrderDoc,
  by: By,
  now: Instant,
): Decision<OrderEvent> {
  const { outTradeNo, transactionId, paidFen } = command
  if (isKnown(transactionId, order)) return { ok: true, events: [] }
  const paid = step(PAYMENT, order.payment.state, 'pay', by.actor)
  if (!paid.ok && paid.reason === 'WRONG_ACTOR') return no(refuse('NOT_YOURS'))
  if (!paid.ok) return stray('again', command, order, by, now)
  if (paidFen !== order.totalFen) return stray('wrongAmount', command, order, by, now)
  const received: OrderEvent = {
    type: 'paymentReceived',
    to: paid.transition.to,
    outTradeNo,
    transactionId,
    paidFen,
    at: now,
  }
  const allReady = order.lines.every((line) => line.kind === 'ready')
  const did = order.state === 'cancelled' ? 'settleLate' : allReady ? 'settleReady' : 'settle'
  const moved = move(did, order, by)
  return moved.ok ? { ok: true, events: [received, ...moved.events] } : moved
}

function isKnown(transactionId: string, { payment }: OrderDoc): boolean {
  return payment.transactionId === transactionId || strays(payment).some((one) => one.transactionId === transactionId)
}

// A part payment, or one too many, buys nothing: the order stays as it is, and the whole sum goes back.
function stray(
  why: StrayPayment['why'],
  { outTradeNo, transactionId, paidFen }: Extract<OrderCommand, { type: 'settle' }>,
  order: OrderDoc,
  by: By,
  now: Instant,
): Decision<OrderEvent> {
  const result = step(PAYMENT, order.payment.state, 'stray', by.actor)
  if (!result.ok) return no(refuse('NOT_YOURS'))
  const { effects } = result.transition
  return {
    ok: true,
    events: [{ type: 'strayPaid', stray: { outTradeNo, transactionId, paidFen, why, at: now }, effects }],
  }
}

export function sentBack(outTradeNo: string, { payment }: OrderDoc, at: Instant): Decision<OrderEvent> {
  const waiting = strays(payment).some((one) => one.outTradeNo === outTradeNo && !one.sentBackAt)
  return { ok: true, events: waiting ? [{ type: 'straySentBack', outTradeNo, at }] : [] }
}

// A2: one refund for each reason, and together never more than was paid.
export function owe(
  { for: why, fen, reason }: Extract<OrderCommand, { type: 'owe' }>,
  order: OrderDoc,
  by: By,
  now: Instant,
): Decision<OrderEvent> {
  if (order.payment.refunds.some((known) => known.for === why)) return { ok: true, events: [] }
  const most = refundableFen(order.payment)
  if (fen < 1 || fen > most) return no(refuse('REFUND_TOO_MUCH', { most: formatFen(most) }, 'fen'))
  const result = step(PAYMENT, order.payment.state, 'owe', by.actor)
  if (!result.ok) return no(refuse(result.reason === 'WRONG_ACTOR' ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW'))
  const refund = nextRefund(order, { for: why, fen, reason }, now)
  return { ok: true, events: [{ type: 'refundOwed', refund, effects: result.transition.effects }] }
}

export function refunded(refundNo: string, order: OrderDoc, now: Instant): Decision<OrderEvent> {
  const refund = order.payment.refunds.find((known) => known.no === refundNo)
  if (!refund) return no(refuse('NOT_ALLOWED_NOW'))
  if (refund.doneAt) return { ok: true, events: [] }
  const left = order.payment.paidFen - order.payment.refundedFen
  const result = step(PAYMENT, order.payment.state, refund.fen === left ? 'refundWhole' : 'refundPart', 'system')
  if (!result.ok) return no(refuse('NOT_ALLOWED_NOW'))
  return { ok: true, events: [{ type: 'paymentRefunded', to: result.transition.to, no: refundNo, at: now }] }
}

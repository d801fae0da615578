import { refuse, type Refusal } from '../refusals'
import { step } from '../machine'
import type { Effect } from '../effects'
import type { By } from '../history'
import type { Instant } from '../time'
import type { Fen } from '../money'
import { PAYMENT, type PaymentState } from '../payment/machine'
import { ORDER, type OrderMove, type OrderState } from './machine'
import { autoReceiptAt } from './evolve'
import { allOnTheWay, type OrderDoc, type Parcel, type PaymentAttempt, type StrayPayment } from './order'

export type OrderCommand =
  | { type: 'startPayment'; attempt: PaymentAttempt }
  | { type: 'settle'; outTradeNo: string; transactionId: string; paidFen: Fen }
  | { type: 'approve'; note?: string }
  | { type: 'reject'; note: string }
  | { type: 'cancel'; note?: string }
  | { type: 'expire' }
  | { type: 'complete' }
  | { type: 'refunded'; refundFen: Fen }
  | { type: 'sentBack'; outTradeNo: string }
  | { type: 'mirror'; parcel: Parcel }

/** What happened, in the past tense; `evolve` turns it into state. */
export type OrderEvent =
  | { type: 'paymentStarted'; attempt: PaymentAttempt }
  | { type: 'paymentReceived'; to: PaymentState; outTradeNo: string; transactionId: string; paidFen: Fen; at: Instant }
  | { type: 'paymentRefunded'; to: PaymentState; refundFen: Fen }
  | { type: 'strayPaid'; stray: StrayPayment; effects: readonly Effect[] }
  | { type: 'straySentBack'; outTradeNo: string; at: Instant }
  | { type: 'parcelMirrored'; parcel: Parcel }
  | { type: 'moved'; did: OrderMove; to: OrderState; effects: readonly Effect[]; note?: string }

export type Decision<Event> = { ok: true; events: Event[] } | { ok: false; refusal: Refusal }

const no = (refusal: Refusal): Decision<never> => ({ ok: false, refusal })

/** Decides one command on an order. An empty list of events means it was done before: a repeat does no harm. */
export function decideOrder(command: OrderCommand, order: OrderDoc, by: By, now: Instant): Decision<OrderEvent> {
  switch (command.type) {
    case 'startPayment':
      return startPayment(command.attempt, order, now)
    case 'settle':
      return settle(command, order, by, now)
    case 'refunded':
      return refunded(command.refundFen, order)
    case 'sentBack':
      return sentBack(command.outTradeNo, order, now)
    case 'mirror':
      return mirror(command.parcel, order)
    case 'expire':
      if (order.state === 'placed' && now < order.payBy) return no(refuse('NOT_ALLOWED_NOW'))
      return move('expire', order, by)
    case 'reject':
      if (command.note.trim() === '') return no(refuse('REASON_MISSING', {}, 'reason'))
      return move('reject', order, by, command.note)
    case 'complete':
      if (!allOnTheWay(order)) return no(refuse('NOT_ALLOWED_NOW'))
      if (by.actor === 'clock' && now < autoReceiptAt(order)) return no(refuse('NOT_ALLOWED_NOW'))
      return move('complete', order, by)
    default:
      return move(command.type, order, by, command.note)
  }
}

function move(did: OrderMove, order: OrderDoc, by: By, note?: string): Decision<OrderEvent> {
  const result = step(ORDER, order.state, did, by.actor)
  if (!result.ok) return no(refuse(result.reason === 'WRONG_ACTOR' ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW'))
  const { to, effects } = result.transition
  return { ok: true, events: [{ type: 'moved', did, to, effects, ...(note ? { note } : {}) }] }
}

function startPayment(attempt: PaymentAttempt, order: OrderDoc, now: Instant): Decision<OrderEvent> {
  if (order.payment.state !== 'due') return no(refuse('ALREADY_PAID'))
  if (order.state !== 'placed' || now >= order.payBy) return no(refuse('PAYMENT_EXPIRED'))
  if (order.payment.attempts.some(({ outTradeNo }) => outTradeNo === attempt.outTradeNo))
    return { ok: true, events: [] }
  return { ok: true, events: [{ type: 'paymentStarted', attempt }] }
}

// Money that WeChat has confirmed is always recorded. If the order is gone, paid already or wants another sum it is sent
// back, never swallowed and never used to revive an order whose fruit may have been sold to somebody else.
function settle(
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

function sentBack(outTradeNo: string, { payment }: OrderDoc, at: Instant): Decision<OrderEvent> {
  const waiting = strays(payment).some((one) => one.outTradeNo === outTradeNo && !one.sentBackAt)
  return { ok: true, events: waiting ? [{ type: 'straySentBack', outTradeNo, at }] : [] }
}

/** Payments nobody asked for, oldest first. */
export function strays({ strays: known = [] }: OrderDoc['payment']): StrayPayment[] {
  return known
}

function refunded(refundFen: Fen, order: OrderDoc): Decision<OrderEvent> {
  const left = order.payment.paidFen - order.payment.refundedFen
  if (refundFen <= 0 || refundFen > left) return no(refuse('NOT_ALLOWED_NOW'))
  const result = step(PAYMENT, order.payment.state, refundFen === left ? 'refundWhole' : 'refundPart', 'system')
  if (!result.ok) return no(refuse('NOT_ALLOWED_NOW'))
  return { ok: true, events: [{ type: 'paymentRefunded', to: result.transition.to, refundFen }] }
}

// Mirrors may arrive late or twice; only a newer picture of the parcel counts.
function mirror(parcel: Parcel, order: OrderDoc): Decision<OrderEvent> {
  const known = order.parcels[parcel.id]
  if (known && known.version >= parcel.version) return { ok: true, events: [] }
  return { ok: true, events: [{ type: 'parcelMirrored', parcel }] }
}

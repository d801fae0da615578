import { isMessage } from '../../../domain/effects'
import { AFTER_SALE } from '../../../domain/aftersale/machine'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import type { HistoryEntry } from '../../../domain/history'
import { MESSAGE } from '../../../domain/message/machine'
import type { Outbox } from '../../../domain/message/outbox'
import { STUCK_AFTER } from '../../../domain/message/pauses'
import { ORDER } from '../../../domain/order/machine'
import { WHOLE_ORDER } from '../../../domain/order/refund'
import type { OrderDoc } from '../../../domain/order/order'
import { PAYMENT } from '../../../domain/payment/machine'
import type { Dump } from '../../invariants'
import { byId } from '../../invariants/dump'
import { movesBeforeSplit } from '../../support/split-parcels'
import { coverageOf } from '../../support/coverage'

/** Rows that no procedure takes: cash on delivery is not offered yet. */
const NOT_OFFERED = ['payment.collect<dueAtDoor', 'payment.stray<dueAtDoor']

export const coverage = coverageOf([ORDER, PAYMENT, FULFILMENT, AFTER_SALE, MESSAGE], NOT_OFFERED)

/** Counts what happened between two moments: every move, every payment, every try of a message. */
export function countBetween(before: Dump, after: Dump): void {
  for (const order of after.documents.orders) {
    const old = before.documents.orders.find(({ _id }) => _id === order._id)
    countMoves('order', old?.history ?? [], order.history, 'placed')
    countPayment(old, order)
    countTries(old?.outbox ?? {}, order.outbox)
    coverage.state('order', order.state)
  }
  for (const claim of after.documents.aftersales) {
    const old = before.documents.aftersales.find(({ _id }) => _id === claim._id)
    countMoves('afterSale', old?.history ?? claim.history.slice(0, 1), claim.history, 'requested')
    countTries(old?.outbox ?? {}, claim.outbox)
    coverage.state('afterSale', claim.state)
  }
  const parcels = byId(after.documents.fulfilments)
  for (const parcel of parcels.values()) {
    const old = before.documents.fulfilments.find(({ _id }) => _id === parcel._id)
    const inherited = parcel.history.slice(0, movesBeforeSplit(parcel, parcels))
    countMoves('fulfilment', old?.history ?? inherited, parcel.history, 'planned')
    const judged = (parcel.judged?.length ?? 0) > (old?.judged?.length ?? 0)
    if (judged && inherited.length === 0) coverage.row('fulfilment', 'judge', 'received')
    countTries(old?.outbox ?? {}, parcel.outbox)
    coverage.state('fulfilment', parcel.state)
  }
}

function countMoves(name: string, before: readonly HistoryEntry[], after: readonly HistoryEntry[], first: string) {
  const moves = after.filter(({ did }) => did !== 'revealAddress')
  const done = before.filter(({ did }) => did !== 'revealAddress').length
  moves.slice(done).forEach(({ did }, i) => {
    if (did !== 'place') coverage.row(name, did, moves[done + i - 1]?.to ?? first)
  })
}

function countPayment(old: OrderDoc | undefined, { payment }: OrderDoc): void {
  const from = old?.payment.state ?? 'due'
  coverage.state('payment', payment.state)
  if (payment.transactionId && !old?.payment.transactionId) coverage.row('payment', 'pay', 'due')
  if ((payment.strays?.length ?? 0) > (old?.payment.strays?.length ?? 0)) coverage.row('payment', 'stray', from)
  const owed = ({ refunds }: OrderDoc['payment']) => refunds.filter((refund) => refund.for !== WHOLE_ORDER).length
  if (owed(payment) > (old ? owed(old.payment) : 0)) coverage.row('payment', 'owe', from)
  if (payment.refundedFen > (old?.payment.refundedFen ?? 0)) {
    const whole = payment.refundedFen === payment.paidFen
    coverage.row('payment', whole ? 'refundWhole' : 'refundPart', from === 'due' ? 'paid' : from)
  }
}

function countTries(before: Outbox, after: Outbox): void {
  for (const [id, { effect, state, tries }] of Object.entries(after)) {
    coverage.state('message', state)
    if (tries === (before[id]?.tries ?? 0)) continue
    if (state === 'sent') coverage.row('message', 'deliver', 'queued')
    else if (state === 'failed') coverage.row('message', 'giveUp', 'queued')
    else if (tries === STUCK_AFTER && !isMessage(effect)) coverage.row('message', 'postpone', 'queued')
    else coverage.row('message', 'retry', 'queued')
  }
}

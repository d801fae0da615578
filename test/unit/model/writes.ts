import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { claimDueAt } from '../../../domain/aftersale/evolve'
import { AFTER_SALE } from '../../../domain/aftersale/machine'
import { FULFILMENT } from '../../../domain/fulfilment/machine'
import { fulfilmentDueAt } from '../../../domain/fulfilment/evolve'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { techniqueOf } from '../../../domain/fulfilment/technique'
import type { HistoryEntry } from '../../../domain/history'
import { MESSAGE } from '../../../domain/message/machine'
import { isMessage } from '../../../domain/effects'
import type { Outbox } from '../../../domain/message/outbox'
import type { Outcome } from '../../../domain/message/outcome'
import { STUCK_AFTER } from '../../../domain/message/pauses'
import { HEADLINES, headlineOf } from '../../../domain/order/headline'
import { orderDueAt } from '../../../domain/order/evolve'
import { ORDER } from '../../../domain/order/machine'
import type { OrderDoc } from '../../../domain/order/order'
import { PAYMENT } from '../../../domain/payment/machine'
import { startOf } from '../../../domain/time'
import { coverageOf } from '../../support/coverage'
import { must } from '../../support/broken'

/** Cash on delivery is in the table and not yet offered. */
const NOT_OFFERED = ['payment.collect<dueAtDoor', 'payment.stray<dueAtDoor']

export const coverage = coverageOf([ORDER, PAYMENT, FULFILMENT, AFTER_SALE, MESSAGE], NOT_OFFERED)

interface Kept {
  version: number
  history: readonly HistoryEntry[]
}

function checkKept(before: Kept, after: Kept): void {
  must(after.version === before.version + 1, () => `version went from ${before.version} to ${after.version}`)
  const lost = before.history.findIndex((entry, i) => after.history[i] !== entry)
  must(lost < 0, () => `history lost its entry ${lost}`)
}

/** What every write of an order must leave right, whatever was asked. */
export function checkOrderWrite(before: OrderDoc, after: OrderDoc, { type }: { type: string }): void {
  checkKept(before, after)
  count(before, after, type)
  must(after.headline === headlineOf(after), () => `the headline is ${after.headline}, not ${headlineOf(after)}`)
  must(after.headline in HEADLINES, () => `no such headline: ${after.headline}`)
  must(after.dueAt === orderDueAt(after), () => `due at ${after.dueAt}, not ${orderDueAt(after)}`)
  const { paidFen, refundedFen } = after.payment
  must(refundedFen <= paidFen, () => `${refundedFen} refunded of ${paidFen} paid`)
  must(refundedFen >= before.payment.refundedFen, () => 'a refund was forgotten')
  must(
    !ORDER.final.includes(before.state) || after.state === before.state,
    () => `${type} led from ${before.state} to ${after.state}`,
  )
  const bought = after.state !== 'placed' && after.state !== 'cancelled'
  must(!bought || paidFen === after.totalFen, () => `${after.state} with ${paidFen} of ${after.totalFen} paid`)
}

function count(before: OrderDoc, after: OrderDoc, type: string): void {
  for (const { did } of after.history.slice(before.history.length)) coverage.row('order', did, before.state)
  coverage.state('order', after.state)
  const [from, to] = [before.payment, after.payment]
  if (from.transactionId !== to.transactionId) coverage.row('payment', 'pay', from.state)
  if ((to.strays?.length ?? 0) > (from.strays?.length ?? 0)) coverage.row('payment', 'stray', from.state)
  if (
    ['mirrorClaim', 'mirror'].includes(type) &&
    after.state === before.state &&
    to.refunds.length > from.refunds.length
  )
    coverage.row('payment', 'owe', from.state)
  if (to.refundedFen > from.refundedFen)
    coverage.row('payment', to.refundedFen === to.paidFen ? 'refundWhole' : 'refundPart', from.state)
  coverage.state('payment', to.state)
}

/** What every write of a parcel must leave right. */
export function checkParcelWrite(before: FulfilmentDoc, after: FulfilmentDoc, { type }: { type: string }): void {
  checkKept(before, after)
  if ((after.history.length > before.history.length && type !== 'revealAddress') || type === 'judge')
    coverage.row('fulfilment', type === 'track' ? 'deliver' : type, before.state)
  coverage.state('fulfilment', after.state)
  must(after.dueAt === fulfilmentDueAt(after), () => `due at ${after.dueAt}, not ${fulfilmentDueAt(after)}`)
  must(
    !FULFILMENT.final.includes(before.state) || after.state === before.state,
    () => `${type} moved a ${before.state} parcel`,
  )
  must(before.fruit === after.fruit || type === 'passGood', () => `${type} took fruit out of it`)
  const strange = techniqueOf(after) === 'laser' ? ['stickered', 'colouring'] : ['marked']
  must(!strange.includes(after.state), () => `${techniqueOf(after)} fruit is ${after.state}`)
  const holds = after.holds.map(({ kind }) => kind).join()
  const expected = after.state === 'passed' ? 'confirmSend' : after.state === 'stored' ? 'coldStorage' : ''
  must(holds === expected, () => `${after.state} with the holds [${holds}]`)
  must(type !== 'ship' || before.holds.length === 0, () => `shipped under a hold: ${before.holds[0].kind}`)
  if (after.state === 'stored')
    must(after.dueAt <= startOf(after.storage?.lastDay ?? ''), () => 'it outlives its last day unseen')
}

/** Counts what became of the outbox entries that were tried. */
export function countTries(after: Outbox, outcomes: Readonly<Record<string, Outcome>>): void {
  for (const id of Object.keys(outcomes)) {
    const entry = after[id]
    if (!entry) continue
    coverage.state('message', entry.state)
    const { effect, state, tries, failure } = entry
    const postponed = !isMessage(effect) && (tries === STUCK_AFTER || failure?.kind === 'permanent')
    const did = state === 'sent' ? 'deliver' : state === 'failed' ? 'giveUp' : postponed ? 'postpone' : 'retry'
    coverage.row('message', did, 'queued')
  }
}

/** What every write of a claim must leave right. */
export function checkClaimWrite(before: ClaimDoc, after: ClaimDoc, { type }: { type: string }): void {
  checkKept(before, after)
  coverage.row('afterSale', type, before.state)
  coverage.state('afterSale', after.state)
  must(after.dueAt === claimDueAt(after), () => `due at ${after.dueAt}, not ${claimDueAt(after)}`)
  must(!AFTER_SALE.final.includes(before.state), () => `${type} moved a claim that was ${before.state}`)
  must((after.settledFen ?? 0) <= after.ask.fen, () => `${after.settledFen} settled of ${after.ask.fen} asked`)
  must((after.settledFen !== null) === (after.state === 'settled'), () => `${after.state} with ${after.settledFen}`)
}

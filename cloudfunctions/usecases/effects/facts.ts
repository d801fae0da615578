import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { CARRIERS } from '../../../domain/carriers'
import { EFFECT_WORDS, type PlainEffect } from '../../../domain/effects'
import { lastStorageDay } from '../../../domain/fulfilment/evolve'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import type { HistoryEntry } from '../../../domain/history'
import { stuckEffects } from '../../../domain/message/outbox'
import type { Fact } from '../../../domain/message/templates'
import { formatFen, sumFen } from '../../../domain/money'
import { lineTitle, strays, type OrderDoc, type OrderLine } from '../../../domain/order/order'
import { dayOf, sayDay, sayMoment, type Day, type Instant } from '../../../domain/time'
import type { Words } from '../../../domain/words'
import type { Aggregate } from '../../collections'

/** One fact as people read it, and as WeChat's field wants it where that differs. */
export interface Said extends Words {
  strict?: string
}

export type Facts = Record<Fact, Said>

const STEPS: Partial<Record<FulfilmentState, Words>> = {
  stickered: { zh: '字贴上果面了', en: 'the words are on the fruit' },
  colouring: { zh: '正在晒红', en: 'colouring in the sun' },
  harvested: { zh: '采下来了', en: 'picked' },
  marked: { zh: '字印上果皮了', en: 'the words are on the skin' },
}

const NOTHING: Said = { zh: '', en: '' }
const NO_FACTS: Facts = {
  no: NOTHING,
  item: NOTHING,
  expected: NOTHING,
  code: NOTHING,
  amount: NOTHING,
  step: NOTHING,
  reason: NOTHING,
  lastDay: NOTHING,
  carrier: NOTHING,
  waybill: NOTHING,
  acceptBy: NOTHING,
  sentBack: NOTHING,
  stuck: NOTHING,
  claimed: NOTHING,
  settled: NOTHING,
  pieces: NOTHING,
  back: NOTHING,
}
// A WeChat date needs its year; no day lies in this one.
const NO_YEAR: Day = '0000-01-01'

const same = (text: string): Said => ({ zh: text, en: text })

/**
 * What a message may say about an order or a parcel. Facts the document does not have are empty. `moves` is how many
 * moves had been made when the message was caused: a late one tells of its own step and reason.
 */
export function factsOf(doc: Aggregate, now: Instant, moves?: number): Facts {
  const then = doc.history.slice(0, moves)
  if ('payment' in doc) return orderFacts(doc, then)
  return 'ask' in doc ? claimFacts(doc, then) : parcelFacts(doc, then, now)
}

function orderFacts(order: OrderDoc, then: readonly HistoryEntry[]): Facts {
  const fen = order.payment.paidFen || order.totalFen
  return {
    ...NO_FACTS,
    ...common(order, then),
    expected: day(order.expectedSendDay),
    no: same(order._id),
    code: same(order.lines.find((line) => line.imprint)?.imprint?.code ?? ''),
    amount: same(`¥${formatFen(fen)}`),
    sentBack: same(`¥${formatFen(sumFen(strays(order.payment).map(({ paidFen }) => paidFen)))}`),
  }
}

function parcelFacts(parcel: FulfilmentDoc, then: readonly HistoryEntry[], now: Instant): Facts {
  const state = (then[then.length - 1]?.to ?? parcel.state) as FulfilmentState
  return {
    ...NO_FACTS,
    ...common(parcel, then),
    expected: day(parcel.expectedSendDay),
    no: same(parcel.orderNo),
    code: same(parcel.code ?? ''),
    step: STEPS[state] ?? NOTHING,
    lastDay: day(parcel.storage?.lastDay ?? lastStorageDay(parcel, now)),
    ...waybillFacts(parcel),
    acceptBy: parcel.acceptBy ? moment(parcel.acceptBy) : NOTHING,
    ...reasonOf(parcel, then),
    pieces: same(String(piecesIn(parcel))),
    back: parcel.actBy ? moment(parcel.actBy) : NOTHING,
  }
}

function reasonOf(parcel: FulfilmentDoc, then: readonly HistoryEntry[]): Partial<Facts> {
  const did = then[then.length - 1]?.did
  if (did === 'unplaced') return { reason: EFFECT_WORDS.allot }
  return did === 'redo' ? { reason: same(faultOf(parcel, then)) } : {}
}

// Who is asked to try again must read what was wrong with the fruit, not why it was not redone.
function faultOf({ inspections }: FulfilmentDoc, then: readonly HistoryEntry[]): string {
  const asked = then[then.length - 1]
  const failed = inspections.filter(({ verdict, at }) => verdict === 'inconsistent' && at <= asked.at)
  return asked.note ?? failed[failed.length - 1]?.reason ?? ''
}

function claimFacts(claim: ClaimDoc, then: readonly HistoryEntry[]): Facts {
  return {
    ...NO_FACTS,
    ...common(claim, then),
    no: same(claim.orderNo),
    claimed: same(`¥${formatFen(claim.ask.fen)}`),
    settled: same(`¥${formatFen(claim.settledFen ?? 0)}`),
    ...waybillFacts(claim),
  }
}

function waybillFacts({ waybill }: Pick<FulfilmentDoc, 'waybill'>) {
  return { carrier: waybill ? CARRIERS[waybill.carrier] : NOTHING, waybill: same(waybill?.no ?? '') }
}

function common({ lines, outbox }: Aggregate, then: readonly HistoryEntry[]) {
  const noted = [...then].reverse().find((entry) => entry.note)
  const [stuck] = stuckEffects(outbox) as PlainEffect[]
  return {
    item: items(lines),
    reason: same(noted?.note ?? ''),
    stuck: stuck ? (Object.hasOwn(EFFECT_WORDS, stuck) ? EFFECT_WORDS[stuck] : same(stuck)) : NOTHING,
  }
}

function items(lines: readonly OrderLine[]): Said {
  const [first] = lines
  const { zh, en } = lineTitle(first)
  return lines.length === 1
    ? { zh, en }
    : { zh: `${zh} 等 ${lines.length} 种`, en: `${en} and ${lines.length - 1} more` }
}

function day(on: Day): Said {
  return { zh: sayDay(on, 'zh'), en: sayDay(on, 'en'), strict: sayDay(on, 'zh', NO_YEAR) }
}

function moment(at: Instant): Said {
  const clock = sayMoment(at, 'zh').split(' ')[1]
  return { zh: sayMoment(at, 'zh'), en: sayMoment(at, 'en'), strict: `${sayDay(dayOf(at), 'zh', NO_YEAR)} ${clock}` }
}

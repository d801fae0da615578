import type { CarrierId } from '../carriers'
import type { HistoryEntry } from '../history'
import type { Bearer } from '../message/outbox'
import type { Fen } from '../money'
import type { OrderLine } from '../order/order'
import type { Instant } from '../time'
import type { Words } from '../words'
import type { AfterSaleState } from './machine'

export const CLAIM_STATE_WORDS: Record<AfterSaleState, Words> = {
  requested: { zh: '等商家答复', en: 'Waiting for an answer' },
  agreed: { zh: '已同意，等寄回', en: 'Agreed; waiting for the fruit' },
  refused: { zh: '未通过', en: 'Not accepted' },
  goodsOnTheWayBack: { zh: '退货在路上', en: 'On its way back' },
  goodsBack: { zh: '已收到退货', en: 'Back with us' },
  settled: { zh: '已退款', en: 'Refunded' },
  withdrawn: { zh: '已结束', en: 'Closed' },
  escalated: { zh: '再次处理中', en: 'Looked at again' },
}

/** What a customer may ask for after delivery (A1). */
export const REMEDIES = {
  refund: { zh: '只退款', en: 'Refund only' },
  returnAndRefund: { zh: '退货退款', en: 'Return and refund' },
} as const satisfies Record<string, Words>
export type Remedy = keyof typeof REMEDIES

/** What is wrong with the fruit. */
export const CLAIM_REASONS = {
  damaged: { zh: '到手有坏果', en: 'Fruit arrived damaged' },
  wrongImprint: { zh: '字或图不对', en: 'The imprint is wrong' },
  short: { zh: '少了', en: 'Some is missing' },
  taste: { zh: '口味不好', en: 'It does not taste well' },
  other: { zh: '别的原因', en: 'Something else' },
} as const satisfies Record<string, Words>
export type ClaimReason = keyof typeof CLAIM_REASONS

/** A claim as the customer makes it. */
export interface ClaimAsk {
  remedy: Remedy
  reason: ClaimReason
  note: string
  /** At most what is left of the payment. */
  fen: Fen
  /** File ids of the customer's photos. */
  photos: string[]
}

/** One claim on one order, from the asking to the money (A1). */
export interface ClaimDoc extends Bearer {
  /** `<order number>A<n>`. */
  _id: string
  version: number
  orderNo: string
  openid: string
  createdAt: Instant
  state: AfterSaleState
  /** What was ordered, for lists and messages. */
  lines: OrderLine[]
  ask: ClaimAsk
  /** What the merchant pays back; null until it is settled. */
  settledFen: Fen | null
  /** When the clock decides if nobody does: the merchant's time to answer, or the customer's. */
  answerBy: Instant | null
  /** The parcel the customer sends back. */
  waybill: { carrier: CarrierId; no: string; at: Instant } | null
  history: HistoryEntry[]
}

/** How the merchant's list is divided: what waits for the merchant, what waits for the customer, what has ended. */
export const CLAIM_TABS = {
  ours: ['requested', 'escalated', 'goodsOnTheWayBack', 'goodsBack'],
  theirs: ['agreed', 'refused'],
  ended: ['settled', 'withdrawn'],
} as const satisfies Record<string, readonly AfterSaleState[]>
export type ClaimTab = keyof typeof CLAIM_TABS

/** Whether a claim still waits for somebody. */
export function isOpen({ state }: Pick<ClaimDoc, 'state'>): boolean {
  return state !== 'settled' && state !== 'withdrawn'
}

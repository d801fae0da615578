import type { CollectionName, Documents } from '../../cloudfunctions/collections'
import type { Counter } from '../../domain/catalogue/counter'
import type { Instant } from '../../domain/time'

/** A payment as WeChat knows it. */
export interface WechatOrder {
  outTradeNo: string
  transactionId: string
  /** Fen. */
  totalFee: number
  /** Null until it is paid. */
  paidAt: number | null
}

export interface WechatRefund {
  outRefundNo: string
  outTradeNo: string
  /** Fen. */
  refundFee: number
}

/** A subscribe message that WeChat has sent. */
export interface WechatMessage {
  openid: string
  templateId: string
  page: string
}

/** Everything there is at one moment: all our documents, and what WeChat knows of us. */
export interface Dump {
  now: Instant
  documents: { [C in CollectionName]: Documents[C][] }
  wechat: { orders: WechatOrder[]; refunds: WechatRefund[]; messages: WechatMessage[] }
}

/** How much may be asked of a dump. */
export interface Asked {
  /** The counters before the first order: what may be sold in all. */
  start: readonly Counter[]
  /** The clock has run after the last act: what was due is done, and nothing is on its way any more. */
  settled?: boolean
  /** The round of the night has run too: what was held for nobody has been given back. */
  night?: boolean
  /** So many answers of WeChat were lost: as many messages may have been pushed again (never twice in the inbox). */
  pushedAgain?: number
}

/** The documents by their id. */
export function byId<Doc extends { _id: string }>(docs: readonly Doc[]): Map<string, Doc> {
  return new Map(docs.map((doc) => [doc._id, doc]))
}

export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return groups
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

/** Whether nothing of this order came, so that it was given up after it was accepted (I4). */
export const isDissolved = ({ history }: Pick<Documents['orders'], 'history'>): boolean =>
  history.some(({ did }) => did === 'dissolve')

/** Whether an effect of this document still waits in its outbox (or was given up). */
export function waits(doc: { outbox: Documents['orders']['outbox'] }, effect: string): boolean {
  return Object.values(doc.outbox).some((entry) => entry.effect === effect && entry.state !== 'sent')
}

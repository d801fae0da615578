import type { Aggregate, AggregateName, CollectionName, Documents } from '../collections'
import type { TrackEvent } from '../../domain/carriers'
import type { PushRefusal } from '../../domain/message/outcome'
import type { Fen } from '../../domain/money'
import type { Instant } from '../../domain/time'
import type { CutFace } from '../../imprint/typeset/faces'
import type { Picture } from '../../imprint/raster'
import type { Typeface } from '../../imprint/typeset/typeface'

// What the use cases need of the outside, in the business's own words. Only the files beside this one know WeChat.

type Scalar = string | number | boolean | null
/** A condition on one field; paths may be dotted. */
export type Condition =
  | Scalar
  | { gt: Scalar }
  | { gte: Scalar }
  | { lte: Scalar }
  | { lt: Scalar }
  | { in: readonly Scalar[] }
  | { exists: boolean }
export type Where = Record<string, Condition>

export interface Query {
  where: Where
  /** Alternatives, of which one must hold beside `where`; for cursors. */
  or?: Where[]
  order?: [string, 'asc' | 'desc'][]
  /** At most 1000 (WeChat's limit). */
  limit: number
}

/** An update of chosen paths: replaced whole, added to, or removed. */
export interface Change {
  set?: Record<string, unknown>
  add?: Record<string, number>
  remove?: string[]
}

/** The document database. Every call is one round trip. */
export interface Database {
  get<C extends CollectionName>(collection: C, id: string): Promise<Documents[C] | null>
  find<C extends CollectionName>(collection: C, query: Query): Promise<Documents[C][]>
  /** Inserts; `duplicate` when the id or a unique index says it is there already. */
  insert<C extends CollectionName>(collection: C, ...docs: Documents[C][]): Promise<'inserted' | 'duplicate'>
  /** Replaces what differs, provided the stored version is still `before.version`; false when it is not. */
  replace<C extends AggregateName>(collection: C, before: Documents[C], after: Documents[C]): Promise<boolean>
  /** Changes at most one document that fits; says whether one did. */
  update<C extends CollectionName>(collection: C, where: Where, change: Change): Promise<boolean>
  /** Writes the whole document, whether or not it was there. */
  put<C extends CollectionName>(collection: C, doc: Documents[C]): Promise<void>
  /** How many documents there are per value of a field. */
  countBy<C extends CollectionName>(collection: C, where: Where, field: string): Promise<Record<string, number>>
}

export type PaymentStatus =
  | { state: 'paid'; transactionId: string; paidFen: Fen }
  | { state: 'unpaid' }
  | { state: 'closed' }
  | { state: 'refunded'; transactionId: string }

/** WeChat Pay (cloudPay now; other adapters can stand here). */
export interface Payments {
  /** Opens a payment; the answer goes to `wx.requestPayment`. */
  open(order: {
    outTradeNo: string
    totalFen: Fen
    description: string
    clientIp: string
  }): Promise<Record<string, string>>
  /** What WeChat says about a payment: the only word that counts (O7). */
  status(outTradeNo: string): Promise<PaymentStatus>
  close(outTradeNo: string): Promise<void>
  /** Refunds; the same `refundNo` twice refunds once (A2). */
  refund(refund: { outTradeNo: string; refundNo: string; refundFen: Fen; totalFen: Fen; reason: string }): Promise<void>
}

/** WeChat subscribe messages. */
export interface Messages {
  templateIds(): Record<string, string>
  /** Sends one; throws when WeChat did not answer, or may answer differently later. */
  send(message: {
    openid: string
    template: string
    page: string
    data: Record<string, string>
  }): Promise<'sent' | PushRefusal>
}

/** WeChat's content security check (W1). */
export interface ContentCheck {
  text(openid: string, text: string): Promise<'pass' | 'review' | 'refused'>
  /** Starts a check; the verdict comes later as an event with this trace id. */
  picture(openid: string, url: string): Promise<{ traceId: string }>
}

/** Cloud storage. */
export interface Files {
  /** Keeps a file under this path and answers its id; the same path is the same file. */
  write(path: string, bytes: Uint8Array): Promise<string>
  /** A JPEG or PNG as pixels. `unreadable` is neither, broken, or larger than any phone would send. */
  photo(fileId: string): Promise<Picture | 'gone' | 'unreadable'>
  /** Links that expire, by file id; a file that is gone has none. At most 50 per round trip. */
  links(fileIds: readonly string[]): Promise<Record<string, string>>
}

/** WeChat's shipping information, without which paid money stays frozen (S8). */
export interface ShippingInfo {
  upload(shipment: {
    transactionId: string
    openid: string
    /** Every parcel of the payment that has left so far. */
    parcels: { carrier: string; waybill: string; description: string }[]
    /** Whether nothing is left to send. */
    complete: boolean
    /** Whether the payment goes out in more than one parcel. */
    split: boolean
    at: Instant
    /** Masked phone of the receiver; some carriers want it. */
    receiverPhone: string
  }): Promise<void>
}

/** Where a parcel is (S9). */
export interface Carriers {
  track(parcel: { openid: string; orderId: string; carrier: string; waybill: string }): Promise<TrackEvent[]>
}

export interface Ports {
  now(): Instant
  random(bytes: number): Uint8Array
  /** Milliseconds since this event began, by a clock that nobody moves. */
  spent(): number
  /** After this many of them the event begins nothing new. */
  budgetMs: number
  db: Database
  payments: Payments
  messages: Messages
  content: ContentCheck
  files: Files
  shipping: ShippingInfo
  carriers: Carriers
  /** The font of a face, opened when it is first asked for. Throws when this function was not built with it. */
  typeface(face: CutFace): Promise<Typeface>
  /** One JSON line for the platform's log. */
  log(entry: { level: 'info' | 'warn' | 'error'; what: string; [detail: string]: unknown }): void
  /** Documents whose outbox is being worked on in this event: a nested relay leaves them to the outer one. */
  relaying: Set<string>
  /** The newest version of each aggregate this event has read or written; see core/known. */
  known: Map<string, Aggregate>
}

import type { Address } from '../domain/address'
import type { OrderAction, ParcelAction } from '../domain/actions'
import type { CarrierId, TrackEvent } from '../domain/carriers'
import type { Product } from '../domain/catalogue/product'
import type { GrowthDates, Season, SeasonPhase, SendWindow } from '../domain/catalogue/season'
import type { Duty } from '../domain/duties'
import type { FruitVerdict } from '../domain/fulfilment/fruit'
import type { Inspection, Photo } from '../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../domain/fulfilment/machine'
import type { HistoryEntry } from '../domain/history'
import type { Hold } from '../domain/holds'
import type { TemplateKey } from '../domain/message/templates'
import type { Fen } from '../domain/money'
import type { OrderLine } from '../domain/order/order'
import type { Headline, OrderTab } from '../domain/order/headline'
import type { PaymentState } from '../domain/payment/machine'
import type { Refusal } from '../domain/refusals'
import type { Day, Instant } from '../domain/time'
import type { Words } from '../domain/words'
import type { StencilView } from './design-views'
import type { ClaimView } from './claim-views'

export type * from './packing-views'

/** Where a page of a list ended; give it back to get the next one. Null at the end. */
export type Next = { createdAt: string; id: string } | null

/** A product as the shelf shows it: with its season and what is left. */
export interface ProductView {
  product: Product
  season: (Season & { phase: SeasonPhase; daysToCutOff: number }) | null
  /** Pieces that may still be ordered. */
  left: number
  /** Day we would send it if ordered now. */
  expectedSendDay: Day
  /** The days between which it would leave: the spread of the harvest, the mark, and the hub. */
  sendWindow: SendWindow
  /** Why it cannot be ordered today; null when it can. */
  refusal: Refusal | null
}

/** What the machine says about an imprint before it is ordered (O2, W1). */
export interface DesignVerdict {
  refusal: Refusal | null
  /** `review` means it can be ordered and a person will look at it. */
  content: 'pass' | 'review' | 'unchecked'
}

export interface PictureView {
  pictureId: string
  verdict: 'pending' | 'pass' | 'review' | 'refused'
  /** A link to the photo that expires. */
  url: string
}

/** A picture that was just taken in, with what is cut for it. */
export type RegisteredPicture = PictureView & { stencil: StencilView }

/** The price of what is about to be ordered; `totalFen` is sent back as `expectedTotalFen`. */
export interface Quote {
  lines: { productId: string; packId: string; packs: number; unitFen: Fen; totalFen: Fen }[]
  goodsFen: Fen
  freightFen: Fen
  totalFen: Fen
  grams: number
  expectedSendDay: Day
  sendWindow: SendWindow
  /** The address used last, to start from. */
  lastAddress: Address | null
}

export interface PlacedView {
  no: string
  totalFen: Fen
  payBy: Instant
  expectedSendDay: Day
  /** One imprint code per imprint, in the order of the lines. */
  codes: string[]
}

/** How to open the payment sheet. */
export interface PaymentView {
  no: string
  totalFen: Fen
  outTradeNo: string
  /** Handed to `wx.requestPayment` as it is; `package` holds `prepay_id=…`. */
  sheet: Record<string, string>
}

/**
 * A line as a customer or the merchant sees it. `art` is what is grown, SVG path data of each of its designs;
 * `pictureUrl` is a link to the photo it was made from, which expires.
 */
export type LineView = OrderLine & { title: Words; art: string[]; pictureUrl?: string }

export interface OrderCard {
  no: string
  createdAt: Instant
  headline: Headline
  lines: LineView[]
  totalFen: Fen
  expectedSendDay: Day
  payBy: Instant
  actions: OrderAction[]
  /** The parcel that asks for the customer's word, if one does. */
  parcel: { id: string; state: FulfilmentState; actions: ParcelAction[]; lastDay: Day | null } | null
  /** Whether some of it did not pass and is redone, or waits for our decision, which has no day yet (I4). */
  failed: 'redoing' | 'delayed' | null
}

export interface OrderList {
  cards: OrderCard[]
  counts: Record<OrderTab | 'all', number>
  /** Give it back to get the next page; null at the end. */
  next: { createdAt: string; id: string } | null
}

/** A photo with a link that expires. */
export type PhotoView = Photo & { url: string }

/** One parcel as its customer sees it. */
export interface ParcelView {
  id: string
  kind: 'custom' | 'ready'
  state: FulfilmentState
  lines: LineView[]
  code: string | null
  /** Fruit in it: of a split parcel less than its line says. */
  pieces: number
  expectedSendDay: Day
  dates: GrowthDates | null
  photos: PhotoView[]
  /** When each step was reached. */
  steps: { to: FulfilmentState; at: Instant }[]
  actions: ParcelAction[]
  /** While the customer's word is awaited: until when, and the last day in the cold room. */
  asking: { until: Instant; lastDay: Day; arrivesBy: Day } | null
  storage: { place: string | null; since: Instant; lastDay: Day; daysLeft: number; freshDays: number } | null
  waybill: { carrier: CarrierId; no: string; at: Instant } | null
  track: TrackEvent[]
  /** What goes back because its fruit could not be grown; null also where all of the order's money goes back at once. */
  refund: { fen: Fen; done: boolean } | null
}

export interface OrderView {
  no: string
  createdAt: Instant
  headline: Headline
  lines: LineView[]
  address: Address
  remark: string
  goodsFen: Fen
  freightFen: Fen
  totalFen: Fen
  payment: { state: PaymentState; paidFen: Fen; refundedFen: Fen; paidAt: Instant | null }
  payBy: Instant
  expectedSendDay: Day
  holds: Omit<Hold, 'by'>[]
  parcels: ParcelView[]
  claims: ClaimView[]
  /** What a new claim may ask for at most. */
  claimableFen: Fen
  actions: OrderAction[]
  history: Pick<HistoryEntry, 'at' | 'did' | 'to' | 'note'>[]
  /** Receipt counts as confirmed then, once all is on its way. */
  autoReceiptAt: Instant | null
}

export interface InboxEntry {
  id: string
  template: TemplateKey
  title: Words
  body: Words
  at: Instant
  /** Page it opens, with its query. */
  page: string
  read: boolean
  /** Whether WeChat also delivered it as a subscribe message. */
  pushed: boolean
}

export interface InboxView {
  entries: InboxEntry[]
  /** Of all messages, not only of this page. */
  unread: number
  next: Next
}

/** What a shopper's own page shows. */
export interface MeView {
  openid: string
  roles: { merchant: boolean; orchard: string | null }
  unread: number
  counts: Record<OrderTab | 'all', number>
}

/** Numbers on the merchant's desk. */
export interface DeskView {
  staffName: string
  /** What this person may do; the desk shows nothing else (W4). */
  duties: Duty[]
  toReview: number
  /** Claims that wait for the merchant. */
  claims: number
  /** Parcels no orchard has been found for yet. */
  toAllot: number
  arriving: number
  toInspect: number
  /** Failed fruit of which nobody has decided what becomes of it (I4). */
  toDecide: number
  toConfirm: number
  stored: number
  toPack: number
  shipped: number
  /** Messages and follow-ups that did not go out. */
  troubles: number
  unread: number
}

/** One order in the review queue (D1, D2). Phone and name are masked here. */
export interface ReviewView {
  no: string
  createdAt: Instant
  important: boolean
  lines: LineView[]
  totalFen: Fen
  address: Address
  remark: string
  /** What the machine found: each check with its result. */
  checks: { what: 'stock' | 'address' | 'content'; ok: boolean; note: Words }[]
  expectedSendDay: Day
  headline: Headline
  actions: OrderAction[]
}

export interface ReviewList {
  orders: ReviewView[]
  next: Next
}

/** A parcel at the hub: the order's content beside the fruit (I1). No address. */
export interface BenchView {
  id: string
  orderNo: string
  state: FulfilmentState
  code: string
  lines: LineView[]
  pieces: number
  orchard: Words
  photos: PhotoView[]
  /** What was found, without who found it: an openid is nobody else's to know (W3). */
  inspections: Omit<Inspection, 'by'>[]
  /** The numbers of its fruit; null for all of its line, from 1. */
  fruit: number[] | null
  /** Decisions on single fruit so far, by number. */
  judged: Omit<FruitVerdict, 'by'>[]
  /** Until when its orchard must have sent other fruit, or we have decided (I4). */
  actBy: Instant | null
  /** Since when and why it waits for our decision, with the orchard's words if it could not redo it (I4). */
  escalated: { since: Instant; why: 'failAgain' | 'cannotRedo' | 'overdue' | 'unplaced'; note: string | null } | null
  suggestedPlace: string | null
  actions: ParcelAction[]
}

export interface IntakeList {
  arriving: BenchView[]
  received: BenchView[]
  mismatched: BenchView[]
  /** What has failed twice, or was not redone: to be decided (I4). */
  escalated: BenchView[]
  next: Next
}

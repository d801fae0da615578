import type { Address } from '../address'
import type { ClaimAsk } from '../aftersale/claim'
import type { AfterSaleState } from '../aftersale/machine'
import type { CarrierId } from '../carriers'
import type { FruitLook } from '../catalogue/product'
import type { TextImprint } from '../imprint/imprint'
import { motifName, type MotifId } from '../imprint/motifs'
import type { FulfilmentState } from '../fulfilment/machine'
import type { HistoryEntry } from '../history'
import type { Hold } from '../holds'
import type { Bearer } from '../message/outbox'
import type { Fen } from '../money'
import type { PaymentState } from '../payment/machine'
import type { Day, Instant } from '../time'
import type { Words } from '../words'
import type { Headline } from './headline'
import type { OrderState } from './machine'
import type { ContentVerdict } from './verdicts'

/** What travels with every imprint: its code (O5), and the stencils it is cut with, one for each of its designs. */
export interface Cut {
  code: string
  stencils: string[]
}

/** The imprint as ordered. `fileId` of a picture is the photo it was made from. */
export type OrderedImprint =
  | (TextImprint & Cut)
  | ({ kind: 'motif'; motif: MotifId } & Cut)
  | ({ kind: 'picture'; pictureId: string; fileId: string } & Cut)

/** One product of an order, with name and price as they were when it was placed. */
export interface OrderLine {
  id: string
  productId: string
  kind: 'custom' | 'ready'
  look: FruitLook
  name: Words
  packName: Words
  /** Pieces in one pack, and packs bought. */
  pieces: number
  packs: number
  unitFen: Fen
  totalFen: Fen
  counterId: string
  /** Words the fruit carries already (ready stock). */
  words?: string
  imprint?: OrderedImprint
}

/** One payment sheet opened for an order; an order may need several (O7). */
export interface PaymentAttempt {
  outTradeNo: string
  at: Instant
  totalFen: Fen
  /** What `wx.requestPayment` is given. */
  sheet: Record<string, string>
}

export interface OrderPayment {
  state: PaymentState
  dueFen: Fen
  paidFen: Fen
  refundedFen: Fen
  attempts: PaymentAttempt[]
  transactionId?: string
  paidWith?: string
  paidAt?: Instant
  /** Money that goes back to the customer, part by part; together never more than was paid (A2). */
  refunds: Refund[]
  /** Payments nobody asked for: a second one, or one of a wrong amount. Each goes back whole, once (A2). */
  strays?: StrayPayment[]
}

/** One refund: WeChat refunds one number once, so it may be asked for as often as needed. */
export interface Refund {
  /** `<order number>R<n>`. */
  no: string
  fen: Fen
  /** What it is for: the whole `order`, or the claim with that id. Each is refunded once. */
  for: string
  reason: string
  at: Instant
  /** When WeChat had taken it. */
  doneAt?: Instant
}

export interface StrayPayment {
  outTradeNo: string
  transactionId: string
  paidFen: Fen
  why: 'again' | 'wrongAmount'
  at: Instant
  sentBackAt?: Instant
}

/** What an order knows of one of its fulfilments; mirrored, so that lists need one read. */
export interface Parcel {
  id: string
  version: number
  kind: 'custom' | 'ready'
  state: FulfilmentState
  holds: Hold[]
  /** The parcel that took what did not match of this one. */
  splitOff?: string
  /** Fruit in it that will not come: its money goes back. */
  lost?: number
  /** When it is expected to leave, once it had to be grown or picked again. */
  sendsAbout?: Day
  waybill?: { carrier: CarrierId; no: string }
  shippedAt?: Instant
}

/** What an order knows of one of its claims; mirrored, like its parcels. */
export interface OrderClaim {
  id: string
  version: number
  state: AfterSaleState
  /** What the customer asked for; the claim is made from it. */
  ask: ClaimAsk
}

export interface OrderDoc extends Bearer {
  /** The order number. */
  _id: string
  version: number
  openid: string
  /** `<openid>:<idempotency key>` of the placing request; unique. */
  requestKey: string
  createdAt: Instant
  state: OrderState
  headline: Headline
  lines: OrderLine[]
  address: Address
  remark: string
  goodsFen: Fen
  freightFen: Fen
  totalFen: Fen
  payment: OrderPayment
  payBy: Instant
  expectedSendDay: Day
  /** What the machine said about words and pictures when the order was placed (D1, W1). */
  content: 'pass' | 'review'
  /** Every look at a text or picture of it, the first first: WeChat's when it was placed, WeChat's and the reviewer's at review. */
  verdicts: ContentVerdict[]
  holds: Hold[]
  parcels: Record<string, Parcel>
  claims: Record<string, OrderClaim>
  history: HistoryEntry[]
}

/** What may still be refunded: paid, and not promised back already. */
export function refundableFen({ paidFen, refunds }: OrderPayment): Fen {
  return refunds.reduce((left, { fen }) => left - fen, paidFen)
}

/** Payments nobody asked for, oldest first. */
export function strays({ strays: known = [] }: OrderDoc['payment']): StrayPayment[] {
  return known
}

/** Pieces an order takes from each counter. */
export function piecesByCounter(
  lines: readonly Pick<OrderLine, 'counterId' | 'pieces' | 'packs'>[],
): Record<string, number> {
  const pieces: Record<string, number> = {}
  for (const line of lines) pieces[line.counterId] = (pieces[line.counterId] ?? 0) + line.pieces * line.packs
  return pieces
}

/** The line as one name: 红富士 · 生日快乐. */
export function lineTitle(line: OrderLine): Words {
  const what = line.words ? { zh: line.words, en: line.words } : line.imprint && imprintTitle(line.imprint)
  return what ? { zh: `${line.name.zh} · ${what.zh}`, en: `${line.name.en} · ${what.en}` } : line.name
}

/** An imprint in a few words. */
export function imprintTitle(imprint: OrderedImprint): Words {
  if (imprint.kind === 'motif') return motifName(imprint.motif)
  if (imprint.kind === 'picture') return { zh: '上传的图', en: 'your picture' }
  const said = imprint.text.replace(/\n/g, ' ')
  return { zh: said, en: said }
}

/** The lines of each parcel an order is split into (D4): custom lines one by one, then all ready lines together. */
export function parcelLines(lines: readonly OrderLine[]): OrderLine[][] {
  const ready = lines.filter((line) => line.kind === 'ready')
  return [...lines.filter((line) => line.kind === 'custom').map((line) => [line]), ...(ready.length > 0 ? [ready] : [])]
}

/** Whether the order knows of every parcel it will have; while it is being planned it may not. */
export function allPlanned(order: Pick<OrderDoc, '_id' | 'parcels' | 'lines'>): boolean {
  const { _id, parcels, lines } = order
  const planned = parcelLines(lines).every((_, i) => parcelId(_id, i + 1) in parcels)
  return planned && Object.values(parcels).every(({ splitOff }) => !splitOff || splitOff in parcels)
}

/** The number of an order's nth parcel, from 1. */
export const parcelId = (no: string, n: number): string => `${no}-F${n}`

/** Parcels that still come, or have come: not those whose money went back. */
export function comingParcels(order: Pick<OrderDoc, 'parcels'>): Parcel[] {
  return Object.values(order.parcels).filter(({ state }) => state !== 'refunded')
}

/** When the last of what has not left yet is expected to leave: later than was promised where fruit is grown again (I4). */
export function expectedSendDayOf({ expectedSendDay, parcels }: Pick<OrderDoc, 'expectedSendDay' | 'parcels'>): Day {
  return comingParcels({ parcels })
    .filter(({ waybill }) => !waybill)
    .reduce((latest, { sendsAbout = '' }) => (sendsAbout > latest ? sendsAbout : latest), expectedSendDay)
}

/** Whether every parcel has left: only then may receipt be confirmed (S10). */
export function allOnTheWay(order: Pick<OrderDoc, '_id' | 'parcels' | 'lines'>): boolean {
  const parcels = comingParcels(order)
  return (
    allPlanned(order) &&
    parcels.length > 0 &&
    parcels.every((parcel) => parcel.state === 'shipped' || parcel.state === 'delivered')
  )
}

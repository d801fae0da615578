import type { CarrierId, TrackEvent } from '../carriers'
import type { HistoryEntry } from '../history'
import type { GrowthDates } from '../catalogue/season'
import type { Hold } from '../holds'
import type { Bearer } from '../message/outbox'
import type { OrderLine, Parcel } from '../order/order'
import type { Day, Instant } from '../time'
import { piecesIn, type FruitVerdict } from './fruit'
import type { FulfilmentState } from './machine'
import type { PrintedSheet } from './sheet'

/** A step of growth that may carry a photo (G5). */
export type GrowthStep = 'stickered' | 'colouring' | 'harvested' | 'marked' | 'sentToHub'

export interface Photo {
  step: GrowthStep | 'inspection'
  fileId: string
  at: Instant
}

/** The first inspection of a parcel: all of it matched, some of it, or none. */
export interface FirstLook {
  result: 'passed' | 'partly' | 'failed'
  at: Instant
}

/** One inspection (I2): what was decided, by whom, and why. */
export interface Inspection {
  verdict: 'consistent' | 'inconsistent'
  reason?: string
  photo?: string
  /** Fruit that did not match, when the others passed. */
  bad?: number
  grade?: Grade
  grams?: number
  by: string
  at: Instant
}

export const GRADES = ['premium', 'first', 'second'] as const
export type Grade = (typeof GRADES)[number]

/** One parcel from one source. It holds what was ordered, never the address: that is fetched for packing only (I3). */
export interface FulfilmentDoc extends Bearer {
  /** `<order number>-F<n>`. */
  _id: string
  version: number
  orderNo: string
  /** The customer, for ownership and messages; never sent to an orchard. */
  openid: string
  kind: 'custom' | 'ready'
  state: FulfilmentState
  createdAt: Instant
  lines: OrderLine[]
  /** The numbers of its fruit, where it holds a part of its line only: the rest of it is in another parcel. */
  fruit?: number[]
  /** The parcel that took the fruit which did not match, when the good ones went on without them (I4). */
  splitOff?: string
  /** The imprint code; null for ready stock. */
  code: string | null
  seasonId: string | null
  dates: GrowthDates | null
  orchardId: string | null
  /** Orchards that declined or stayed silent. */
  declinedBy: string[]
  acceptBy: Instant | null
  expectedSendDay: Day
  storageDays: number
  holds: Hold[]
  /** The sticker sheet it was last printed on; null while it waits for one. */
  sheet: PrintedSheet | null
  photos: Photo[]
  inspections: Inspection[]
  /** Decisions on single fruit while the parcel is on the bench, and those it left the bench with (I2). */
  judged?: FruitVerdict[]
  /** How its first inspection ended: what the accuracy rate is counted from (B4). Not for parcels split off. */
  firstLook?: FirstLook
  /** Until when the orchard, or we after it, must have acted on fruit that did not match (I4). */
  actBy?: Instant | null
  /** Cold-room place, e.g. A-03-12. */
  place: string | null
  storage: { since: Instant; lastDay: Day; remindAt: Instant } | null
  waybill: { carrier: CarrierId; no: string; at: Instant } | null
  track: TrackEvent[]
  trackAt: Instant | null
  deliveredAt: Instant | null
  history: HistoryEntry[]
}

/** What the order keeps of a fulfilment. */
export function parcelOf(fulfilment: FulfilmentDoc): Parcel {
  return {
    id: fulfilment._id,
    version: fulfilment.version,
    kind: fulfilment.kind,
    state: fulfilment.state,
    holds: fulfilment.holds,
    ...(fulfilment.splitOff ? { splitOff: fulfilment.splitOff } : {}),
    ...(fulfilment.inspections.some(({ verdict }) => verdict === 'inconsistent')
      ? { sendsAbout: fulfilment.expectedSendDay }
      : {}),
    ...(fulfilment.state === 'refunded' ? { lost: piecesIn(fulfilment) } : {}),
    ...(fulfilment.waybill
      ? {
          waybill: { carrier: fulfilment.waybill.carrier, no: fulfilment.waybill.no },
          shippedAt: fulfilment.waybill.at,
        }
      : {}),
  }
}

import type { ParcelAction } from '../domain/actions'
import type { GrowthDates, Season } from '../domain/catalogue/season'
import type { FulfilmentState } from '../domain/fulfilment/machine'
import type { OrderedImprint, OrderLine } from '../domain/order/order'
import type { Instant } from '../domain/time'
import type { Words } from '../domain/words'
import type { Next, PhotoView } from './views'

/** What is to be grown. The photo a picture was made from stays with the shop. */
export type JobImprint = Exclude<OrderedImprint, { kind: 'picture' }> | { kind: 'picture'; code: string }

/** A piece of work as the orchard sees it: text, picture, code and dates; nothing of the customer (G1). */
export interface JobView {
  id: string
  code: string
  state: FulfilmentState
  /** The season whose calendar it goes by. */
  seasonId: string | null
  productName: Words
  look: OrderLine['look']
  imprint: JobImprint
  /** SVG path data, mm around 0,0 of the 40 mm square; one for each design. */
  art: string[]
  pieces: number
  dates: GrowthDates
  acceptBy: Instant | null
  photos: PhotoView[]
  steps: { to: FulfilmentState; at: Instant }[]
  /** Why it came back, if it did. */
  mismatch: {
    reason: string
    photoUrl: string | null
    at: Instant
    /** Until when other fruit must be on its way. */
    redoBy: Instant | null
    /** Each fruit that was judged alone: its design, what is wrong with it, and its photo. */
    fruit: { design: number; reason: string; photoUrl: string | null }[]
  } | null
  actions: ParcelAction[]
}

export interface WorkView {
  orchardName: Words
  staffName: string
  offered: JobView[]
  underWay: JobView[]
  done: JobView[]
  seasons: Season[]
  unread: number
  next: Next
}

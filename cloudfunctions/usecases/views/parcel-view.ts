import type { ParcelView } from '../../../contract'
import { parcelActions } from '../../../domain/actions'
import { lastStorageDay } from '../../../domain/fulfilment/evolve'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import type { Refund } from '../../../domain/order/order'
import { addDays, dayOf, daysBetween, type Instant } from '../../../domain/time'
import { lineFiles, lineView, photoView, type Links } from './line-view'

/** Days from the customer's word to the door, at most. */
const DAYS_TO_DOOR = 3

// Acts that are kept in the history but are no step of the fruit's way.
const NOT_A_STEP = ['remind', 'revealAddress', 'printSheet']

/** When each step was reached. */
export function stepsOf(parcel: FulfilmentDoc): { to: FulfilmentState; at: Instant }[] {
  return parcel.history
    .filter(({ did, to }, i, all) => !NOT_A_STEP.includes(did) && !(did === 'overdue' && to === all[i - 1]?.to))
    .map(({ to, at }) => ({ to: to as FulfilmentState, at }))
}

/** The photos a customer sees: what failed is told in words, and its photo would stand for the fruit that comes. */
function shownPhotos({ photos, inspections }: FulfilmentDoc) {
  const failed = inspections.flatMap(({ verdict, photo }) => (verdict === 'inconsistent' && photo ? [photo] : []))
  return photos.filter(({ fileId }) => !failed.includes(fileId))
}

/** Files a parcel's view needs links for. */
export function parcelFiles(parcel: FulfilmentDoc): string[] {
  return [...lineFiles(parcel.lines), ...parcel.photos.map((photo) => photo.fileId)]
}

/** One parcel as its customer sees it. */
export function parcelView(parcel: FulfilmentDoc, refunds: readonly Refund[], links: Links, now: Instant): ParcelView {
  const refund = refunds.find((each) => each.for === parcel._id)
  return {
    id: parcel._id,
    kind: parcel.kind,
    state: parcel.state,
    lines: parcel.lines.map((line) => lineView(line, links)),
    code: parcel.code,
    pieces: piecesIn(parcel),
    expectedSendDay: parcel.expectedSendDay,
    dates: parcel.dates,
    photos: shownPhotos(parcel).map((photo) => photoView(photo, links)),
    steps: stepsOf(parcel),
    actions: parcelActions(parcel, 'shopper'),
    asking: askingOf(parcel, now),
    storage: storageOf(parcel, now),
    waybill: parcel.waybill,
    track: parcel.track,
    refund: refund ? { fen: refund.fen, done: refund.doneAt !== undefined } : null,
  }
}

// S1, S3: until when the word is awaited, and what either answer means in days.
function askingOf(parcel: FulfilmentDoc, now: Instant): ParcelView['asking'] {
  const hold = parcel.holds.find(({ kind }) => kind === 'confirmSend')
  if (!hold?.until) return null
  return { until: hold.until, lastDay: lastStorageDay(parcel, now), arrivesBy: addDays(dayOf(now), DAYS_TO_DOOR) }
}

function storageOf(parcel: FulfilmentDoc, now: Instant): ParcelView['storage'] {
  if (parcel.state !== 'stored' || !parcel.storage) return null
  const { since, lastDay } = parcel.storage
  const daysLeft = Math.max(0, daysBetween(dayOf(now), lastDay))
  return { place: parcel.place, since, lastDay, daysLeft, freshDays: parcel.storageDays }
}

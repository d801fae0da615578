import { byPlace, importantFirst } from '../../contract/order'
import type { WorkView } from '../../contract/orchard-views'
import type { SheetsView } from '../../contract/sheet-views'
import type { InboxView, IntakeList, PackingList, ReviewList } from '../../contract/views'

// How the next page of a list is added to what is on the screen.

export const joinReviews = (before: ReviewList, { orders, next }: ReviewList): ReviewList => ({
  orders: importantFirst([...before.orders, ...orders]),
  next,
})

export const joinIntake = (before: IntakeList, after: IntakeList): IntakeList => ({
  arriving: [...before.arriving, ...after.arriving],
  received: [...before.received, ...after.received],
  mismatched: [...before.mismatched, ...after.mismatched],
  escalated: [...before.escalated, ...after.escalated],
  next: after.next,
})

/** What left last came with the first page. */
export const joinPacking = (before: PackingList, { toPack, next }: PackingList): PackingList => ({
  ...before,
  toPack: byPlace([...before.toPack, ...toPack]),
  next,
})

/** Work sent and the calendar came with the first page. */
export const joinWork = (before: WorkView, { offered, underWay, next }: WorkView): WorkView => ({
  ...before,
  offered: [...before.offered, ...offered],
  underWay: [...before.underWay, ...underWay],
  next,
})

export const joinSheets = (before: SheetsView, { waiting, printed, next }: SheetsView): SheetsView => ({
  ...before,
  waiting: [...before.waiting, ...waiting],
  printed: [...before.printed, ...printed],
  next,
})

export const joinInbox = (before: InboxView, { entries, unread, next }: InboxView): InboxView => ({
  entries: [...before.entries, ...entries],
  unread,
  next,
})

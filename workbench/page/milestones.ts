import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import { autoReceiptAt } from '../../domain/order/evolve'
import { lineTitle, type OrderDoc } from '../../domain/order/order'
import { later, NEVER, startOf, type Instant } from '../../domain/time'
import type { Words } from '../../domain/words'

/** A moment worth jumping to, and what will happen then. */
export interface Milestone {
  at: Instant
  what: Words
  whose: string
}

const MOST = 5

/** What is still to come, soonest first: deadlines of orders, days of the season for fruit under way. */
export function milestones(
  orders: readonly OrderDoc[],
  fulfilments: readonly FulfilmentDoc[],
  now: Instant,
): Milestone[] {
  return [...orders.flatMap(ofOrder), ...fulfilments.flatMap(ofFulfilment)]
    .filter((milestone) => milestone.at > now && milestone.at < NEVER)
    .sort((a, b) => (a.at < b.at ? -1 : 1))
    .slice(0, MOST)
}

function ofOrder(order: OrderDoc): Milestone[] {
  const whose = lineTitle(order.lines[0]).zh
  const unpaid =
    order.state === 'placed' ? [{ at: order.payBy, what: { zh: '付款截止', en: 'payment due' }, whose }] : []
  const receipt = autoReceiptAt(order)
  return [...unpaid, { at: receipt, what: { zh: '自动确认收货', en: 'receipt confirmed' }, whose }]
}

function ofFulfilment(parcel: FulfilmentDoc): Milestone[] {
  const whose = lineTitle(parcel.lines[0]).zh
  const found: Milestone[] = []
  const add = (at: Instant | null | undefined, zh: string, en: string) => {
    if (at) found.push({ at, what: { zh, en }, whose })
  }
  // Morning in the orchard: work of a day is done from eight o'clock.
  const morning = (day: string | undefined) => (day ? later(startOf(day), 8, 'hour') : null)
  if (parcel.state === 'offered') add(parcel.acceptBy, '果园答复截止', 'orchard must answer')
  if (parcel.state === 'accepted') add(morning(parcel.dates?.stickerOn), '贴字', 'stickers go on')
  if (parcel.state === 'stickered') add(morning(parcel.dates?.colouringFrom), '开始着色', 'colouring begins')
  if (parcel.state === 'colouring') add(morning(parcel.dates?.harvestFrom), '采收', 'harvest')
  for (const hold of parcel.holds) {
    if (hold.kind === 'confirmSend') add(hold.until, '未选，自动转冷藏', 'no word: into the cold')
    if (hold.kind === 'coldStorage') add(hold.until, '冷藏最后一天', 'last day in the cold')
  }
  if (parcel.state === 'stored') add(parcel.storage?.remindAt, '冷藏提醒', 'reminder')
  if (parcel.state === 'shipped') add(parcel.trackAt, '查一次物流', 'tracking is asked')
  return found
}

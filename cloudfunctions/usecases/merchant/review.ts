import { importantFirst, type Input, type ReviewList, type ReviewView } from '../../../contract'
import { piecesByCounter, type OrderDoc } from '../../../domain/order/order'
import { picturesOf, type PictureVerdict } from '../../../domain/order/verdicts'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeOrder } from '../core/change'
import { pageOf } from '../core/page'
import { readByIds } from '../core/read-all'
import { lineFiles, linksTo } from '../views/line-view'
import { isSoldForGood, reviewView } from '../views/review-view'
import { asMerchant } from './staff'

const PAGE = 50

/**
 * Paid orders that wait for a person, the oldest first, page by page; within a page important ones stand first, and the
 * reviewer's screen does the same with all of them (D1, D2).
 */
export async function listReviews({ ports }: Context, { cursor }: Input<'review.list'>): Promise<ReviewList> {
  const waiting = { where: { state: 'inReview' }, by: 'createdAt', direction: 'asc', size: PAGE } as const
  const { docs, next } = await pageOf(ports, 'orders', waiting, cursor)
  const views = await reviewViews(ports, docs)
  return { orders: importantFirst(views), next }
}

/** One order with its checks, at any stage. Throws ORDER_UNKNOWN. */
export async function getReview({ ports }: Context, { no }: Input<'review.get'>): Promise<ReviewView> {
  return showReview(ports, (await ports.db.get('orders', no)) ?? reject('ORDER_UNKNOWN'))
}

/** The order may be made: it is split and allotted by itself (D4). */
export async function approve(context: Context, { no, key }: Input<'review.approve'>): Promise<ReviewView> {
  const { ports } = context
  const order = await ports.db.get('orders', no)
  const pictures = await verdictsOn(ports, order ? [order] : [])
  const loaded = order ? { loaded: order } : {}
  return showReview(
    ports,
    await changeOrder(ports, no, { type: 'approve', pictures }, asMerchant(context), { key, ...loaded }),
  )
}

/** The order cannot be made: the customer learns why and gets the money back. Throws REASON_MISSING. */
export async function rejectOrder(context: Context, { no, key, reason }: Input<'review.reject'>): Promise<ReviewView> {
  const { ports } = context
  return showReview(ports, await changeOrder(ports, no, { type: 'reject', note: reason }, asMerchant(context), { key }))
}

async function showReview(ports: Ports, order: OrderDoc): Promise<ReviewView> {
  const [view] = await reviewViews(ports, [order])
  return view
}

/** What WeChat has found by now of the pictures of these orders; none, no round trip. */
async function verdictsOn(ports: Ports, orders: readonly OrderDoc[]): Promise<Record<string, PictureVerdict>> {
  const ids = orders.flatMap(({ lines }) => picturesOf(lines).map(({ pictureId }) => pictureId))
  const pictures = await readByIds(ports, 'pictures', ids)
  return Object.fromEntries(pictures.map(({ _id, verdict }) => [_id, verdict]))
}

async function reviewViews(ports: Ports, orders: readonly OrderDoc[]): Promise<ReviewView[]> {
  if (orders.length === 0) return []
  const open = orders.filter((order) => !isSoldForGood(order))
  const [pictures, counters, links] = await Promise.all([
    verdictsOn(ports, orders),
    readByIds(
      ports,
      'counters',
      open.flatMap(({ lines }) => Object.keys(piecesByCounter(lines))),
    ),
    linksTo(
      ports,
      orders.flatMap(({ lines }) => lineFiles(lines)),
    ),
  ])
  return orders.map((order) => reviewView(order, { counters, links, pictures }, ports.now()))
}

import type { Input, OrderList } from '../../../contract'
import { ORDER_TABS } from '../../../domain/order/headline'
import type { Where } from '../../ports/ports'
import type { Context } from '../core/answer'
import { pageOf } from '../core/page'
import { lineFiles, linksTo } from '../views/line-view'
import { orderCard, tabCounts } from '../views/order-view'

const PAGE = 10

/** My Orders (F1, F2): newest first, by tab, with counts for all tabs; the next page begins after `cursor`. */
export async function listOrders({ ports, openid }: Context, input: Input<'orders.list'>): Promise<OrderList> {
  const { tab, cursor } = input
  const where: Where = tab === 'all' ? { openid } : { openid, headline: { in: [...ORDER_TABS[tab]] } }
  const [{ docs, next }, byHeadline] = await Promise.all([
    pageOf(ports, 'orders', { where, by: 'createdAt', direction: 'desc', size: PAGE }, cursor),
    ports.db.countBy('orders', { openid }, 'headline'),
  ])
  const links = await linksTo(
    ports,
    docs.flatMap(({ lines }) => lineFiles(lines)),
  )
  return {
    cards: docs.map((order) => orderCard(order, links, ports.now())),
    counts: tabCounts(byHeadline),
    next,
  }
}

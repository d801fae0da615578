import type { Input, OrderList } from '../../../contract'
import { ORDER_TABS } from '../../../domain/order/headline'
import type { Query, Where } from '../../ports/ports'
import type { Context } from '../core/answer'
import { lineFiles, linksTo } from '../views/line-view'
import { orderCard, tabCounts } from '../views/order-view'

const PAGE = 10

/** My Orders (F1, F2): newest first, by tab, with counts for all tabs; the next page begins after `cursor`. */
export async function listOrders({ ports, openid }: Context, input: Input<'orders.list'>): Promise<OrderList> {
  const [found, byHeadline] = await Promise.all([
    ports.db.find('orders', pageQuery(openid, input)),
    ports.db.countBy('orders', { openid }, 'headline'),
  ])
  const page = found.slice(0, PAGE)
  const links = await linksTo(
    ports,
    page.flatMap(({ lines }) => lineFiles(lines)),
  )
  const last = page[page.length - 1]
  return {
    cards: page.map((order) => orderCard(order, links, ports.now())),
    counts: tabCounts(byHeadline),
    next: found.length > PAGE ? { createdAt: last.createdAt, id: last._id } : null,
  }
}

// One more than a page is read, to know whether there is a next one.
function pageQuery(openid: string, { tab, cursor }: Input<'orders.list'>): Query {
  const where: Where = tab === 'all' ? { openid } : { openid, headline: { in: [...ORDER_TABS[tab]] } }
  return {
    where,
    ...(cursor
      ? { or: [{ createdAt: { lt: cursor.createdAt } }, { createdAt: cursor.createdAt, _id: { lt: cursor.id } }] }
      : {}),
    order: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
  }
}

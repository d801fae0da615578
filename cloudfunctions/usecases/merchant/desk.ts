import type { DeskView } from '../../../contract'
import type { Context } from '../core/answer'
import { unreadOf } from '../core/inbox'

/** The numbers on the merchant's desk: three counts at once. */
export async function getDesk(context: Context): Promise<DeskView> {
  const { ports, staff } = context
  const [orders, parcels, unread] = await Promise.all([
    ports.db.countBy('orders', { state: 'inReview' }, 'state'),
    ports.db.countBy(
      'fulfilments',
      { state: { in: ['planned', 'sentToHub', 'received', 'passed', 'stored', 'packing', 'shipped'] } },
      'state',
    ),
    unreadOf(context),
  ])
  return {
    staffName: staff?.name ?? '',
    toReview: orders.inReview ?? 0,
    toAllot: parcels.planned ?? 0,
    arriving: parcels.sentToHub ?? 0,
    toInspect: parcels.received ?? 0,
    toConfirm: parcels.passed ?? 0,
    stored: parcels.stored ?? 0,
    toPack: parcels.packing ?? 0,
    shipped: parcels.shipped ?? 0,
    unread,
  }
}

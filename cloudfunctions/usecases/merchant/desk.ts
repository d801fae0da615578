import type { DeskView } from '../../../contract'
import { CLAIM_TABS } from '../../../domain/aftersale/claim'
import type { Context } from '../core/answer'
import { unreadOf } from '../core/inbox'

/** The numbers on the merchant's desk: four counts at once. */
export async function getDesk(context: Context): Promise<DeskView> {
  const { ports, staff } = context
  const [orders, parcels, claims, unread] = await Promise.all([
    ports.db.countBy('orders', { state: 'inReview' }, 'state'),
    ports.db.countBy(
      'fulfilments',
      { state: { in: ['planned', 'sentToHub', 'received', 'passed', 'stored', 'packing', 'shipped'] } },
      'state',
    ),
    ports.db.countBy('aftersales', { state: { in: [...CLAIM_TABS.ours] } }, 'state'),
    unreadOf(context),
  ])
  return {
    staffName: staff?.name ?? '',
    duties: staff?.role === 'merchant' ? staff.duties : [],
    claims: Object.values(claims).reduce((sum, count) => sum + count, 0),
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

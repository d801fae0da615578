import { procedures, type DeskView } from '../../../contract'
import { CLAIM_TABS } from '../../../domain/aftersale/claim'
import { holdsDuty } from '../../../domain/duties'
import type { Context } from '../core/answer'
import { unreadOf } from '../core/inbox'
import { countTroubles } from './troubles'

/** The numbers on the merchant's desk: five counts at once. */
export async function getDesk(context: Context): Promise<DeskView> {
  const { ports, staff } = context
  const [orders, parcels, claims, troubles, unread] = await Promise.all([
    ports.db.countBy('orders', { state: 'inReview' }, 'state'),
    ports.db.countBy(
      'fulfilments',
      { state: { in: ['planned', 'sentToHub', 'received', 'escalated', 'passed', 'stored', 'packing', 'shipped'] } },
      'state',
    ),
    ports.db.countBy('aftersales', { state: { in: [...CLAIM_TABS.ours] } }, 'state'),
    mayMend(staff) ? countTroubles(ports) : 0,
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
    toDecide: parcels.escalated ?? 0,
    toConfirm: parcels.passed ?? 0,
    stored: parcels.stored ?? 0,
    toPack: parcels.packing ?? 0,
    shipped: parcels.shipped ?? 0,
    troubles,
    unread,
  }
}

// The list opens for these duties alone, so its count is not taken for others.
function mayMend(staff: Context['staff']): boolean {
  return staff?.role === 'merchant' && holdsDuty(staff.duties, procedures['troubles.list'].duties)
}

import type { MeView } from '../../../contract'
import type { Context } from '../core/answer'
import { unreadOf } from '../core/inbox'
import { tabCounts } from '../views/order-view'

/** The shopper's own page: roles, unread messages, and orders per tab. */
export async function getMe(context: Context): Promise<MeView> {
  const { ports, openid } = context
  const [staff, unread, byHeadline] = await Promise.all([
    ports.db.get('staff', openid),
    unreadOf(context),
    ports.db.countBy('orders', { openid }, 'headline'),
  ])
  const active = staff?.active ? staff : null
  return {
    openid,
    roles: { merchant: active?.role === 'merchant', orchard: active?.role === 'orchard' ? active.orchardId : null },
    unread,
    counts: tabCounts(byHeadline),
  }
}

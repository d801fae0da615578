import type { Input, OrderView } from '../../../contract'
import type { Context } from '../core/answer'
import { changeOrder } from '../core/change'
import { showOrder } from './get-order'
import { asShopper, ownOrder } from './own'

/** Cancels while the stage still allows it; the money and the fruit go back by themselves (O10). */
export async function cancelOrder({ ports, openid }: Context, input: Input<'orders.cancel'>): Promise<OrderView> {
  const { no, key, reason } = input
  const command = { type: 'cancel', ...(reason ? { note: reason } : {}) } as const
  return showOrder(ports, await changeOrder(ports, no, command, asShopper(openid), { key, allow: ownOrder(openid) }))
}

import type { Input, OrderView } from '../../../contract'
import type { Context } from '../core/answer'
import { changeOrder } from '../core/change'
import { showOrder } from './get-order'
import { asShopper, ownOrder } from './own'

/** The shopper has the fruit: the order is complete (S10). */
export async function confirmReceipt(
  { ports, openid }: Context,
  input: Input<'orders.confirmReceipt'>,
): Promise<OrderView> {
  const { no, key } = input
  return showOrder(
    ports,
    await changeOrder(ports, no, { type: 'complete' }, asShopper(openid), { key, allow: ownOrder(openid) }),
  )
}

import type { Input, OrderView } from '../../../contract'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { orderOnce } from '../core/known'
import { showOrder } from './get-order'
import { asShopper, ownParcel } from './own'

/** "Send it", at once or from the cold room at any later time (S2, S4). */
export function confirmSend(context: Context, input: Input<'orders.confirmSend'>): Promise<OrderView> {
  return answerWith(context, input, 'confirmSend')
}

/** "Keep it cold": it waits in the cold room, with its last day known (S3). */
export function keepCold(context: Context, input: Input<'orders.keepCold'>): Promise<OrderView> {
  return answerWith(context, input, 'keepCold')
}

async function answerWith(
  context: Context,
  { id, key }: { id: string; key: string },
  type: 'confirmSend' | 'keepCold',
) {
  const { ports, openid } = context
  const parcel = await changeFulfilment(ports, id, { type }, asShopper(openid), { key, allow: ownParcel(openid) })
  return showOrder(ports, await orderOnce(ports, parcel.orderNo))
}

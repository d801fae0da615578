import type { Input, OrderView } from '../../../contract'
import type { ClaimCommand } from '../../../domain/aftersale/decide'
import { isCarrier } from '../../../domain/carriers'
import { reject } from '../../../domain/refusals'
import type { Context } from '../core/answer'
import { changeClaim, changeOrder } from '../core/change'
import { orderOnce } from '../core/known'
import { showOrder } from './get-order'
import { asShopper, ownClaim, ownOrder } from './own'

/**
 * The customer asks for money back after delivery (A1). The order takes the claim on, one at a time; its own document
 * follows by itself. Throws CLAIM_OPEN, CLAIM_TOO_LATE, CLAIMS_USED_UP, REFUND_TOO_MUCH, REASON_MISSING.
 */
export async function claim({ ports, openid }: Context, input: Input<'orders.claim'>): Promise<OrderView> {
  const { no, key, ...ask } = input
  const allow = ownOrder(openid)
  return showOrder(ports, await changeOrder(ports, no, { type: 'claim', ask }, asShopper(openid), { key, allow }))
}

/** The customer lets it be. */
export function withdrawClaim(context: Context, { id, key }: Input<'orders.withdrawClaim'>): Promise<OrderView> {
  return act(context, id, key, { type: 'withdraw' })
}

/** The customer does not accept a refusal; once. */
export function escalateClaim(context: Context, { id, key, note }: Input<'orders.escalateClaim'>): Promise<OrderView> {
  return act(context, id, key, { type: 'escalate', note })
}

/** The fruit is on its way back. Throws CARRIER_UNKNOWN, WAYBILL_INVALID. */
export function sendBackGoods(context: Context, input: Input<'orders.sendBackGoods'>): Promise<OrderView> {
  const { id, key, carrier, waybill } = input
  if (!isCarrier(carrier)) return reject('CARRIER_UNKNOWN', {}, 'carrier')
  return act(context, id, key, { type: 'sendBack', carrier, waybill })
}

async function act({ ports, openid }: Context, id: string, key: string, command: ClaimCommand): Promise<OrderView> {
  const allow = ownClaim(openid)
  const { orderNo } = await changeClaim(ports, id, command, asShopper(openid), { key, allow })
  return showOrder(ports, await orderOnce(ports, orderNo))
}

import type { ClaimDoc } from '../../../domain/aftersale/claim'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { By } from '../../../domain/history'
import type { OrderDoc } from '../../../domain/order/order'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import { remember } from '../core/known'

/** The shopper as the history will name them. */
export function asShopper(openid: string): By {
  return { actor: 'shopper', id: openid }
}

/** Hides other people's orders: theirs and none look the same from outside (W4). */
export function ownOrder(openid: string): (order: OrderDoc) => void {
  return (order) => {
    if (order.openid !== openid) reject('ORDER_UNKNOWN')
  }
}

/** Hides other people's parcels. */
export function ownParcel(openid: string): (parcel: FulfilmentDoc) => void {
  return (parcel) => {
    if (parcel.openid !== openid) reject('FULFILMENT_UNKNOWN')
  }
}

/** Hides other people's claims. */
export function ownClaim(openid: string): (claim: ClaimDoc) => void {
  return (claim) => {
    if (claim.openid !== openid) reject('CLAIM_UNKNOWN')
  }
}

/** Reads one of the shopper's own orders, or throws ORDER_UNKNOWN. */
export async function readOwnOrder(ports: Ports, openid: string, no: string): Promise<OrderDoc> {
  const order = (await ports.db.get('orders', no)) ?? reject('ORDER_UNKNOWN')
  ownOrder(openid)(order)
  return remember(ports, order)
}

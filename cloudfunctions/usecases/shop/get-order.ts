import type { OrderView } from '../../../contract'
import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { allPlanned, type OrderDoc } from '../../../domain/order/order'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { POLICY } from '../../../domain/policy'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { knownDoc } from '../core/known'
import { MOST_PARCELS } from '../effects/limits'
import { orderView } from '../views/order-view'
import { readOwnOrder } from './own'

/** One of the shopper's own orders with its parcels and claims. Throws ORDER_UNKNOWN. */
export async function getOrder({ ports, openid }: Context, { no }: { no: string }): Promise<OrderView> {
  return showOrder(ports, await readOwnOrder(ports, openid, no))
}

/** The view of an order that was just read or written. */
export async function showOrder(ports: Ports, order: OrderDoc): Promise<OrderView> {
  const [parcels, claims] = await Promise.all([
    mayHaveParcels(order) ? parcelsFor(ports, order) : [],
    Object.keys(order.claims).length > 0 ? claimsOf(ports, order._id) : [],
  ])
  return orderView(ports, order, parcels, claims)
}

// After an act on the only parcel of an order, it is known already.
async function parcelsFor(ports: Ports, order: OrderDoc): Promise<FulfilmentDoc[]> {
  const [id, ...others] = Object.keys(order.parcels)
  const known = id && others.length === 0 && allPlanned(order) ? knownDoc<FulfilmentDoc>(ports, id) : undefined
  return known ? [known] : parcelsOf(ports, order._id)
}

/** The parcels of an order, first to last. */
export function parcelsOf(ports: Ports, orderNo: string): Promise<FulfilmentDoc[]> {
  return ports.db.find('fulfilments', { where: { orderNo }, order: [['_id', 'asc']], limit: MOST_PARCELS })
}

function claimsOf(ports: Ports, orderNo: string): Promise<ClaimDoc[]> {
  return ports.db.find('aftersales', { where: { orderNo }, order: [['_id', 'asc']], limit: POLICY.maxClaims })
}

// Parcels are planned only when an order is accepted; before that the question would be a wasted round trip.
function mayHaveParcels(order: OrderDoc): boolean {
  return order.state === 'accepted' || order.state === 'completed'
}

import { plotCounter } from '../../../domain/catalogue/product'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { isTaken, roomFor } from '../../../domain/fulfilment/room'
import { piecesByCounter, type OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { closeSaleOf, releasePieces, sellPieces } from '../core/stock'

/** The paid order's holds become sales. */
export function take(ports: Ports, order: OrderDoc): Promise<void> {
  return sellPieces(ports, order._id, piecesByCounter(order.lines))
}

/** The accepted order's fruit is sold for good: counters keep its pieces and forget its number. */
export function closeSale(ports: Ports, order: OrderDoc): Promise<void> {
  return closeSaleOf(ports, order._id, piecesByCounter(order.lines))
}

/**
 * As for an order, in the share of the orchard that has accepted the parcel: its room is used. If the work has gone to
 * another orchard since, nothing: the next one may still decline, and the first one's room is settled as that is sought.
 */
export async function closeRoom(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const { orchardId, seasonId, _id } = parcel
  if (!orchardId || !seasonId || !isTaken(parcel)) return
  await closeSaleOf(ports, _id, { [plotCounter(orchardId, seasonId)]: roomFor(parcel) })
}

/** The cancelled order's fruit may be sold again (O8). */
export function giveBack(ports: Ports, order: OrderDoc): Promise<void> {
  return releasePieces(ports, order._id, piecesByCounter(order.lines))
}

import { piecesByCounter, type OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { releasePieces, sellPieces } from '../core/stock'

/** The paid order's holds become sales. */
export function take(ports: Ports, order: OrderDoc): Promise<void> {
  return sellPieces(ports, order._id, piecesByCounter(order.lines))
}

/** The cancelled order's fruit may be sold again (O8). */
export function giveBack(ports: Ports, order: OrderDoc): Promise<void> {
  return releasePieces(ports, order._id, piecesByCounter(order.lines))
}

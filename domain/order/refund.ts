import type { Fen } from '../money'
import type { Instant } from '../time'
import { piecesOf, plannedId } from '../fulfilment/fruit'
import {
  parcelId,
  parcelLines,
  refundableFen,
  type OrderDoc,
  type OrderPayment,
  type Parcel,
  type Refund,
} from './order'

/** What a refund of everything that is left is for. */
export const WHOLE_ORDER = 'order'

/** The refund as it would be promised next, under its own WeChat number. */
export function nextRefund(order: OrderDoc, what: { for: string; fen: Fen; reason: string }, at: Instant): Refund {
  return { no: `${order._id}R${order.payment.refunds.length + 1}`, ...what, at }
}

/**
 * What a parcel's lost fruit cost, fen: its share of its line, so that a line which is lost part by part gives back exactly
 * its price in the end. `order` knows of the parcel already.
 */
export function lostShareFen({ _id, lines, parcels }: OrderDoc, parcel: Parcel): Fen {
  const planned = plannedId(parcel.id)
  const n = parcelLines(lines).findIndex((_, i) => parcelId(_id, i + 1) === planned)
  const [line] = parcelLines(lines)[n] ?? []
  if (!line) return 0
  const lost = Object.values(parcels).filter(({ id }) => plannedId(id) === planned)
  const all = lost.reduce((sum, each) => sum + (each.lost ?? 0), 0)
  const upTo = (pieces: number) => Math.floor((line.totalFen * pieces) / piecesOf(line))
  return upTo(all) - upTo(all - (parcel.lost ?? 0))
}

/** The payment with everything that is left promised back; as it is when nothing is left. */
export function withRestOwed(order: OrderDoc, reason: string, at: Instant): OrderPayment {
  const fen = refundableFen(order.payment)
  if (fen === 0) return order.payment
  return {
    ...order.payment,
    refunds: [...order.payment.refunds, nextRefund(order, { for: WHOLE_ORDER, fen, reason }, at)],
  }
}

/** The payment once WeChat has taken one of its refunds. */
export function withRefundDone(
  payment: OrderPayment,
  no: string,
  state: OrderPayment['state'],
  at: Instant,
): OrderPayment {
  const refunds = payment.refunds.map((refund) => (refund.no === no ? { ...refund, doneAt: at } : refund))
  const refundedFen = refunds.reduce((sum, { fen, doneAt }) => (doneAt ? sum + fen : sum), 0)
  return { ...payment, state, refunds, refundedFen }
}

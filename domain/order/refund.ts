import type { Fen } from '../money'
import type { Instant } from '../time'
import { refundableFen, type OrderDoc, type OrderPayment, type Refund } from './order'

/** What a refund of everything that is left is for. */
export const WHOLE_ORDER = 'order'

/** The refund as it would be promised next, under its own WeChat number. */
export function nextRefund(order: OrderDoc, what: { for: string; fen: Fen; reason: string }, at: Instant): Refund {
  return { no: `${order._id}R${order.payment.refunds.length + 1}`, ...what, at }
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

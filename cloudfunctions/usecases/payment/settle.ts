import type { OrderDoc } from '../../../domain/order/order'
import type { By } from '../../../domain/history'
import type { Ports } from '../../ports/ports'
import { changeOrder } from '../core/change'
import { knownDoc } from '../core/known'

export type Settlement =
  | { kind: 'settled'; order: OrderDoc }
  /** Nothing has been paid, or it has been sent back already. `open`: WeChat would still take money for this number. */
  | { kind: 'unpaid'; open: boolean }
  | { kind: 'unknownOrder' }
  /** A second payment, or one of a wrong amount: noted with the order, and on its way back. */
  | { kind: 'stray'; order: OrderDoc }

const WECHAT: By = { actor: 'wechat', id: 'wechat' }

/** The order a payment belongs to: `<order number>P<n>`. A number may itself hold a P, so the last one counts. */
export function orderNoOf(outTradeNo: string): string | null {
  return /^(GY[0-9A-Z]+)P\d+$/.exec(outTradeNo)?.[1] ?? null
}

/**
 * Moves an order by what WeChat itself says about a payment (O7). The same payment twice changes nothing; a payment of a
 * cancelled order, a second one, and one of a wrong amount are recorded and refunded. Throws when WeChat or the database
 * does not answer.
 */
export async function settleOrder(ports: Ports, outTradeNo: string): Promise<Settlement> {
  const orderNo = orderNoOf(outTradeNo)
  const order = orderNo ? (knownDoc<OrderDoc>(ports, orderNo) ?? (await ports.db.get('orders', orderNo))) : null
  if (!order) {
    ports.log({ level: 'error', what: 'payment of an unknown order', outTradeNo })
    return { kind: 'unknownOrder' }
  }
  const status = await ports.payments.status(outTradeNo)
  if (status.state !== 'paid') return { kind: 'unpaid', open: status.state === 'unpaid' }
  const { transactionId, paidFen } = status
  const command = { type: 'settle' as const, outTradeNo, transactionId, paidFen }
  const settled = await changeOrder(ports, order._id, command, WECHAT, { loaded: order })
  if (settled.payment.transactionId === transactionId) return { kind: 'settled', order: settled }
  ports.log({ level: 'error', what: 'payment nobody asked for, sent back', outTradeNo, paidFen })
  return { kind: 'stray', order: settled }
}

import type { OrderDoc } from '../../../domain/order/order'
import { Refused } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import { changeOrder } from '../core/change'
import { bySystem } from './system'

/**
 * Sends back what the customer paid, once (A2): WeChat refunds one refund number once, and the order takes note of it
 * once, because nothing is left to refund afterwards.
 */
export async function refund(ports: Ports, order: OrderDoc): Promise<void> {
  const { state, paidWith, paidFen, refundedFen } = order.payment
  if (state !== 'paid' || !paidWith) return
  const refundFen = paidFen - refundedFen
  await ports.payments.refund({
    outTradeNo: paidWith,
    refundNo: `${order._id}R1`,
    refundFen,
    totalFen: paidFen,
    reason: order.history[order.history.length - 1]?.note ?? '订单取消',
  })
  try {
    await changeOrder(ports, order._id, { type: 'refunded', refundFen }, bySystem('refund'))
  } catch (error) {
    if (!(error instanceof Refused) || !(await isRefunded(ports, order._id))) throw error
  }
}

async function isRefunded(ports: Ports, orderNo: string): Promise<boolean> {
  return (await ports.db.get('orders', orderNo))?.payment.state === 'refunded'
}

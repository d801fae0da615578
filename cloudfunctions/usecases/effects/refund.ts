import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { changeOrder } from '../core/change'
import { doEach } from './each'
import { bySystem } from './system'

const ORDER_ENDED = '订单取消'

/**
 * Sends back what the order owes its customer, each refund once (A2): WeChat refunds one refund number once, and the
 * order notes each number once.
 */
export async function refund(ports: Ports, order: OrderDoc): Promise<void> {
  const { paidWith, paidFen, refunds } = order.payment
  if (!paidWith) return
  const waiting = refunds.filter(({ doneAt }) => !doneAt)
  await doEach(waiting, async ({ no, fen, reason }) => {
    mindTheTime(ports)
    await ports.payments.refund({
      outTradeNo: paidWith,
      refundNo: no,
      refundFen: fen,
      totalFen: paidFen,
      reason: reason || ORDER_ENDED,
    })
    await changeOrder(ports, order._id, { type: 'refunded', no }, bySystem('refund'))
  })
}

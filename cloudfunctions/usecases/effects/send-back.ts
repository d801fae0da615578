import { strays, type OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { changeOrder } from '../core/change'
import { doEach } from './each'
import { bySystem } from './system'

/** Payments nobody asked for go back whole, each once: WeChat refunds one refund number once (A2). */
export async function sendBack(ports: Ports, order: OrderDoc): Promise<void> {
  const waiting = strays(order.payment).filter(({ sentBackAt }) => !sentBackAt)
  await doEach(waiting, async ({ outTradeNo, paidFen, why }) => {
    mindTheTime(ports)
    await ports.payments.refund({
      outTradeNo,
      refundNo: `${outTradeNo}R1`,
      refundFen: paidFen,
      totalFen: paidFen,
      reason: why === 'again' ? '重复付款' : '付款金额不符',
    })
    await changeOrder(ports, order._id, { type: 'sentBack', outTradeNo }, bySystem('sendBack'))
  })
}

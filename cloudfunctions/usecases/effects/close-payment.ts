import { strays, type OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { settleOrder } from '../payment/settle'

/**
 * No other sheet of a paid order, and no sheet of a cancelled one, may be paid any more (O8). One that was paid meanwhile
 * is settled, which sends the money back.
 */
export async function closePayment(ports: Ports, order: OrderDoc): Promise<void> {
  const known = [order.payment.paidWith, ...strays(order.payment).map(({ outTradeNo }) => outTradeNo)]
  for (const { outTradeNo } of order.payment.attempts) {
    if (known.includes(outTradeNo)) continue
    mindTheTime(ports)
    const settlement = await settleOrder(ports, outTradeNo)
    if (settlement.kind === 'unpaid' && settlement.open) await ports.payments.close(outTradeNo)
  }
}

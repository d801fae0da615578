import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { settleOrder } from '../payment/settle'

/** No sheet of a cancelled order may be paid any more (O8). One that was paid meanwhile is settled, which refunds it. */
export async function closePayment(ports: Ports, order: OrderDoc): Promise<void> {
  for (const { outTradeNo } of order.payment.attempts) {
    const { state } = await ports.payments.status(outTradeNo)
    if (state === 'unpaid') await ports.payments.close(outTradeNo)
    if (state === 'paid') await settleOrder(ports, outTradeNo)
  }
}

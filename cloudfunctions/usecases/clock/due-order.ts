import type { By } from '../../../domain/history'
import { autoReceiptAt } from '../../../domain/order/evolve'
import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { Refused } from '../../../domain/refusals'
import { changeOrder } from '../core/change'
import { NotNow } from '../core/not-now'
import { relay } from '../core/relay'
import { settleOrder } from '../payment/settle'

export const CLOCK: By = { actor: 'clock', id: 'clock' }

/** What time asks of an order: expire it (O8), count receipt as confirmed (S10), or send what is left in its outbox. */
export async function workOnOrder(ports: Ports, order: OrderDoc): Promise<void> {
  const now = ports.now()
  if (order.state === 'placed' && now >= order.payBy) return expire(ports, order)
  if (now >= autoReceiptAt(order)) {
    await changeOrder(ports, order._id, { type: 'complete' }, CLOCK, { loaded: order })
    return
  }
  await relay(ports, 'orders', order)
}

// The notice of a payment may be late, so WeChat is asked first: an order that was paid in time is never cancelled.
async function expire(ports: Ports, order: OrderDoc): Promise<void> {
  for (const { outTradeNo } of order.payment.attempts) {
    mindTheTime(ports)
    const { kind } = await settleOrder(ports, outTradeNo).catch((error: unknown) => {
      throw error instanceof Refused ? error : new NotNow(`WeChat Pay is silent: ${String(error)}`)
    })
    if (kind === 'settled') return
  }
  await changeOrder(ports, order._id, { type: 'expire' }, CLOCK)
}

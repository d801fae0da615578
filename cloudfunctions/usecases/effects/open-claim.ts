import { newClaim } from '../../../domain/aftersale/evolve'
import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { relay } from '../core/relay'

/** Every claim the customer made gets its document, under the number the order gave it: made twice, it is there once. */
export async function openClaim(ports: Ports, order: OrderDoc): Promise<void> {
  const shopper = { actor: 'shopper' as const, id: order.openid }
  for (const asked of Object.values(order.claims)) {
    if (asked.version > 0) continue
    mindTheTime(ports)
    const claim = newClaim(order, asked, shopper, ports.now())
    if ((await ports.db.insert('aftersales', claim)) === 'inserted') await relay(ports, 'aftersales', claim)
  }
}

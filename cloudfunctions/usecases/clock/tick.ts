import { later } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { workThrough } from './due'
import { workOnClaim } from './due-claim'
import { workOnFulfilment } from './due-fulfilment'
import { workOnOrder } from './due-order'
import { isNight, releaseOrphans } from './orphans'

/** A tick ends well before the timer's function would be cut off (20 s); what is left waits for the next one. */
const BUDGET_MINUTES = 0.25

/**
 * One round of the clock: every order, parcel and claim that is due. With nothing due it costs one read per collection,
 * and once a night a look at the counters.
 */
export async function tick(ports: Ports): Promise<{ orders: number; fulfilments: number; aftersales: number }> {
  const stopAt = later(ports.now(), BUDGET_MINUTES, 'minute')
  const orders = await workThrough(
    ports,
    (limit) => ports.db.find('orders', due(ports, limit)),
    (doc) => workOnOrder(ports, doc),
    stopAt,
  )
  const fulfilments = await workThrough(
    ports,
    (limit) => ports.db.find('fulfilments', due(ports, limit)),
    (doc) => workOnFulfilment(ports, doc),
    stopAt,
  )
  const aftersales = await workThrough(
    ports,
    (limit) => ports.db.find('aftersales', due(ports, limit)),
    (doc) => workOnClaim(ports, doc),
    stopAt,
  )
  if (isNight(ports.now())) await releaseOrphans(ports)
  return { orders, fulfilments, aftersales }
}

function due(ports: Ports, limit: number) {
  const order: [string, 'asc' | 'desc'][] = [['dueAt', 'asc']]
  return { where: { dueAt: { lte: ports.now() } }, order, limit }
}

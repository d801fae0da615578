import type { Counter } from '../../../domain/catalogue/counter'
import { compactDay, sayTime, type Instant } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { releasePieces } from '../core/stock'

const COUNTERS = 1000
/** The timer comes every ten minutes, so one round falls into this part of the night in Shanghai. */
const NIGHT = { from: '03:00', to: '03:10' }

interface Orphan {
  counterId: string
  orderNo: string
  pieces: number
}

/** Whether this round is the one that looks for orphans. */
export function isNight(now: Instant): boolean {
  const time = sayTime(now)
  return time >= NIGHT.from && time < NIGHT.to
}

/**
 * Gives back fruit that is held for an order which was never written, because its function ended in between (O9).
 * Holds of the running day are left alone: their orders may be on the way.
 */
export async function releaseOrphans(ports: Ports): Promise<void> {
  const counters = await ports.db.find('counters', { where: {}, limit: COUNTERS })
  const old = counters.flatMap((counter) => oldHolds(counter, ports.now()))
  if (old.length === 0) return
  const nos = [...new Set(old.map(({ orderNo }) => orderNo))].slice(0, COUNTERS)
  const orders = await ports.db.find('orders', { where: { _id: { in: nos } }, limit: nos.length })
  const known = new Set(orders.map(({ _id }) => _id))
  for (const { counterId, orderNo, pieces } of old) {
    if (known.has(orderNo) || !nos.includes(orderNo)) continue
    await releasePieces(ports, orderNo, { [counterId]: pieces })
    ports.log({ level: 'warn', what: 'orphaned hold given back', counter: counterId, order: orderNo, pieces })
  }
}

// An orchard's plot is held for parcels, whose ids are longer; an order's hold carries the day in its number.
function oldHolds({ _id, holds }: Counter, now: Instant): Orphan[] {
  return Object.entries(holds)
    .filter(([holder]) => /^GY\d{6}[0-9A-Z]+$/.test(holder) && holder.slice(2, 8) !== compactDay(now))
    .map(([orderNo, pieces]) => ({ counterId: _id, orderNo, pieces }))
}

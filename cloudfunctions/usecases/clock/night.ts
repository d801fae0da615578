import { dayOf, sayTime, type Instant } from '../../../domain/time'
import { outOfTime } from '../core/budget'
import type { Ports } from '../../ports/ports'
import { pagesOf } from '../core/read-all'
import { releaseExtraPlaces, releaseHolds } from './orphans'

/** Part of the night in Shanghai, long enough for a dozen rounds of the timer. */
const NIGHT = { from: '03:00', to: '05:00' }
const COUNTERS_AT_ONCE = 50

/** Whether this round may look for orphans. */
export function isNight(now: Instant): boolean {
  const time = sayTime(now)
  return time >= NIGHT.from && time < NIGHT.to
}

/**
 * Once a night, looks through all counters and places for what is kept for nobody. What a round has no time for, the next
 * one goes on with: the last counter seen is kept beside the lease.
 */
export async function lookForOrphans(ports: Ports): Promise<void> {
  const now = ports.now()
  if (!isNight(now)) return
  const day = dayOf(now)
  const known = (await ports.db.get('leases', 'clock'))?.night
  const after = known?.day === day ? known.after : ''
  if (after === null) return
  for await (const counters of pagesOf(ports, 'counters', {}, { after, size: COUNTERS_AT_ONCE })) {
    if (outOfTime(ports)) return
    await releaseHolds(ports, counters)
    await keep(ports, day, counters[counters.length - 1]._id)
  }
  await releaseExtraPlaces(ports)
  await keep(ports, day, null)
}

async function keep(ports: Ports, day: string, after: string | null): Promise<void> {
  await ports.db.update('leases', { _id: 'clock' }, { set: { night: { day, after } } })
}

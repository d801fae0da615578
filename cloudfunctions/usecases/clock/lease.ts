import { later } from '../../../domain/time'
import { FUNCTION_MS } from '../core/budget'
import type { Ports } from '../../ports/ports'

/** A little longer than the platform lets the function live: a killed tick blocks the next one no longer than that. */
const LEASE_MINUTES = (FUNCTION_MS * 1.25) / 60_000

/** Takes the clock's lease in one conditional update; null while another tick has it. Answers the holder's name. */
export async function takeLease(ports: Ports): Promise<string | null> {
  const now = ports.now()
  const holder = Buffer.from(ports.random(9)).toString('hex')
  const until = later(now, LEASE_MINUTES, 'minute')
  if (await ports.db.update('leases', { _id: 'clock', until: { lte: now } }, { set: { holder, until } })) return holder
  // Only the very first tick finds no lease to take.
  return (await ports.db.insert('leases', { _id: 'clock', holder, until })) === 'inserted' ? holder : null
}

/** Ends the lease before its time, if it is still this holder's. */
export async function endLease(ports: Ports, holder: string): Promise<void> {
  await ports.db.update('leases', { _id: 'clock', holder }, { set: { until: '' } })
}

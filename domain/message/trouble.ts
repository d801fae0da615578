import { step } from '../machine'
import type { Instant } from '../time'
import { MESSAGE } from './machine'
import { isReadable, type Outbox, type OutboxEntry } from './outbox'
import { STUCK_AFTER } from './pauses'

/**
 * Whether a person should look at an entry: it was given up, it has been failing for two hours or for a reason that does
 * not pass, or it cannot be read.
 */
export function isTrouble(entry: unknown): boolean {
  if (!isReadable(entry)) return true
  if (entry.state === 'queued') return entry.tries >= STUCK_AFTER || entry.failure?.kind === 'permanent'
  return entry.state === 'failed'
}

/** How many entries of an outbox a person should look at. */
export function troubleIn(outbox: Outbox): number {
  return Object.values(outbox).filter(isTrouble).length
}

/** Who asks for another try: their openid, and the tap it came with. */
export interface Asked {
  by: string
  key: string
}

/**
 * The entry as it is queued again at a member of staff's request: due now, its tries counted anew. Null when there is
 * nothing to try: it is not in trouble (any more), cannot be read, or this very tap has been taken already.
 */
export function triedAgain(entry: OutboxEntry, { by, key }: Asked, now: Instant): OutboxEntry | null {
  if (!isReadable(entry) || !isTrouble(entry) || (entry.again?.key === key && entry.again.by === by)) return null
  const move = step(MESSAGE, entry.state, 'tryAgain', 'merchant')
  if (!move.ok) return null
  const again = { times: (entry.again?.times ?? 0) + 1, by, at: now, key }
  const { failure: _before, ...rest } = entry
  return { ...rest, state: move.transition.to, tries: 0, nextAt: now, again }
}

import type { Actor } from './machine'
import type { Instant } from './time'

/** Who acts: the kind of person and their openid (or a name of our own for the clock and follow-ups). */
export interface By {
  actor: Actor
  id: string
}

/** One act, as it is kept in the document: who, what, when and why (D5). */
export interface HistoryEntry {
  at: Instant
  by: By
  /** Command that was given. */
  did: string
  /** State after it. */
  to: string
  note?: string
  /** The page's idempotency key; the same act of the same person with a known key has been done already. */
  key?: string
}

/** Whether this person has carried out this very command with this key before. A key answers for one act only. */
export function alreadyDone(history: readonly HistoryEntry[], key: string | undefined, did: string, by: By): boolean {
  return key !== undefined && history.some((entry) => entry.key === key && entry.did === did && entry.by.id === by.id)
}

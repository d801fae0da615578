import { MESSAGE, type EntryState } from './machine'
import { step } from '../machine'
import { later, NEVER, earliest, type Instant } from '../time'
import type { Effect } from '../effects'

/** One thing that must leave a document; stored in the same write as the move that caused it. */
export interface OutboxEntry {
  effect: Effect
  state: EntryState
  tries: number
  /** When the relay may try (again). */
  nextAt: Instant
  /** Why the last try failed. */
  error?: string
}

/** Entries by id; the id is `<version>-<effect>`, so the same entry is never queued twice. */
export type Outbox = Record<string, OutboxEntry>

export const LAST_TRY = 8

/** Adds the effects of a move. Keys hold no dots: they are also paths in the database. */
export function queue(outbox: Outbox, version: number, effects: readonly Effect[], at: Instant): Outbox {
  const added = effects.map((effect): [string, OutboxEntry] => [
    `${version}-${effect.replace('.', '-')}`,
    { effect, state: 'queued', tries: 0, nextAt: at },
  ])
  return { ...settled(outbox), ...Object.fromEntries(added) }
}

// What was sent has done its work; keeping it would let the document grow with every move.
function settled(outbox: Outbox): Outbox {
  return Object.fromEntries(Object.entries(outbox).filter(([, entry]) => entry.state !== 'sent'))
}

/** The entries to try now, oldest first. */
export function dueEntries(outbox: Outbox, now: Instant): [string, OutboxEntry][] {
  return Object.entries(outbox)
    .filter(([, entry]) => entry.state === 'queued' && entry.nextAt <= now)
    .sort(([a], [b]) => Number.parseInt(a) - Number.parseInt(b))
}

/** When the relay must look again; NEVER when all is sent or given up. */
export function outboxDueAt(outbox: Outbox): Instant {
  return earliest(...Object.values(outbox).map((entry) => (entry.state === 'queued' ? entry.nextAt : NEVER)))
}

/** The entry after a try: sent, queued again with doubling pauses from one minute, or failed for good. */
export function afterTry(
  entry: OutboxEntry,
  outcome: { ok: true } | { ok: false; error: string },
  now: Instant,
): OutboxEntry {
  const tries = entry.tries + 1
  const command = outcome.ok ? 'deliver' : tries >= LAST_TRY ? 'giveUp' : 'retry'
  const move = step(MESSAGE, entry.state, command, 'system')
  if (!move.ok) return entry
  return {
    ...entry,
    state: move.transition.to,
    tries,
    nextAt: outcome.ok ? entry.nextAt : later(now, 2 ** (tries - 1), 'minute'),
    ...(outcome.ok ? {} : { error: outcome.error }),
  }
}

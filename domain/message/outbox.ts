import { MESSAGE, type EntryMove, type EntryState } from './machine'
import { step } from '../machine'
import { later, NEVER, earliest, type Instant } from '../time'
import { isMessage, type Effect } from '../effects'

/** One thing that must leave a document; stored in the same write as the move that caused it. */
export interface OutboxEntry {
  effect: Effect
  state: EntryState
  tries: number
  /** When the relay may try (again). */
  nextAt: Instant
  /** Moves the document had made when this was queued: a late message speaks of its own move, not of the newest. */
  moves?: number
  /** Why the last try failed. */
  error?: string
}

/** Entries by id; the id is `<version>-<effect>`, so the same entry is never queued twice. */
export type Outbox = Record<string, OutboxEntry>

/** After this many tries a message is given up; anything else is tried once a day, and a person is told. */
export const LAST_TRY = 8

/** Adds the effects of a move. Keys hold no dots: they are also paths in the database. */
export function queue(
  outbox: Outbox,
  version: number,
  effects: readonly Effect[],
  at: Instant,
  moves?: number,
): Outbox {
  const added = effects.map((effect): [string, OutboxEntry] => [
    `${version}-${effect.replace('.', '-')}`,
    { effect, state: 'queued', tries: 0, nextAt: at, ...(moves === undefined ? {} : { moves }) },
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

export type Outcome = { ok: true } | { ok: false; error: string }

/** The entry after a try: sent, queued again with doubling pauses from one minute, postponed by a day, or given up. */
export function afterTry(entry: OutboxEntry, outcome: Outcome, now: Instant): OutboxEntry {
  const tries = entry.tries + 1
  const move = step(MESSAGE, entry.state, moveAfter(entry.effect, tries, outcome), 'system')
  if (!move.ok) return entry
  return {
    ...entry,
    state: move.transition.to,
    tries,
    nextAt: outcome.ok ? entry.nextAt : nextTry(tries, now),
    ...(outcome.ok ? {} : { error: outcome.error }),
  }
}

/** The outbox after a round of tries, with what has to be told of those that failed once too often. */
export function afterTries(
  outbox: Outbox,
  outcomes: Readonly<Record<string, Outcome>>,
  version: number,
  now: Instant,
): Outbox {
  const tried = Object.fromEntries(
    Object.entries(outbox).map(([id, entry]) => [id, outcomes[id] ? afterTry(entry, outcomes[id], now) : entry]),
  )
  const postponed = Object.entries(outcomes).some(
    ([id, outcome]) => outbox[id]?.state === 'queued' && becomesStuck(outbox[id], outcome),
  )
  const [told] = MESSAGE.transitions.filter(({ command }) => command === 'postpone')
  return postponed ? { ...tried, ...queue({}, version, told.effects, now) } : tried
}

/** What has failed so often that a person must know, and is still to be done. */
export function stuckEffects(outbox: Outbox): Effect[] {
  return Object.values(outbox)
    .filter(({ effect, state, tries }) => state === 'queued' && tries >= LAST_TRY && !isMessage(effect))
    .map(({ effect }) => effect)
}

function becomesStuck(entry: OutboxEntry, outcome: Outcome): boolean {
  return moveAfter(entry.effect, entry.tries + 1, outcome) === 'postpone'
}

function moveAfter(effect: Effect, tries: number, outcome: Outcome): EntryMove {
  if (outcome.ok) return 'deliver'
  if (tries < LAST_TRY) return 'retry'
  if (isMessage(effect)) return 'giveUp'
  return tries === LAST_TRY ? 'postpone' : 'retry'
}

function nextTry(tries: number, now: Instant): Instant {
  return tries < LAST_TRY ? later(now, 2 ** (tries - 1), 'minute') : later(now, 1, 'day')
}

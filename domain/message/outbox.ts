import { isMessage, type Effect } from '../effects'
import { step } from '../machine'
import { earliest, NEVER, type Instant } from '../time'
import { MESSAGE, type EntryMove, type EntryState } from './machine'
import type { Failure, Outcome } from './outcome'
import { LAST_TRY, nextDay, nextTry, STUCK_AFTER } from './pauses'

/** One thing that must leave a document; stored in the same write as the move that caused it. */
export interface OutboxEntry {
  effect: Effect
  state: EntryState
  tries: number
  /** When it was queued. */
  since: Instant
  /** When the relay may try (again). */
  nextAt: Instant
  /** Moves the document had made when this was queued: a late message speaks of its own move, not of the newest. */
  moves?: number
  /** Why the last try failed. */
  failure?: Failure
  /** How often a member of staff asked for it to be tried again, and who did last with which tap. */
  again?: { times: number; by: string; at: Instant; key: string }
}

/** Entries by id; the id is `<version>-<effect>`, so the same entry is never queued twice. */
export type Outbox = Record<string, OutboxEntry>

/** A document that things leave from. */
export interface Bearer {
  _id: string
  version: number
  outbox: Outbox
  /** When the clock must look at it; NEVER when it waits for nothing. */
  dueAt: Instant
  /** Entries that have failed or wait too long: what the merchant's page lists. */
  trouble: number
}

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
    { effect, state: 'queued', tries: 0, since: at, nextAt: at, ...(moves === undefined ? {} : { moves }) },
  ])
  return { ...unsettled(outbox), ...Object.fromEntries(added) }
}

// What was sent has done its work; keeping it would let the document grow with every move.
function unsettled(outbox: Outbox): Outbox {
  return Object.fromEntries(Object.entries(outbox).filter(([, entry]) => !isReadable(entry) || entry.state !== 'sent'))
}

/** Whether an entry can be worked with. One that cannot stands aside: it holds up neither the others nor its document. */
export function isReadable(entry: unknown): entry is OutboxEntry {
  if (typeof entry !== 'object' || entry === null) return false
  const { effect, state, tries, nextAt } = entry as Partial<Record<keyof OutboxEntry, unknown>>
  const known = (MESSAGE.states as readonly unknown[]).includes(state)
  return typeof effect === 'string' && known && Number.isSafeInteger(tries) && !Number.isNaN(Date.parse(String(nextAt)))
}

function readable(outbox: Outbox): [string, OutboxEntry][] {
  return Object.entries(outbox).filter(([, entry]) => isReadable(entry))
}

/** The entries to try now, oldest first. */
export function dueEntries(outbox: Outbox, now: Instant): [string, OutboxEntry][] {
  return readable(outbox)
    .filter(([, entry]) => entry.state === 'queued' && entry.nextAt <= now)
    .sort(([a], [b]) => Number.parseInt(a) - Number.parseInt(b))
}

/** When the relay must look again; NEVER when all is sent or given up. */
export function outboxDueAt(outbox: Outbox): Instant {
  return earliest(...readable(outbox).map(([, entry]) => (entry.state === 'queued' ? entry.nextAt : NEVER)))
}

/**
 * The entry after a try. Queued again after a passing failure, with doubling pauses. Given up when the failure is
 * permanent or came once too often, if it is a message; anything else comes up daily.
 */
export function afterTry(entry: OutboxEntry, outcome: Outcome, now: Instant): OutboxEntry {
  const tries = entry.tries + 1
  const move = step(MESSAGE, entry.state, moveAfter(entry.effect, tries, outcome), 'system')
  if (!move.ok) return entry
  const { failure: _before, ...rest } = entry
  if (outcome.kind === 'done') return { ...rest, state: move.transition.to, tries }
  const nextAt = outcome.kind === 'permanent' ? nextDay(now) : nextTry(tries, now)
  return { ...rest, state: move.transition.to, tries, nextAt, failure: outcome }
}

/** The outbox after a round of tries, with what has to be told of those that a person must know of, and does not yet. */
export function afterTries(
  outbox: Outbox,
  outcomes: Readonly<Record<string, Outcome>>,
  version: number,
  now: Instant,
): Outbox {
  const tried = Object.fromEntries(
    Object.entries(outbox).map(([id, entry]) => [
      id,
      Object.hasOwn(outcomes, id) && isReadable(entry) ? afterTry(entry, outcomes[id], now) : entry,
    ]),
  )
  const postponed = readable(outbox).some(
    ([id, entry]) => Object.hasOwn(outcomes, id) && isStuck(tried[id]) && !isStuck(entry) && !entry.again,
  )
  const [told] = MESSAGE.transitions.filter(({ command }) => command === 'postpone')
  return postponed ? { ...tried, ...queue({}, version, told.effects, now) } : tried
}

/** What has failed so that a person must know, may never be given up, and is still to be done. */
export function stuckEffects(outbox: Outbox): Effect[] {
  return readable(outbox).flatMap(([, entry]) => (isStuck(entry) ? [entry.effect] : []))
}

function isStuck({ effect, state, tries, failure }: OutboxEntry): boolean {
  return state === 'queued' && !isMessage(effect) && (tries >= STUCK_AFTER || failure?.kind === 'permanent')
}

function moveAfter(effect: Effect, tries: number, outcome: Outcome): EntryMove {
  if (outcome.kind === 'done') return 'deliver'
  const lost = outcome.kind === 'permanent' || tries >= LAST_TRY
  if (isMessage(effect)) return lost ? 'giveUp' : 'retry'
  return outcome.kind === 'permanent' || tries === STUCK_AFTER ? 'postpone' : 'retry'
}

import { isMessage, type Effect } from '../../../domain/effects'
import { MESSAGE, type EntryState } from '../../../domain/message/machine'
import { passing, permanent, type Failure } from '../../../domain/message/outcome'
import { afterTry, type OutboxEntry } from '../../../domain/message/outbox'
import { LAST_TRY, STUCK_AFTER } from '../../../domain/message/pauses'
import { isTrouble, triedAgain, troubleIn } from '../../../domain/message/trouble'
import { later } from '../../../domain/time'
import { NINE } from './given'

const BUSY = passing('UNANSWERED', 'busy')
const REFUSED = permanent('FIELD_WRONG', 'argument invalid')
const TAP = { by: 'o-merchant-fang', key: 'tap-00001' }
const NOON = later(NINE, 3, 'hour')

/** Every entry that can be: state × tries × failure × kind of effect. */
const ALL: OutboxEntry[] = MESSAGE.states.flatMap((state: EntryState) =>
  [0, 1, STUCK_AFTER - 1, STUCK_AFTER, LAST_TRY].flatMap((tries) =>
    [undefined, BUSY, REFUSED].flatMap((failure: Failure | undefined) =>
      (['tell.paid', 'refund'] as Effect[]).map((effect) => ({
        effect,
        state,
        tries,
        since: NINE,
        nextAt: NINE,
        ...(failure ? { failure } : {}),
      })),
    ),
  ),
)
const named = ALL.map((entry) => {
  const { effect, state, tries, failure } = entry
  return [`${effect} ${state} after ${tries} tries, ${failure?.kind ?? 'no'} failure`, entry] as const
})

test.each(named)('%s: trouble is what a person should look at', (_name, entry) => {
  const waitsLong = entry.state === 'queued' && (entry.tries >= STUCK_AFTER || entry.failure === REFUSED)
  expect(isTrouble(entry)).toBe(entry.state === 'failed' || waitsLong)
})

test.each(named)('%s: may be tried again exactly when it is in trouble, and starts anew', (_name, entry) => {
  const again = triedAgain(entry, TAP, NOON)
  if (!isTrouble(entry)) return expect(again).toBeNull()
  expect(again).toMatchObject({ state: 'queued', tries: 0, nextAt: NOON, since: NINE, effect: entry.effect })
  expect(again?.failure).toBeUndefined()
  expect(isTrouble(again)).toBe(false)
})

test('the same tap does it once, another one again, and each is counted with who asked', () => {
  const failed: OutboxEntry = { effect: 'tell.paid', state: 'failed', tries: 1, since: NINE, nextAt: NINE }
  const once = triedAgain(failed, TAP, NOON) as OutboxEntry
  expect(once.again).toEqual({ times: 1, by: TAP.by, at: NOON, key: TAP.key })
  const failedAgain = afterTry(once, REFUSED, NOON)
  expect(failedAgain.state).toBe('failed')
  expect(triedAgain(failedAgain, TAP, NOON)).toBeNull()
  expect(triedAgain(failedAgain, { ...TAP, key: 'tap-00002' }, NOON)?.again?.times).toBe(2)
  expect(triedAgain(failedAgain, { ...TAP, by: 'o-merchant-wu' }, NOON)?.again?.times).toBe(2)
})

test('an entry tried again by hand has its days of patience once more', () => {
  let entry = triedAgain(
    { effect: 'tell.paid', state: 'failed', tries: LAST_TRY, since: NINE, nextAt: NINE },
    TAP,
    NOON,
  ) as OutboxEntry
  for (let tries = 1; tries < LAST_TRY; tries++) {
    entry = afterTry(entry, BUSY, NOON)
    expect(entry.state).toBe('queued')
  }
  expect(afterTry(entry, BUSY, NOON).state).toBe('failed')
})

test('what cannot be read is trouble that nobody can try again', () => {
  const odd = { effect: 7 } as unknown as OutboxEntry
  expect(isTrouble(odd)).toBe(true)
  expect(triedAgain(odd, TAP, NOON)).toBeNull()
})

test('a document counts its entries in trouble', () => {
  const outbox = Object.fromEntries(ALL.map((entry, i) => [`${i}-x`, entry]))
  expect(troubleIn(outbox)).toBe(ALL.filter(isTrouble).length)
  expect(troubleIn({})).toBe(0)
})

test('only messages are ever in the failed state', () => {
  for (const entry of ALL.filter(({ state }) => state === 'queued'))
    for (const outcome of [BUSY, REFUSED])
      if (afterTry(entry, outcome, NINE).state === 'failed') expect(isMessage(entry.effect)).toBe(true)
})

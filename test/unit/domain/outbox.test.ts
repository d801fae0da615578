import {
  afterTries,
  afterTry,
  dueEntries,
  LAST_TRY,
  outboxDueAt,
  queue,
  stuckEffects,
  type OutboxEntry,
} from '../../../domain/message/outbox'
import { later, NEVER } from '../../../domain/time'
import { NINE } from './given'

const entry = (change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  effect: 'mirror',
  state: 'queued',
  tries: 0,
  nextAt: NINE,
  ...change,
})

test('effects of a move are queued under keys that are safe as paths in the database', () => {
  const outbox = queue({}, 7, ['mirror', 'tell.growth'], NINE)
  expect(outbox).toEqual({ '7-mirror': entry(), '7-tell-growth': entry({ effect: 'tell.growth' }) })
  for (const key of Object.keys(outbox)) expect(key).not.toMatch(/[.$]/)
})

test('the next move keeps what still waits or has failed, and forgets what was sent', () => {
  const before = {
    '1-mirror': entry({ state: 'sent' }),
    '2-mirror': entry(),
    '3-refund': entry({ state: 'failed', effect: 'refund' }),
  }
  expect(Object.keys(queue(before, 4, ['mirror'], NINE))).toEqual(['2-mirror', '3-refund', '4-mirror'])
})

test('what is due comes oldest first; what waits, was sent or has failed does not come', () => {
  const outbox = {
    '10-mirror': entry(),
    '9-mirror': entry(),
    '8-mirror': entry({ nextAt: later(NINE, 1, 'minute') }),
    '7-mirror': entry({ state: 'sent' }),
    '6-mirror': entry({ state: 'failed' }),
  }
  expect(dueEntries(outbox, NINE).map(([id]) => id)).toEqual(['9-mirror', '10-mirror'])
})

test('a failed message is repeated after a pause that doubles, and given up after the last', () => {
  let current = entry({ effect: 'tell.growth' })
  const pauses: number[] = []
  for (let i = 1; i < LAST_TRY; i++) {
    current = afterTry(current, { ok: false, error: 'busy' }, NINE)
    expect(current).toMatchObject({ state: 'queued', tries: i, error: 'busy' })
    pauses.push((Date.parse(current.nextAt) - Date.parse(NINE)) / 60000)
  }
  expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 64])
  current = afterTry(current, { ok: false, error: 'busy' }, NINE)
  expect(current).toMatchObject({ state: 'failed', tries: LAST_TRY })
  expect(outboxDueAt({ a: current })).toBe(NEVER)
})

test('money and fruit are never given up: after the last try they come up daily, and a person is told once', () => {
  const failed = { ok: false, error: 'no balance' } as const
  const late = entry({ effect: 'refund', tries: LAST_TRY - 1 })
  const stuck = afterTries({ '2-refund': late }, { '2-refund': failed }, 9, NINE)
  expect(stuck).toEqual({
    '2-refund': { ...late, tries: LAST_TRY, nextAt: later(NINE, 1, 'day'), error: 'no balance' },
    '9-tell-stuck': entry({ effect: 'tell.stuck' }),
  })
  expect(stuckEffects(stuck)).toEqual(['refund'])
  const tomorrow = later(NINE, 1, 'day')
  const again = afterTries({ '2-refund': stuck['2-refund'] }, { '2-refund': failed }, 11, tomorrow)
  expect(again).toEqual({ '2-refund': { ...stuck['2-refund'], tries: 9, nextAt: later(tomorrow, 1, 'day') } })
  expect(stuckEffects(afterTries(again, { '2-refund': { ok: true } }, 12, tomorrow))).toEqual([])
})

test('what others have sent meanwhile is not told of as stuck', () => {
  const sent = entry({ effect: 'refund', tries: LAST_TRY - 1, state: 'sent' })
  expect(afterTries({ '2-refund': sent }, { '2-refund': { ok: false, error: 'late' } }, 9, NINE)).toEqual({
    '2-refund': sent,
  })
})

test('a sent entry stays sent, whatever a late second try says', () => {
  const sent = afterTry(entry(), { ok: true }, NINE)
  expect(sent).toMatchObject({ state: 'sent', tries: 1 })
  expect(afterTry(sent, { ok: false, error: 'late' }, NINE)).toEqual(sent)
})

test('the relay looks again at the earliest waiting entry, or never', () => {
  const soon = later(NINE, 3, 'minute')
  expect(
    outboxDueAt({
      a: entry({ nextAt: later(NINE, 5, 'minute') }),
      b: entry({ nextAt: soon }),
      c: entry({ state: 'sent' }),
    }),
  ).toBe(soon)
  expect(outboxDueAt({})).toBe(NEVER)
})

import { FAILURES, passing, permanent, together, type Outcome } from '../../../domain/message/outcome'
import {
  afterTries,
  afterTry,
  dueEntries,
  isReadable,
  outboxDueAt,
  queue,
  stuckEffects,
  type Outbox,
  type OutboxEntry,
} from '../../../domain/message/outbox'
import { LAST_TRY, STUCK_AFTER } from '../../../domain/message/pauses'
import { later, NEVER } from '../../../domain/time'
import { NINE } from './given'

const DONE: Outcome = { kind: 'done' }
const BUSY = passing('UNANSWERED', 'busy')
const REFUSED = permanent('NOT_ALLOWED', 'user refuse')
const entry = (change: Partial<OutboxEntry> = {}): OutboxEntry => ({
  effect: 'mirror',
  state: 'queued',
  tries: 0,
  since: NINE,
  nextAt: NINE,
  ...change,
})
const minutes = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 60000

test('effects of a move are queued under keys that are safe as paths in the database', () => {
  const outbox = queue({}, 7, ['mirror', 'tell.growth'], NINE)
  expect(outbox).toEqual({ '7-mirror': entry(), '7-tell-growth': entry({ effect: 'tell.growth' }) })
  for (const key of Object.keys(outbox)) expect(key).not.toMatch(/[.$]/)
})

test('the next move keeps what still waits, has failed or cannot be read, and forgets what was sent', () => {
  const before = {
    '1-mirror': entry({ state: 'sent' }),
    '2-mirror': entry(),
    '3-refund': entry({ state: 'failed', effect: 'refund' }),
    '3-odd': null as unknown as OutboxEntry,
  }
  expect(Object.keys(queue(before, 4, ['mirror'], NINE))).toEqual(['2-mirror', '3-refund', '3-odd', '4-mirror'])
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

test('a message that fails for a passing reason is tried for three days at least, two hours apart at most', () => {
  let current = entry({ effect: 'tell.growth' })
  let now = NINE
  const pauses: number[] = []
  while (current.state === 'queued') {
    current = afterTry(current, BUSY, now)
    if (current.state === 'queued') pauses.push(minutes(now, current.nextAt))
    now = current.nextAt
  }
  expect(pauses.slice(0, 9)).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120])
  expect(Math.max(...pauses)).toBe(120)
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThanOrEqual(3 * 24 * 60)
  expect(current).toMatchObject({ state: 'failed', tries: LAST_TRY, failure: BUSY })
  expect(outboxDueAt({ a: current })).toBe(NEVER)
})

test('tries count and not days, so that a clock that stood still for a week gives nothing up', () => {
  expect(afterTry(entry({ effect: 'tell.growth', tries: 1 }), BUSY, later(NINE, 7, 'day')).state).toBe('queued')
})

test('a message that is refused for good has failed at once, with its reason', () => {
  const failed = afterTry(entry({ effect: 'tell.growth' }), REFUSED, NINE)
  expect(failed).toMatchObject({ state: 'failed', tries: 1, failure: { code: 'NOT_ALLOWED', kind: 'permanent' } })
})

test('money and fruit are never given up: the pauses grow to a day, and a person is told once', () => {
  let outbox: Outbox = { '2-refund': entry({ effect: 'refund' }) }
  let now = NINE
  let told = 0
  for (let tries = 1; tries <= LAST_TRY + 20; tries++) {
    const before = Object.keys(outbox).length
    outbox = afterTries(outbox, { '2-refund': BUSY }, tries, now)
    if (Object.keys(outbox).length > before) told++
    expect(outbox['2-refund']).toMatchObject({ state: 'queued', tries })
    expect(stuckEffects(outbox)).toEqual(tries >= STUCK_AFTER ? ['refund'] : [])
    const pause = minutes(now, outbox['2-refund'].nextAt)
    expect(pause).toBeLessThanOrEqual(tries < LAST_TRY ? 120 : 24 * 60)
    now = outbox['2-refund'].nextAt
  }
  expect(minutes(NINE, now)).toBeGreaterThan(22 * 24 * 60)
  expect(told).toBe(1)
  expect(outbox[`${STUCK_AFTER}-tell-stuck`]).toMatchObject({ effect: 'tell.stuck', state: 'queued' })
  expect(stuckEffects(afterTries(outbox, { '2-refund': DONE }, 99, now))).toEqual([])
})

test('money and fruit that are refused for good are told of at once, and still come up daily', () => {
  const lost = permanent('EFFECT_UNKNOWN', 'teleport')
  const outbox = afterTries({ '2-plan': entry({ effect: 'plan' }) }, { '2-plan': lost }, 9, NINE)
  expect(outbox['2-plan']).toMatchObject({ state: 'queued', tries: 1, nextAt: later(NINE, 1, 'day') })
  expect(outbox['9-tell-stuck']).toMatchObject({ effect: 'tell.stuck' })
  const tomorrow = later(NINE, 1, 'day')
  expect(Object.keys(afterTries(outbox, { '2-plan': lost }, 10, tomorrow))).toEqual(['2-plan', '9-tell-stuck'])
})

test('what others have sent meanwhile is not told of as stuck', () => {
  const sent = entry({ effect: 'refund', tries: STUCK_AFTER - 1, state: 'sent' })
  expect(afterTries({ '2-refund': sent }, { '2-refund': BUSY }, 9, NINE)).toEqual({ '2-refund': sent })
})

test('a sent entry stays sent, whatever a late second try says, and keeps no failure', () => {
  const sent = afterTry(entry({ failure: BUSY }), DONE, NINE)
  expect(sent).toMatchObject({ state: 'sent', tries: 1 })
  expect(sent.failure).toBeUndefined()
  expect(afterTry(sent, BUSY, NINE)).toEqual(sent)
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

test('one outcome for several receivers: tried again while that may help anybody, refused only then', () => {
  expect(together([])).toEqual(DONE)
  expect(together([DONE, DONE])).toEqual(DONE)
  expect(together([DONE, REFUSED])).toEqual(REFUSED)
  expect(together([REFUSED, BUSY, DONE])).toEqual(BUSY)
})

test('every failure is said in both languages, within a line of a phone', () => {
  for (const { zh, en } of Object.values(FAILURES)) {
    expect([...zh].length).toBeLessThanOrEqual(24)
    expect(en.length).toBeLessThanOrEqual(70)
    expect(`${zh}${en}`).not.toMatch(/[!！]/)
  }
})

describe('an entry that cannot be read', () => {
  const odd: [string, unknown][] = [
    ['nothing', null],
    ['a word', 'mirror'],
    ['a list', []],
    ['an unknown state', { ...entry(), state: 'lost' }],
    ['no effect', { ...entry(), effect: undefined }],
    ['an effect that is no word', { ...entry(), effect: { $gt: '' } }],
    ['half a try', { ...entry(), tries: 0.5 }],
    ['tries without end', { ...entry(), tries: Infinity }],
    ['no moment', { ...entry(), nextAt: undefined }],
    ['a moment that is none', { ...entry(), nextAt: 'soon' }],
  ]

  test.each(odd)('because it has %s holds up neither the others nor the clock', (_why, value) => {
    const outbox = { '1-odd': value, '2-mirror': entry() } as Outbox
    expect(isReadable(value)).toBe(false)
    expect(dueEntries(outbox, NINE).map(([id]) => id)).toEqual(['2-mirror'])
    expect(outboxDueAt(outbox)).toBe(NINE)
    expect(stuckEffects(outbox)).toEqual([])
    expect(afterTries(outbox, { '1-odd': DONE, '2-mirror': DONE }, 3, NINE)).toEqual({
      '1-odd': value,
      '2-mirror': entry({ state: 'sent', tries: 1 }),
    })
    expect(Object.keys(queue(outbox, 4, ['plan'], NINE))).toEqual(['1-odd', '2-mirror', '4-plan'])
  })
})

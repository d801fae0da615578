import type { FaultRule } from '../../../localcloud/src/index'
import { later } from '../../../domain/time'
import { demoDocuments } from '../../../workbench/demo'
import { brokenBetween, brokenInvariants, dumpOf, type Dump } from '../../invariants'
import { MINUTE, type TestCloud } from '../support/cloud'
import { nextNight, roundAt, type Act } from './act'
import type { Known, Theatre } from './stages'

/** One call of an act to the database or to WeChat: the nth of its kind. */
export interface Point {
  action: string
  /** Collection or API, for people. */
  subject: string
  function: string
  collection?: string
  nth: number
}

export const BLOWS = ['killed before', 'answer lost after'] as const
export type Blow = (typeof BLOWS)[number]

export interface Outcome {
  ended: 'done' | 'undone'
  /** What is wrong, one sentence each. */
  problems: string[]
}

const TIMER = 10 * MINUTE
/** An effect that failed is tried after a minute, and again after two; a notice is repeated within seconds. */
const MOST_ROUNDS = 6
const KEY = 'the-same-key-both-times'

/** Makes the act once without any failure and answers its calls, and what is wrong even so. */
export async function pointsOf({ shop, to }: Theatre, act: Act): Promise<{ points: Point[]; problems: string[] }> {
  const known = await to(act.from)
  const before = dumpOf(shop.cloud)
  shop.cloud.machine.wireLog.clear()
  await act.make(shop, known, KEY)
  const calls = shop.cloud.machine.wireLog.list().filter((entry) => entry.function !== undefined)
  const problems = await aftermath(shop, act, known, before)
  const seen = new Map<string, number>()
  const points = calls.map(({ action, subject, function: name = '' }) => {
    const collection = action.startsWith('database.') && subject !== '' ? { collection: subject } : {}
    const kind = [action, collection.collection, name].join(' ')
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    return { action, subject, function: name, ...collection, nth: seen.get(kind) ?? 1 }
  })
  return { points, problems: problems.map((problem) => `when nothing fails: ${problem}`) }
}

/** Makes the act with that failure at that call, lets the clock run, and makes it again as a page would. */
export async function strike({ shop, to }: Theatre, act: Act, point: Point, blow: Blow): Promise<Outcome> {
  const known = await to(act.from)
  const before = dumpOf(shop.cloud)
  shop.cloud.machine.faults.add(ruleOf(point, blow))
  await act.make(shop, known, KEY).catch(() => undefined)
  const problems = shop.cloud.machine.faults.list().length > 0 ? ['the failure never happened'] : []
  problems.push(...anyMoment(shop, before).map((problem) => `at once: ${problem}`))

  await letTheClockRun(shop)
  const after = dumpOf(shop.cloud)
  problems.push(...settled(shop).map((problem) => `after the clock: ${problem}`))
  const done = act.done(after, known)
  const undone = act.undone ? act.undone(after, known) : unchanged(act, before, after)
  if (!done && !undone) problems.push('neither done nor undone')

  // A shop that is to the letter as it was before has no other future: the try without any failure has told it.
  if (!sameShop(before, after)) problems.push(...(await aftermath(shop, act, known, before)))
  return { ended: done ? 'done' : 'undone', problems }
}

// Who has the clock is no part of the shop.
const shopOf = ({ documents, wechat }: Dump): string => JSON.stringify([{ ...documents, leases: [] }, wechat])
const sameShop = (one: Dump, two: Dump): boolean => shopOf(one) === shopOf(two)

function ruleOf({ action, collection, function: name, nth }: Point, blow: Blow): FaultRule {
  const call = { action, function: name, nth, ...(collection ? { collection } : {}) }
  return blow === 'killed before'
    ? { ...call, kind: 'kill-function', when: 'before' }
    : { ...call, kind: 'drop-answer' }
}

/** The second try, the clock, and the night: afterwards the act is done once, and nothing is held for nobody. */
async function aftermath(shop: TestCloud, act: Act, known: Known, before: Dump): Promise<string[]> {
  const problems: string[] = []
  const said = await (act.again ?? act.make)(shop, known, KEY).catch((error: Error) => error.message)
  if (typeof said === 'string' && !['ok', ...(act.refusals ?? [])].includes(said)) {
    problems.push(`the second try was told ${said}`)
  }
  await letTheClockRun(shop)
  const after = dumpOf(shop.cloud)
  if (!act.done(after, known)) problems.push('not done after the second try')
  problems.push(...settled(shop).map((problem) => `after the second try: ${problem}`))

  await roundAt(shop, nextNight(after.now))
  await letTheClockRun(shop)
  problems.push(...broken(shop, { settled: true, night: true }).map((problem) => `after the night: ${problem}`))
  problems.push(...brokenBetween(before, dumpOf(shop.cloud)).map((problem) => `from the beginning: ${problem}`))
  return problems
}

/** Lets the timer fire until nothing is due or waits; a round in which nothing is due would change nothing. */
async function letTheClockRun(shop: TestCloud): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS && isBusy(shop); round++) await shop.cloud.clock.advance(TIMER)
}

function isBusy(shop: TestCloud): boolean {
  const now = shop.cloud.clock.now()
  const docs = [...shop.documents('orders'), ...shop.documents('fulfilments'), ...shop.documents('aftersales')]
  const queued = docs.some(({ outbox }) => Object.values(outbox).some(({ state }) => state === 'queued'))
  // What the clock could not work on was put aside for a few minutes.
  const aside = docs.some(({ trouble }) => trouble > 0)
  return (
    queued ||
    aside ||
    docs.some(({ dueAt }) => dueAt <= later(now, 10, 'minute')) ||
    shop.cloud.machine.jobs.list().length > 0
  )
}

const { counters: start } = demoDocuments()

function broken(shop: TestCloud, asked: { settled?: boolean; night?: boolean }): string[] {
  return brokenInvariants(dumpOf(shop.cloud), { start: startOf(shop), pushedAgain: 1, ...asked })
}

const anyMoment = (shop: TestCloud, before: Dump): string[] => [
  ...broken(shop, {}),
  ...brokenBetween(before, dumpOf(shop.cloud)),
]
const settled = (shop: TestCloud): string[] => broken(shop, { settled: true })

// One stage begins with the last five boxes.
function startOf(shop: TestCloud) {
  const now = shop.document('counters', 'stock:fuji-xi-ready')
  const few = now.available + Object.values({ ...now.holds, ...now.sold }).reduce((a, b) => a + b, now.soldForGood) < 10
  return few ? start.map((one) => (one._id === now._id ? { ...one, available: 5 } : one)) : start
}

function unchanged({ touches = ['orders', 'fulfilments'] }: Act, before: Dump, after: Dump): boolean {
  return touches.every((name) => JSON.stringify(before.documents[name]) === JSON.stringify(after.documents[name]))
}

import type { Counter } from '../../../domain/catalogue/counter'
import type { FaultRule } from '../../../localcloud/src/index'
import { brokenInvariants, dumpOf } from '../../invariants'
import { demoDocuments } from '../../../workbench/demo'
import { MINUTE, type TestCloud } from './cloud'

/** Two acts that may meet, from one state of the shop. */
export interface Race<Scene> {
  /** Changes what is in stock before anything else; answers the counters as they then are. */
  stock?(): Counter[]
  prepare(): Promise<Scene>
  /** The same act twice: it is enough to hold one of them. */
  alike?: boolean
  /** Only every so many calls, where an act makes very many. */
  stride?: number
  one(scene: Scene): Promise<unknown>
  other(scene: Scene): Promise<unknown>
  /** What must be so when both are over; told which of the two was held, and at which of its calls. */
  check(scene: Scene, answers: { one: unknown; other: unknown }, how: string): Promise<void> | void
}

/** More calls than any act makes; beyond it something runs in a circle. */
const MOST_CALLS = 300

/**
 * Lets two acts meet at every point: each of them is held before its first, second, ... call to the service until the
 * other one is over. After each meeting the invariants of the whole shop must hold, at once and when the clock has run.
 * Answers at how many points they met.
 */
export async function everyMeeting<Scene>(shop: TestCloud, race: Race<Scene>): Promise<number> {
  await shop.reset()
  const start = race.stock?.() ?? (demoDocuments().counters as Counter[])
  const scene = await race.prepare()
  const beginning = await shop.cloud.snapshot()
  let meetings = 0
  for (const held of race.alike ? (['one'] as const) : (['one', 'other'] as const)) {
    const meets = held === 'one' ? 'other' : 'one'
    for (let nth = 1; ; nth += race.stride ?? 1) {
      if (nth > MOST_CALLS) throw new Error(`more than ${MOST_CALLS} calls`)
      await shop.cloud.restore(beginning)
      const how = `${held} was held before its call ${nth}`
      const gate = holdCall(shop, nth)
      const first = race[held](scene)
      const met = await Promise.race([gate.reached.then(() => true), first.then(() => false)])
      shop.cloud.machine.faults.clear()
      const second = await race[meets](scene)
      gate.open()
      const answers = held === 'one' ? { one: await first, other: second } : { one: second, other: await first }
      await named(how, () => race.check(scene, answers, how))
      expectWhole(shop, how, { start })
      await shop.cloud.clock.advance(11 * MINUTE)
      expectWhole(shop, `${how}, and the clock has run`, { start, settled: true })
      if (!met) break
      meetings++
    }
  }
  return meetings
}

/** Throws with the broken invariants of the whole shop, if there are any. */
export function expectWhole(
  shop: TestCloud,
  when: string,
  asked: { start?: readonly Counter[]; settled?: boolean; night?: boolean } = {},
): void {
  const { start = demoDocuments().counters as Counter[], ...rest } = asked
  const broken = brokenInvariants(dumpOf(shop.cloud), { start, ...rest })
  if (broken.length > 0) throw new Error(`${when}:\n${broken.join('\n')}`)
}

/** Which calls are meant: those of one action, on one collection, by one function; else any. */
type Calls = Pick<FaultRule, 'action' | 'collection' | 'function'>

/** Holds the nth such call from now on that any function makes. */
export function holdCall(shop: TestCloud, nth: number, calls: Calls = {}): { reached: Promise<void>; open(): void } {
  let open = (): void => undefined
  const until = new Promise<void>((resolve) => (open = resolve))
  const reached = new Promise<void>((resolve) =>
    shop.cloud.machine.faults.add({ ...calls, kind: 'hold', nth, reached: resolve, until }),
  )
  return { reached, open: () => open() }
}

async function named(how: string, check: () => Promise<void> | void): Promise<void> {
  try {
    await check()
  } catch (error) {
    if (error instanceof Error) error.message = `${how}:\n${error.message}`
    throw error
  }
}

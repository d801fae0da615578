import fc from 'fast-check'
import { NEVER } from '../../../domain/time'
import { choose, drawsOf, type Draws } from '../../support/draw'
import { explore, isWhole, runsOf, say } from '../../support/runs'
import { actsIn } from './acts'
import { atTheHub, justSplit } from './at-the-hub'
import { BrokenRule } from '../../support/broken'
import { nextDue, tick } from './clock'
import { checkWorld } from './invariants'
import { aWorld, type Fate, type World } from './world'
import { coverage } from './writes'

jest.setTimeout(24 * 3600_000)

const NORMAL_RUNS = 10_000
const RUNS = runsOf(NORMAL_RUNS, 200_000)
const MOST_ROUNDS = 400

/** One step: an act chosen among those open now, sometimes with the outside failing in the middle of it. */
function play(world: World, step: number): void {
  const draws = drawsOf(step)
  world.fates = draws.once(6) ? fates(draws) : []
  const act = choose(step, actsIn(world))
  const line = world.story.push(act.name)
  world.story[line - 1] = `${act.name}: ${act.run(draws)}`
  world.fates = []
  checkWorld(world)
}

function fates(draws: Draws): Fate[] {
  return [
    ...Array<Fate>(draws.below(4)).fill('well'),
    draws.of(['fails', 'answerLost', 'dies', 'refused', 'unknown'] as const),
  ]
}

// Some sequences begin where fruit is judged; its orchard's room, or what became of the bad ones, may not be settled yet.
const BEGINNINGS: readonly ((basket: number) => World)[] = [
  ...Array<typeof aWorld>(5).fill(aWorld),
  (basket) => atTheHub(basket, []),
  (basket) => atTheHub(basket, ['well', 'unknown']),
  justSplit,
]

function playAll([basket, beginning, sequence]: [number, number, number[]]): void {
  const world = BEGINNINGS[beginning](basket)
  try {
    for (const step of sequence) play(world, step)
    settle(world)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const what = error instanceof BrokenRule ? error.message : (error.stack ?? '')
    throw new Error(`Broken: ${what}\n  ${world.story.join('\n  ')}`)
  }
}

/** Lets the clock run until nothing is owed but what the calendar asks for; then all must be exactly right. */
function settle(world: World): void {
  world.story.push('the clock runs on')
  for (let round = 0; round < MOST_ROUNDS && nextDue(world) !== NEVER; round++) {
    if (nextDue(world) > world.now) world.now = nextDue(world)
    tick(world)
    checkWorld(world)
    // Without a free orchard a parcel asks once a day for ever.
    if (round > 60 && [...world.parcels.values()].some(({ state }) => state === 'planned')) return
  }
}

test('whatever is asked of an order and its parcels in whatever sequence, money, fruit and messages stay right', async () => {
  const steps = fc.array(fc.noShrink(fc.integer()), { minLength: 12, maxLength: 60, size: 'max' })
  await explore(fc.tuple(fc.nat(3), fc.nat(BEGINNINGS.length - 1), steps), playAll, {
    what: 'The pure core',
    file: 'test/unit/model/core.test.ts',
    runs: RUNS,
    shrinkMs: 60_000,
  })
  say(coverage.report())
  if (isWhole(RUNS, NORMAL_RUNS)) expect(coverage.missed()).toEqual([])
})

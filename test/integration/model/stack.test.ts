import fc from 'fast-check'
import type { TemplateKey } from '../../../domain/message/templates'
import { dumpOf } from '../../invariants'
import { BrokenRule } from '../../support/broken'
import { choose, drawsOf } from '../../support/draw'
import { explore, isWhole, LONG, runsOf, say } from '../../support/runs'
import { startTestCloud, type TestCloud } from '../support/cloud'
import { FANG } from '../support/orders'
import { actsIn } from './acts'
import type { Run } from './belief'
import { compare, compareAtRest } from './compare'
import { countBetween, coverage } from './count'
import { SHOPPERS } from './shopper'
import { openShop } from './start'
import { armFault, endFaults } from './world'

jest.setTimeout(24 * 3600_000)

const NORMAL_RUNS = 120
const LONG_RUNS = 4000
const RUNS = runsOf(NORMAL_RUNS, LONG_RUNS)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

async function play(sequence: readonly number[]): Promise<void> {
  await openShop(shop)
  allowMessages()
  const run: Run = {
    shop,
    orders: [],
    faulty: false,
    unsure: false,
    silentUntil: null,
    everSilent: false,
    waybills: 0,
    noticeFaults: 0,
    story: [],
  }
  try {
    let dump = dumpOf(shop.cloud)
    for (const step of sequence) {
      await take(run, step)
      const next = compare(run, dump)
      countBetween(dump, next)
      dump = next
    }
    countBetween(dump, await compareAtRest(run, dump))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const what = error instanceof BrokenRule ? error.message : (error.stack ?? '')
    throw new Error(`Broken: ${what}\n  ${run.story.join('\n  ')}`)
  }
}

/** One step: an act chosen among those open now, sometimes with something failing in the middle of it. */
async function take(run: Run, step: number): Promise<void> {
  const draws = drawsOf(step)
  const act = choose(step, actsIn(run))
  const fault = draws.once(6) ? armFault(run, draws) : null
  run.faulty = fault !== null || run.silentUntil !== null
  run.unsure ||= run.faulty
  const line = run.story.push(fault ? `${act.name} (${fault})` : act.name)
  run.story[line - 1] += `: ${await act.run(draws)}`
  run.unsure ||= run.faulty
  endFaults(run)
}

const ALLOWED: readonly TemplateKey[] = ['paid', 'confirmSend', 'shipped', 'toReview']

/** Everybody has allowed some messages, so that pushing them can fail. */
function allowMessages(): void {
  const people = [...SHOPPERS, FANG]
  const templates = ALLOWED.map((key) => `tmpl-${key}`)
  for (const openid of [...people, ...people]) shop.cloud.machine.messages.choose(openid, templates, 'accept')
  const credits = people.flatMap((openid) => ALLOWED.map((key) => ({ _id: `${openid}:${key}`, left: 2, keys: [] })))
  shop.put('credits', ...credits)
}

test('whatever several people do at once with whatever failing, the shop is what was asked and answered', async () => {
  const steps = fc.array(fc.noShrink(fc.integer()), { minLength: 8, maxLength: 18, size: 'max' })
  await explore(steps, play, {
    what: 'The whole stack',
    file: 'test/integration/model/stack.test.ts',
    runs: RUNS,
    shrinkMs: 30_000,
  })
  say(coverage.report())
  // Some rows are so far away that only the long run is sure to take every one.
  say(`  not taken: ${coverage.missed().join(', ') || 'none'}`)
  if (LONG && isWhole(RUNS, LONG_RUNS)) expect(coverage.missed()).toEqual([])
})

import type { BenchView } from '../../../contract/views'
import { designOfFruit, fruitIn } from '../../../domain/fulfilment/fruit'
import { POLICY } from '../../../domain/policy'

/** What is known of one fruit of the parcel on the bench. */
export type FruitState = 'good' | 'bad' | 'open'

type Crate = Pick<BenchView, 'lines' | 'fruit' | 'judged' | 'pieces'>

/** The numbers of the fruit that may be judged one by one. */
export function numbersOf({ lines, fruit }: Crate): readonly number[] {
  return fruitIn({ lines, fruit: fruit ?? undefined }).slice(0, POLICY.mostJudged)
}

/** Which of the line's designs a fruit of this parcel carries. */
export function designOn({ lines }: Pick<Crate, 'lines'>, fruit: number): number {
  return designOfFruit(fruit, lines[0].imprint?.stencils.length ?? 0)
}

/** What a person said of a fruit so far. */
export function verdictOn({ judged }: Pick<Crate, 'judged'>, fruit: number): BenchView['judged'][number] | undefined {
  return judged.find((known) => known.fruit === fruit)
}

/** What a person said of a fruit so far, in a word. */
export function stateOf(crate: Pick<Crate, 'judged'>, fruit: number): FruitState {
  const known = verdictOn(crate, fruit)
  if (!known) return 'open'
  return known.verdict === 'consistent' ? 'good' : 'bad'
}

/** The fruit to look at next: the first open one after this, from the beginning when there is none; of one design, if said. */
export function nextOpen(crate: Crate, after = 0, design?: number): number | null {
  const open = numbersOf(crate).filter(
    (fruit) => stateOf(crate, fruit) === 'open' && (design === undefined || designOn(crate, fruit) === design),
  )
  return open.find((fruit) => fruit > after) ?? open[0] ?? null
}

/** How many fruit were judged good and bad, and of how many nothing was said. */
export function tallyOf({ judged, pieces }: Pick<Crate, 'judged' | 'pieces'>): Record<FruitState, number> {
  const bad = judged.filter(({ verdict }) => verdict === 'inconsistent').length
  return { good: judged.length - bad, bad, open: pieces - judged.length }
}

/** How the parcel can leave the bench by what was said of its fruit: whole, without the bad ones, or back. */
export type Ending = 'pass' | 'passGood' | 'mismatch'

/** The ending that follows from the verdicts so far. */
export function endingOf(crate: Pick<Crate, 'judged' | 'pieces'>): Ending {
  const { bad } = tallyOf(crate)
  if (bad === 0) return 'pass'
  return bad < crate.pieces ? 'passGood' : 'mismatch'
}

/** Whether what is bad failed before, so that the shop decides what becomes of it (I4). */
export const isAgain = ({ actions }: Pick<BenchView, 'actions'>): boolean => actions.includes('failAgain')

/** Whether all of it may go back: nothing was found good, or something bad, and what was not judged may be like it (I4). */
export function maySendBack(crate: Pick<BenchView, 'judged' | 'pieces' | 'actions'>): boolean {
  const { good, bad } = tallyOf(crate)
  const allowed = crate.actions.includes('mismatch') || isAgain(crate)
  return allowed && (good === 0 || bad > 0)
}

/** The reasons given for single fruit, each once, as one sentence; empty when there are none. */
export function reasonsOf({ judged }: Pick<Crate, 'judged'>): string {
  return [...new Set(judged.flatMap(({ reason }) => (reason ? [reason] : [])))].join('；')
}

import { designOf, sampleDesigns, type SampleDesign } from '../../photos/designs'
import { diceOf, type Dice } from '../../photos/dice'
import { BAD_PHOTOS, type Fault } from '../../photos/faults'
import type { Truth } from '../../photos/photo'

/**
 * What is claimed of a photo: the design it shows, a look-alike or any other design. `Unknown` claims are made in a batch
 * in which the true design is not known, so nothing but the photo speaks against them.
 */
export const SORTS = ['right', 'twin', 'twinUnknown', 'random', 'randomUnknown'] as const
export type Sort = (typeof SORTS)[number]

export interface Claim {
  sort: Sort
  design: SampleDesign
  /** The rest of the batch. */
  others: readonly SampleDesign[]
}

/** Designs of a batch that have nothing to do with the claim. */
const STRANGERS = 2

const wordsOf = (id: string) => id.replace(/-(song|hei|round)$/, '')

/** Whether a design is plainly another one: no look-alike, nor the same words in another face. */
const isStranger = (one: SampleDesign, other: SampleDesign) =>
  one.id !== other.id && !one.twins.includes(other.id) && wordsOf(one.id) !== wordsOf(other.id)

/** Other designs of the batch, none like the true one or each other. */
function strangersTo(truth: SampleDesign, count: number, dice: Dice): SampleDesign[] {
  const chosen: SampleDesign[] = []
  while (chosen.length < count) {
    const left = sampleDesigns().filter((design) => [truth, ...chosen].every((known) => isStranger(known, design)))
    chosen.push(dice.of(left))
  }
  return chosen
}

/** All that is claimed of one photo; the same photo always gets the same claims. */
export function claimsOn({ design: shown, scene }: Truth): Claim[] {
  const { seed, kind, fault } = scene
  const dice = diceOf(seed, `${kind} claims`)
  const truth = designOf(shown)
  const [one, other, ...strangers] = strangersTo(truth, STRANGERS + 2, dice)
  const claim = (sort: Sort, design: SampleDesign, known: boolean): Claim => {
    const twins = design.twins.map(designOf).filter(({ id }) => id !== shown)
    return { sort, design, others: [...twins, ...strangers, ...(known && design !== truth ? [truth] : [])] }
  }
  const right = claim('right', truth, true)
  if (fault !== 'none' && !isBad(fault)) return [right]
  const twins = truth.twins.map(designOf)
  return [
    right,
    ...twins.map((twin) => claim('twin', twin, true)),
    ...twins.slice(0, 1).map((twin) => claim('twinUnknown', twin, false)),
    claim('random', one, true),
    claim('randomUnknown', other, false),
  ]
}

export const isBad = (fault: Fault): boolean => BAD_PHOTOS.includes(fault)

import { sampleDesigns, type SampleDesign } from './designs'
import { diceOf } from './dice'
import { asymmetry, FAULTS, type Fault } from './faults'
import type { FruitId } from './fruits'
import { takePhoto, type Photo } from './photo'
import type { Kind } from './scene'

/** How often each fault is dealt, of 100 photos. */
const DEAL: Readonly<Record<Fault, number>> = {
  none: 62,
  mirrored: 7,
  erased: 8,
  partlyErased: 6,
  faded: 4,
  unprinted: 4,
  glare: 3,
  farSide: 3,
  blurred: 3,
}
const FAULT_CARDS = FAULTS.flatMap((fault) => Array<Fault>(DEAL[fault]).fill(fault))

/** Most fruit are red apples; every eighth is another of that size, which have their own rows in the tables. */
const FRUIT_CARDS: readonly FruitId[] = [...Array<FruitId>(28).fill('apple'), 'pear', 'mandarin', 'peach', 'greenApple']

/** Less than this much of the design changes in the mirror: nobody could tell, and it is no fault. */
const LEAST_ASYMMETRY = 0.36

const lopsided = new Map<string, boolean>()

/** Whether a mirrored print of the design is another one. */
export function showsMirror({ id, mask }: SampleDesign): boolean {
  const known = lopsided.get(id) ?? asymmetry(mask) > LEAST_ASYMMETRY
  lopsided.set(id, known)
  return known
}

/** Nobody could tell the mirror image of some designs, and down lets nothing shine. */
function possible(fault: Fault, design: SampleDesign, fruit: FruitId): Fault {
  if (fault === 'mirrored' && !showsMirror(design)) return 'none'
  return fault === 'glare' && fruit === 'peach' ? 'blurred' : fault
}

/** What the seed deals: which design, on which fruit, with which fault. Designs take turns, so that each has its share. */
export function dealt(seed: number): { design: SampleDesign; fruit: FruitId; fault: Fault } {
  const designs = sampleDesigns()
  const dice = diceOf(seed, 'deal')
  const round = Math.floor(seed / 2 / designs.length)
  const design = designs[(Math.floor(seed / 2) * 19 + round * 7) % designs.length]
  const fruit = dice.of(FRUIT_CARDS)
  return { design, fruit, fault: possible(dice.of(FAULT_CARDS), design, fruit) }
}

/** The photo of a seed. */
export function samplePhoto(kind: Kind, seed: number, width?: number): Promise<Photo> {
  const { design, fruit, fault } = dealt(seed)
  return takePhoto({ seed, kind, fault, fruit, width }, design)
}

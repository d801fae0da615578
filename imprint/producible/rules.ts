import type { Technique } from '../../domain/catalogue/product'

/** What can be made, for one technique and provider. Lengths in mm on the fruit, shares 0..1 of the 40 mm square. */
export interface Rules {
  /** Strokes and gaps thinner than this do not come out. */
  strokeMm: number
  gapMm: number
  leastShare: number
  mostShare: number
  /** A repair that changes more of the ink than this is no longer the customer's design. */
  mostRepair: number
}

/**
 * Printed film, our usual technique. No source gives the smallest stroke the sun prints sharply, so 0.8 and 0.7 mm are our
 * own cautious figures; a provider that has proved finer ones gets rules of its own.
 */
export const FILM: Rules = { strokeMm: 0.8, gapMm: 0.7, leastShare: 0.02, mostShare: 0.7, mostRepair: 0.1 }

/**
 * A laser draws finer than light bleeds, and needs no film. 0.4 mm is again our own cautious figure. It burns the skin, and
 * large burnt areas let water out and rot in: that at most a third of the square may be burnt is our own assumption too.
 */
export const LASER: Rules = { strokeMm: 0.4, gapMm: 0.4, leastShare: 0.01, mostShare: 0.33, mostRepair: 0.1 }

export const RULES: Readonly<Record<Technique, Rules>> = { mask: FILM, laser: LASER }

/** Pixels per millimetre at which designs are judged: the 40 mm square is 480 px wide. */
export const PX_PER_MM = 12

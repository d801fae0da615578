import { scatter } from '../../imprint/fruit/noise'

/** Everything a photo leaves to chance, drawn from one number: the same seed falls the same way. */
export interface Dice {
  between(low: number, high: number): number
  /** True in that share of throws. */
  chance(share: number): boolean
  of<T>(items: readonly T[]): T
  /** A whole number from 0 to below `n`. */
  below(n: number): number
  /** Around 0, about two thirds of the throws within -1 .. 1. */
  normal(): number
  /** An angle, radians. */
  angle(): number
}

/** The dice of one seed and one matter, so that a new question in one matter leaves the others as they were. */
export function diceOf(seed: number, matter: string): Dice {
  let mixed = Math.imul(seed + 1, 0x9e3779b1)
  for (const char of matter) mixed = Math.imul(mixed ^ char.charCodeAt(0), 0x01000193) ^ (mixed >>> 15)
  const next = scatter(mixed)
  next()
  const below = (n: number) => Math.floor(next() * n)
  return {
    between: (low, high) => low + (high - low) * next(),
    chance: (share) => next() < share,
    of: (items) => items[below(items.length)],
    below,
    normal: () => next() + next() + next() + next() + next() + next() - 3,
    angle: () => next() * 2 * Math.PI,
  }
}

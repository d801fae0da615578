import type { EvidenceName } from './evidence-names'

/** How evidence is added up to the logarithm of the odds that the fruit carries the design. */
export interface Weights {
  bias: number
  of: Readonly<Record<EvidenceName, number>>
  /** Odds (logarithm) from which a claim passes. */
  pass: number
}

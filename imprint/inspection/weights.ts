import { EVIDENCE_NAMES, type Evidence, type EvidenceName } from './evidence-names'

/** How evidence is added up to the logarithm of the odds that the fruit carries the design, and where verdicts begin. */
export interface Weights {
  bias: number
  of: Readonly<Record<EvidenceName, number>>
  /** Odds (logarithm) from which a claim passes, when nothing else in the batch could be meant. */
  pass: number
  /** Odds from which another design counts as being on the fruit. */
  name: number
  /** How far the photo must lean to one of two designs (see `Rival`) to tell it from the other. */
  lean: number
  /** Share of the least seen window (9 mm) that must be seen: nothing is known of the rest. */
  see: number
}

/** Fitted on seeded photos; every share of the evidence is in the units of that evidence. */
export const WEIGHTS: Weights = {
  bias: -9.458,
  of: {
    fit: 1.647,
    detail: 1.894,
    coarse: 0.265,
    wideWorst: 2.267,
    wideLow: 1.854,
    wideQuarter: 0.889,
    narrowWorst: 1.893,
    narrowLow: 1.489,
    narrowQuarter: 0.331,
    wideStrength: 1.308,
    narrowStrength: 0.621,
    missing: -0.728,
    extra: -0.091,
    missingRare: -0.176,
    extraRare: -0.218,
    noise: 0.125,
    contrast: 0.51,
    seen: 0,
    seenLeast: 0,
    seenNarrow: 0,
    rivalLean: 0,
    mirrorLean: 0,
  },
  pass: 0.8,
  name: 0.8,
  lean: 0.2,
  see: 0.12,
}

/** The logarithm of the odds that the evidence comes from the right design. */
export function oddsOf(evidence: Evidence, weights: Weights): number {
  return EVIDENCE_NAMES.reduce((sum, name) => sum + weights.of[name] * evidence[name], weights.bias)
}

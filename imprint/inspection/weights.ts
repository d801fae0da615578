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
  bias: -9,
  of: {
    fit: 1,
    detail: 1,
    coarse: 0,
    wideWorst: 2,
    wideLow: 2,
    wideQuarter: 1,
    narrowWorst: 3,
    narrowLow: 2,
    narrowQuarter: 1,
    wideStrength: 1,
    narrowStrength: 1,
    missing: -2,
    extra: -2,
    missingRare: -0.1,
    extraRare: -0.1,
    noise: 0,
    contrast: 0,
    seen: 0,
    seenLeast: 0,
    seenNarrow: 0,
    rivalLean: 0,
    mirrorLean: 0,
  },
  pass: 1,
  name: 1,
  lean: 0.2,
  see: 0.15,
}

/** The logarithm of the odds that the evidence comes from the right design. */
export function oddsOf(evidence: Evidence, weights: Weights): number {
  return EVIDENCE_NAMES.reduce((sum, name) => sum + weights.of[name] * evidence[name], weights.bias)
}

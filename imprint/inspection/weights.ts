import { WEIGHED_NAMES, type Evidence, type WeighedName } from './evidence-names'

/** How evidence is added up to the logarithm of the odds that the fruit carries the design, and where verdicts begin. */
export interface Weights {
  bias: number
  of: Readonly<Record<WeighedName, number>>
  /**
   * Odds (logarithm) from which a design counts as being on the fruit: the claim passes when nothing else in the batch could
   * be meant, another one is named.
   */
  pass: number
  /** How far the photo must lean to one of two designs (see `Rival`) to tell it from the other. */
  lean: number
  /** Share of the least seen window (9 mm) that must be seen: nothing is known of the rest. */
  see: number
}

/** Fitted on seeded photos; every share of the evidence is in the units of that evidence. */
export const WEIGHTS: Weights = {
  bias: -11.647,
  of: {
    fit: 3.87,
    detail: 3.224,
    coarse: 3.77,
    wideWorst: 1.194,
    wideLow: 1.566,
    wideQuarter: 1.71,
    narrowWorst: 0.876,
    narrowLow: 1.151,
    narrowQuarter: 1.344,
    wideStrength: 0.506,
    narrowStrength: 0.624,
    missing: -1.046,
    extra: -0.3,
    missingRare: -0.41,
    extraRare: -0.054,
    noise: -0.485,
  },
  pass: 1.942,
  lean: 0.2,
  see: 0.12,
}

/** How far the photo leans to the claim and away from whatever it could be taken for. */
export const leanOf = ({ rivalLean, mirrorLean }: Evidence): number => Math.min(rivalLean, mirrorLean)

/** Whether enough is seen, and nothing else could be meant: what no odds make up for. */
export const isClear = (evidence: Evidence, { lean, see }: Weights): boolean =>
  leanOf(evidence) >= lean && evidence.seenLeast >= see

/** The logarithm of the odds that the evidence comes from the right design. */
export function oddsOf(evidence: Evidence, weights: Weights): number {
  return WEIGHED_NAMES.reduce((sum, name) => sum + weights.of[name] * evidence[name], weights.bias)
}

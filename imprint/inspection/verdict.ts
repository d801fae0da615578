import type { Evidence } from './evidence-names'
import type { Rival } from './examine'
import type { Reason, Verdict } from './opinion'
import { isClear, leanOf, oddsOf, type Weights } from './weights'

const { abs, exp, max, min } = Math

/** Another design, as it was found on the fruit by itself (null: not looked for) and as it stands against the claim. */
export interface Suspect {
  id: string
  evidence: Evidence | null
  rival: Rival | null
}

/** All that a verdict is made of. */
export interface Findings {
  /** Null when the claimed design was not found anywhere. */
  claim: Evidence | null
  mirror: Suspect | null
  others: readonly Suspect[]
  /** Share of the fruit in glare. */
  glare: number
  /** How far the middle of the imprint is turned away, and how far down it is, radians. */
  turned: number
  down: number
  stemUp: boolean
  /** Whether the mark is darker than the skin: a laser's. */
  dark: boolean
  /** Whether it is the wrong way up, on a photo with the stem up, and would look different the right way. */
  upsideDown: boolean
  /** Whether the claim fits best as it would look out of focus. */
  soft: boolean
}

export interface Ruling {
  verdict: Verdict
  reason: Reason
  score: number
  looksLike: string | null
}

/** Designs that differ on less of the square than this are one and the same. */
const SAME = 0.0006
/** Less of the ink seen than this, and glare is to blame. */
const HIDDEN = 0.55
/** Less contrast than this is lost in the skin's own. */
const FAINT = 0.12
/** An imprint that is all there, but paler than the skin by so little, has faded or was never dark enough. */
const FADED = 0.17
/** Less is still legible, but may have faded: no reason to reject, and none to pass. */
const PLAIN = 0.24
/** From these odds on the design is there, even if something speaks against letting it pass. */
const THERE = -1
/**
 * A part is missing for sure when the design as a whole is plainly there, and some place of it, plainly seen, shows nothing:
 * no ink, and the skin darker there by more than half of the ink's contrast and many times what the skin varies.
 */
const MISSING = { fit: 0.72, odds: -1, worst: 0.1, strength: 0.3, gap: 0.5, rare: 5, noise: 0.12, seen: 0.4 }
/**
 * Seen with the stem up, an imprint so far above or below the middle (radians) has slipped from the waist to a shoulder:
 * half a sticker more, and it would reach round to the hollow.
 */
const OFF_PLACE = 0.7
/** A design that fits so well is there, and what keeps it from passing is the photo. */
const PLAINLY = 0.8
/** Beyond this the skin is seen too slantingly to be read well. */
const TURNED_AWAY = 0.75

/** What to say of a fruit. Passing needs the design itself and that nothing else could be meant; doubt is never guessed away. */
export function rule(findings: Findings, weights: Weights): Ruling {
  const { claim } = findings
  const odds = claim ? oddsOf(claim, weights) : -9
  const lean = claim ? leanOf(claim) : 1
  const fits = claim !== null && odds >= weights.pass
  const plainness = claim ? claim.contrast - faintestIn(findings) : 0
  const score = share(min(odds - weights.pass, (lean - weights.lean) * 12, plainness * 20))
  if (fits && isClear(claim, weights) && plainness >= 0 && !findings.soft) {
    if (findings.stemUp && abs(findings.down) > OFF_PLACE) return no('offPlace', score)
    if (findings.upsideDown) return unsure('upsideDown', score)
    return { verdict: 'consistent', reason: 'matches', score: max(0.5, score), looksLike: null }
  }
  const named = namedOf(findings, odds, weights)
  if (named) return named
  if (!claim) return unsure('notFound', 0)
  const faulty = faultOf(claim, odds, lean, findings, weights)
  if (faulty) return no(faulty, score)
  return unsure(whyUnsure(claim, findings, fits, weights), score)
}

/** A film's print stands out from red skin; a laser's is a thin brown at best, and no reason to call it faded. */
const faintestIn = ({ dark }: Findings): number => (dark ? FAINT : PLAIN)

/** What is wrong with an imprint of the right design, if that is beyond doubt. */
function faultOf(claim: Evidence, odds: number, lean: number, { dark }: Findings, weights: Weights): Reason | null {
  if (lean < weights.lean) return null
  if (!dark && odds >= THERE && claim.contrast < FADED) return 'faded'
  const missing =
    odds < MISSING.odds &&
    claim.fit >= MISSING.fit &&
    claim.narrowWorst < MISSING.worst &&
    claim.narrowStrength < MISSING.strength &&
    claim.missing > MISSING.gap &&
    claim.missingRare > MISSING.rare &&
    claim.noise < MISSING.noise &&
    claim.seenLeast > MISSING.seen
  return missing ? 'partMissing' : null
}

/** How far the photo leans away from the others of the batch and from the mirror picture; 1 where there is none. */
export function leanings({ others, mirror }: Pick<Findings, 'others' | 'mirror'>) {
  const least = (suspects: readonly Suspect[]) =>
    suspects.reduce((lean, { rival }) => (rival && rival.differing >= SAME ? min(lean, rival.leaning) : lean), 1)
  return { rivalLean: least(others), mirrorLean: mirror ? least([mirror]) : 1 }
}

const suspectsOf = ({ others, mirror }: Findings) => (mirror ? [...others, mirror] : others)

/** The other design that is on the fruit as surely as a claim that passes, if there is one. */
function namedOf(findings: Findings, odds: number, weights: Weights): Ruling | null {
  let best: { suspect: Suspect; odds: number } | null = null
  for (const suspect of suspectsOf(findings)) {
    if (!suspect.evidence || (suspect.rival && suspect.rival.differing < SAME)) continue
    const other = oddsOf(suspect.evidence, weights)
    const leans = suspect.rival ? suspect.rival.leaning <= -weights.lean : true
    if (other < weights.pass || !leans || other < odds + 1) continue
    if (!best || other > best.odds) best = { suspect, odds: other }
  }
  if (!best) return null
  const score = share(min(odds - weights.pass, odds - best.odds))
  if (best.suspect === findings.mirror) return no('mirrored', score)
  return { ...no('wrongDesign', score), looksLike: best.suspect.id }
}

function whyUnsure(claim: Evidence, findings: Findings, fits: boolean, weights: Weights): Reason {
  const { glare, turned, soft } = findings
  if (soft && claim.fit > PLAINLY) return 'blurred'
  if (fits && leanOf(claim) < weights.lean) return 'lookAlike'
  if (claim.seen < HIDDEN || (claim.seenLeast < weights.see && claim.fit > 0.6)) return 'glare'
  if (turned > TURNED_AWAY) return 'turnedAway'
  if (claim.contrast < FAINT) return glare > 0.12 ? 'glare' : 'tooFaint'
  if (fits && claim.contrast < faintestIn(findings)) return 'tooFaint'
  return claim.fit < 0.5 ? 'notFound' : 'doubtful'
}

const no = (reason: Reason, score: number): Ruling => ({
  verdict: 'inconsistent',
  reason,
  score: min(0.49, score),
  looksLike: null,
})

const unsure = (reason: Reason, score: number): Ruling => ({ verdict: 'unsure', reason, score, looksLike: null })

const share = (odds: number) => 1 / (1 + exp(-odds))

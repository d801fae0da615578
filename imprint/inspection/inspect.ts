import type { Picture } from '../raster'
import { NO_EVIDENCE } from './evidence-names'
import { Examination, likeness, type Examined } from './examine'
import { placeOf } from './lay-over'
import type { Job, KnownDesign, Opinion } from './opinion'
import { mirrored, OUT_OF_FOCUS, templateOf, turnedRound, type Template } from './template'
import { leanings, rule, type Findings, type Suspect } from './verdict'
import { WEIGHTS, type Weights } from './weights'

export type * from './opinion'

/** When the claim fails, so many other designs are looked for all over the fruit, and so many of them closely. */
const MOST_GLANCES = 6
const MOST_SEARCHES = 2
/** A design that fits so well near the claim's place is not looked for elsewhere. */
const IN_PLACE = 0.6

/** Templates of designs, kept between photos of one batch: the last so many. */
const MOST_TEMPLATES = 64
const templates = new Map<KnownDesign['mask'], Template>()

/**
 * Compares a photo of a fruit with the ordered design and the other designs of its batch.
 *
 * 1. `fruit-outline`: the fruit is found as a circle that differs from what lies around it.
 * 2. `channel`: its skin becomes one number a pixel, from which light and glare have gone.
 * 3. `unroll`, `search`: rolled flat, the skin is searched for the design at every place, turn and size (`fourier`).
 * 4. `align`: the likeliest places are followed; the sticker shifts, turns and bends to where ink and skin agree best.
 *    There, `shine` leaves reflections out, and `best-channel` mixes the colours so that this design stands out.
 * 5. `evidence`: how well they agree, as a whole, window by window and piece by piece, and what is left over.
 * 6. `pair`: the claim against every design that it could be taken for, where the two differ.
 * 7. `verdict`: all this added up by `weights`. Doubt is said, never guessed away.
 */
export function inspectPhoto(job: Job, weights: Weights = WEIGHTS): Opinion {
  return preparePhoto(job.photo, job)(job, weights)
}

/** A claim on a photo that is prepared already. */
export type Claim = Omit<Job, 'photo' | keyof Kind>

/** What is known of any fruit of its kind. */
export type Kind = Pick<Job, 'mark' | 'reach'>

/** Prepares a photo once, to be set against any number of claims: each design is looked for once. */
export function preparePhoto(photo: Picture, { mark, reach }: Kind = {}): (claim: Claim, weights?: Weights) => Opinion {
  const examination = new Examination(photo, mark, reach)
  return (job, weights = WEIGHTS) => {
    const template = templateFor(job.design)
    const claim = examination.find(template)
    const others = job.others.filter(({ mask }) => mask !== job.design.mask).map(templateFor)
    const findings = findingsOf(examination, claim, template, others, weights, job.stemUp ?? false)
    const ruling = rule(findings, weights)
    return {
      ...ruling,
      evidence: findings.claim ?? NO_EVIDENCE,
      place: claim && placeOf(photo, examination.skin, claim.aligned.lay, claim.worst),
    }
  }
}

function findingsOf(
  examination: Examination,
  claim: Examined | null,
  template: Template,
  others: readonly Template[],
  weights: Weights,
  stemUp: boolean,
): Findings {
  const suspect = (other: Template): Suspect => ({
    id: other.id,
    evidence: null,
    rival: claim && examination.against(claim, other),
  })
  const flipped = mirrorOf(template)
  const found: Findings = {
    claim: null,
    mirror: likeness(template, flipped) > SYMMETRIC ? null : suspect(flipped),
    others: others.map(suspect),
    glare: examination.skin.glare,
    turned: claim ? Math.hypot(claim.aligned.lay.pose.right, claim.aligned.lay.pose.down) : 0,
    down: claim ? claim.aligned.lay.pose.down : 0,
    stemUp,
    upsideDown: stemUp && claim !== null && isUpsideDown(claim),
    dark: examination.skin.mark === 'dark',
    soft: claim?.softness === OUT_OF_FOCUS,
  }
  const findings = { ...found, claim: claim && { ...claim.evidence, ...leanings(found) } }
  if (rule(findings, weights).verdict === 'consistent') return findings
  return withSearches(examination, template, claim, findings, [...others, flipped], weights)
}

/** An imprint turned so far from upright, radians, was put on the wrong way up, or the stem is not up. */
const UPSIDE_DOWN = 2

const isUpsideDown = ({ template, aligned }: Examined): boolean =>
  Math.cos(aligned.lay.pose.roll) < Math.cos(UPSIDE_DOWN) && likeness(template, turnedRound(template)) < SYMMETRIC

/** A design so like its mirror picture looks the same put on inside out; the same holds for the wrong way up. */
const SYMMETRIC = 0.97

/**
 * The same findings once the other designs have been looked for by themselves: those that fit near the claim's place there,
 * of the rest the likeliest, until one is found.
 */
function withSearches(
  examination: Examination,
  claimed: Template,
  claim: Examined | null,
  findings: Findings,
  templates: readonly Template[],
  weights: Weights,
): Findings {
  const suspects = [...findings.others, findings.mirror]
  const seen = suspects.map((suspect, i) => {
    if (!suspect?.rival || !claim) return suspect
    if (suspect.rival.aligned.fit < IN_PLACE || suspect.rival.leaning > 0) return suspect
    return { ...suspect, evidence: examination.weighRival(claim, templates[i], suspect.rival).evidence }
  })
  const done = () => ({
    ...findings,
    others: seen.slice(0, -1).filter((s) => s !== null),
    mirror: seen[seen.length - 1],
  })
  if (rule(done(), weights).verdict === 'inconsistent') return done()
  const glances = seen
    .flatMap((suspect, i) => (suspect && !suspect.evidence ? [i] : []))
    .sort((a, b) => fitOf(seen[b]) - fitOf(seen[a]))
    .slice(0, MOST_GLANCES)
    .map((i) => ({ i, promise: examination.promise(templates[i]) }))
    .sort((a, b) => b.promise - a.promise)
  for (const { i } of glances.slice(0, MOST_SEARCHES)) {
    if (rule(done(), weights).verdict === 'inconsistent') break
    const suspect = seen[i]
    const found = examination.find(templates[i])
    if (!suspect || !found) continue
    // Where the other lies now, the claim is the one that must do worse.
    const rival = examination.against(found, claimed)
    seen[i] = { ...suspect, evidence: found.evidence, rival: { ...rival, leaning: -rival.leaning } }
  }
  return done()
}

const fitOf = (suspect: Suspect | null) => suspect?.rival?.aligned.fit ?? 0

const mirrors = new WeakMap<Template, Template>()

function mirrorOf(template: Template): Template {
  const mirror = mirrors.get(template) ?? mirrored(template)
  mirrors.set(template, mirror)
  return mirror
}

function templateFor({ id, mask }: KnownDesign): Template {
  const known = templates.get(mask)
  templates.delete(mask)
  const template = known?.id === id ? known : templateOf(id, mask)
  templates.set(mask, template)
  for (const oldest of templates.keys()) {
    if (templates.size <= MOST_TEMPLATES) break
    templates.delete(oldest)
  }
  return template
}

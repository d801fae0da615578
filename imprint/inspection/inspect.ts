import type { Picture } from '../raster'
import { NO_EVIDENCE } from './evidence-names'
import { Examination, likeness, type Examined } from './examine'
import { placeOf } from './lay-over'
import type { Job, KnownDesign, Opinion } from './opinion'
import { mirrored, templateOf, type Template } from './template'
import { rule, type Findings, type Suspect } from './verdict'
import { WEIGHTS, type Weights } from './weights'

export type * from './opinion'

/** Designs other than the claim that are looked for all over the fruit when the claim fails: each costs a search. */
const MOST_SEARCHES = 6

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
 * 5. `evidence`: how well they agree, as a whole, window by window and piece by piece, and what is left over.
 * 6. `pair`: the claim against every design that it could be taken for, where the two differ.
 * 7. `verdict`: all this added up by `weights`. Doubt is said, never guessed away.
 */
export function inspectPhoto(job: Job, weights: Weights = WEIGHTS): Opinion {
  return preparePhoto(job.photo, job.mark)(job, weights)
}

/** A claim on a photo that is prepared already. */
export type Claim = Omit<Job, 'photo' | 'mark'>

/** Prepares a photo once, to be set against any number of claims: each design is looked for once. */
export function preparePhoto(photo: Picture, mark?: Job['mark']): (claim: Claim, weights?: Weights) => Opinion {
  const examination = new Searched(photo, mark)
  return (job, weights = WEIGHTS) => {
    const template = templateFor(job.design)
    const claim = examination.find(template)
    const others = job.others.filter(({ mask }) => mask !== job.design.mask).map(templateFor)
    const findings = findingsOf(examination, claim, template, others, weights, job.stemUp ?? false)
    const ruling = rule(findings, weights)
    return {
      ...ruling,
      evidence: claim?.evidence ?? NO_EVIDENCE,
      place: claim && placeOf(photo, examination.skin, claim.aligned.lay, claim.worst),
    }
  }
}

/** Remembers what was found of each design. */
class Searched extends Examination {
  private readonly found = new Map<Template, Examined | null>()

  override find(template: Template): Examined | null {
    const known = this.found.get(template)
    if (known !== undefined) return known
    const found = super.find(template)
    this.found.set(template, found)
    return found
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
    claim: claim?.evidence ?? null,
    mirror: likeness(template, flipped) > SYMMETRIC ? null : suspect(flipped),
    others: others.map(suspect),
    glare: examination.skin.glare,
    turned: claim ? Math.hypot(claim.aligned.lay.pose.right, claim.aligned.lay.pose.down) : 0,
    down: claim ? claim.aligned.lay.pose.down : 0,
    stemUp,
  }
  if (rule(found, weights).verdict === 'consistent') return found
  return withSearches(examination, found, flipped, others)
}

/** A design so like its mirror picture looks the same put on inside out. */
const SYMMETRIC = 0.97

/** The same findings once the others have been looked for by themselves, those nearest to the claim's place first. */
function withSearches(
  examination: Examination,
  findings: Findings,
  flipped: Template,
  others: readonly Template[],
): Findings {
  const byFit = [...findings.others].sort((a, b) => (b.rival?.fit ?? 0) - (a.rival?.fit ?? 0))
  const searched = new Set(byFit.slice(0, MOST_SEARCHES).map(({ id }) => id))
  const search = (suspect: Suspect, template: Template): Suspect => ({
    ...suspect,
    evidence: examination.find(template)?.evidence ?? null,
  })
  return {
    ...findings,
    mirror: findings.mirror && search(findings.mirror, flipped),
    others: findings.others.map((suspect, i) => (searched.has(suspect.id) ? search(suspect, others[i]) : suspect)),
  }
}

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

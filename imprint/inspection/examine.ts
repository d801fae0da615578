import type { Picture } from '../raster'
import { align, alignFrom, Blurs, finish, fitAt, type Aligned } from './align'
import { throughBestChannel } from './best-channel'
import { inLight, readSkin, type Skin } from './channel'
import { compare, weigh, type Compared } from './evidence'
import type { Evidence } from './evidence-names'
import { findFruit, type Circle } from './fruit-outline'
import type { Spot } from './opinion'
import { difference, pair } from './pair'
import { SearchMap, type Candidate } from './search'
import { withoutFalseInk, withoutShine } from './shine'
import { softer, SOFTNESSES, type Template } from './template'
import { mapAngleFor, unroll, USUAL_REACH } from './unroll'

const { max, min, sqrt } = Math

/** A design laid on the photo, with all that speaks for and against it. */
export interface Examined {
  template: Template
  /** How far the photo is out of focus, see `softer`. */
  softness: number
  /** The skin through the channel that shows this design best. */
  blurs: Blurs
  aligned: Aligned
  compared: Compared
  evidence: Evidence
  worst: Spot | null
}

/** The claimed design against one that could be taken for it. */
export interface Rival {
  id: string
  /** Above 0 the photo speaks for the claim, below 0 for the other, where the two differ; -1..1. */
  leaning: number
  /** Share of the square where they differ, and how much of that is seen. */
  differing: number
  seen: number
  /** How well the other fits, and where, near where the claim lies. */
  aligned: Aligned
}

/** A larger fruit's imprint is looked at as closely as an apple's, within what a photo and a moment allow. */
const MOST_ENLARGED = 1.5
/** Places followed from the first search. */
const FOLLOWED = 10
/** A design that fits so much less well at first is not the one. */
const HOPELESS = 0.12

/** One photo, prepared once, against any number of designs. */
export class Examination {
  readonly fruit: Circle
  readonly skin: Skin
  readonly blurs: Blurs
  private readonly light: Skin
  private readonly map: SearchMap
  private readonly promised = new Map<Template, number>()
  private readonly placed = new Map<Template, readonly Candidate[]>()
  private readonly found = new Map<Template, Examined | null>()

  constructor(
    readonly photo: Picture,
    mark?: 'pale' | 'dark',
    reach = USUAL_REACH,
  ) {
    this.fruit = findFruit(photo)
    this.skin = readSkin(photo, this.fruit, mark, min(MOST_ENLARGED, max(1, USUAL_REACH / reach)))
    this.blurs = new Blurs(this.skin)
    this.light = inLight(this.skin)
    this.map = new SearchMap(unroll(this.skin, mapAngleFor(reach)), reach)
  }

  /** Looks for a design all over the fruit; null when nothing is like it anywhere. */
  find(template: Template): Examined | null {
    const known = this.found.get(template)
    if (known !== undefined) return known
    const candidates = this.places(template)
    const rough = align(this.blurs, template, candidates)
    const found = rough && this.lookClosely(template, rough, candidates[0].likeness)
    this.found.set(template, found)
    return found
  }

  /** How like the design the likeliest place is, as far as the first search can tell; 0..1. */
  promise(template: Template): number {
    const known = this.promised.get(template) ?? this.map.promise(template)
    this.promised.set(template, known)
    return known
  }

  /** Sets the claim against another design, first where the claim lies, then where the other fits best near there. */
  against(claim: Examined, other: Template): Rival {
    const [first, second] = [softer(claim.template, claim.softness), softer(other, claim.softness)]
    const aligned = alignFrom(claim.blurs, second, claim.aligned.lay, claim.aligned.fit - HOPELESS)
    const there = aligned.fit > claim.aligned.fit
    const at = there ? compare(claim.blurs, second, aligned) : claim.compared
    const { leaning, seen } = pair(at, first, second)
    return { id: other.id, leaning, differing: difference(claim.template, other), seen, aligned }
  }

  /** The evidence for another design where it was set against the claim. */
  weighRival(claim: Examined, other: Template, { aligned }: Rival): Examined {
    return this.lookClosely(other, aligned, claim.evidence.coarse)
  }

  private places(template: Template): readonly Candidate[] {
    const known = this.placed.get(template)
    if (known) return known
    const candidates = this.map.candidates(template, FOLLOWED)
    this.placed.set(template, candidates)
    return candidates
  }

  private lookClosely(template: Template, { lay }: Aligned, coarse: number): Examined {
    const matt = withoutShine(this.skin, template, lay)
    const blurs = new Blurs(withoutFalseInk(throughBestChannel(matt, template, lay), template, lay))
    const fits = Array.from({ length: SOFTNESSES }, (_, i) => fitAt(blurs, softer(template, i), lay))
    const softness = fits.indexOf(max(...fits))
    const shown = softer(template, softness)
    const aligned = finish(blurs, shown, lay)
    const weighed = weigh(blurs, shown, aligned, coarse)
    const { contrast } = compare(new Blurs({ ...this.light, trust: matt.trust }), shown, aligned)
    return { template, softness, blurs, aligned, ...weighed, evidence: { ...weighed.evidence, contrast } }
  }
}

/** How like two designs are, laid on each other as they are; -1..1. */
export function likeness(a: Template, b: Template): number {
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.strokes.values.length; i++) {
    ab += a.strokes.values[i] * b.strokes.values[i]
    aa += a.strokes.values[i] ** 2
    bb += b.strokes.values[i] ** 2
  }
  return ab / max(1e-9, sqrt(aa * bb))
}

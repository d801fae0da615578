import type { Opinion } from '../../../imprint/inspection/inspect'
import type { Family } from '../../photos/designs'
import type { Fault } from '../../photos/faults'
import type { FruitId } from '../../photos/fruits'
import type { Photo } from '../../photos/photo'
import type { BackdropId, Kind } from '../../photos/scene'
import { isBad, type Claim, type Sort } from './claims'

/** One photo, one claim, and what the inspection said: a line of the file that tables and weights are made from. */
export interface Row {
  seed: number
  kind: Kind
  fault: Fault
  shown: string
  family: Family
  fruit: FruitId
  backdrop: BackdropId
  tiltDegrees: number
  blurPx: number
  /** Of the mark against skin, in the middle of the imprint. */
  contrast: number
  /** Share of the imprint under glare and in shade. */
  glare: number
  shaded: number
  erased: number
  sort: Sort
  claimed: string
  verdict: Opinion['verdict']
  reason: Opinion['reason']
  score: number
  looksLike: string | null
  evidence: Opinion['evidence']
  /** How far the fruit was found from where it is, in radii; null when it was not. */
  fruitOff: number | null
  ms: number
}

export function rowOf({ truth, picture }: Photo, { sort, design }: Claim, opinion: Opinion, ms: number): Row {
  const { scene } = truth
  const { camera, imprint } = scene
  const { verdict, reason, score, looksLike, evidence, place } = opinion
  const off = (fruit: { x: number; y: number; radius: number }) => {
    const [x, y, radius] = [fruit.x, fruit.y, fruit.radius].map((share) => share * picture.width)
    const moved = Math.hypot(x - camera.fruit.x, y - camera.fruit.y)
    return Math.max(moved, Math.abs(radius - camera.fruit.radius)) / camera.fruit.radius
  }
  return {
    seed: scene.seed,
    kind: scene.kind,
    fault: scene.fault,
    shown: truth.design,
    family: design.family,
    fruit: scene.fruit,
    backdrop: scene.backdrop,
    tiltDegrees: rounded((imprint.tilt * 180) / Math.PI),
    blurPx: rounded(scene.exposure.blurPx),
    contrast: rounded((imprint.contrast * (1 + imprint.fade.least)) / 2),
    glare: rounded(truth.glare),
    shaded: rounded(truth.shaded),
    erased: rounded(truth.erased),
    sort,
    claimed: design.id,
    verdict,
    reason,
    score: rounded(score, 5),
    looksLike,
    evidence,
    fruitOff: place && rounded(off(place.fruit)),
    ms: Math.round(ms),
  }
}

const rounded = (value: number, places = 3) => Number(value.toFixed(places))

/** Whether the claim is true and the fruit is as ordered, so that it should pass. */
export const shouldPass = ({ sort, fault }: Row): boolean => sort === 'right' && fault === 'none'

/** Whether letting it pass would be a mistake. A right fruit on a photo nobody can judge is none. */
export const mustNotPass = (row: Row): boolean => !shouldPass(row) && !(row.sort === 'right' && isBad(row.fault))

/** Whether the batch cannot tell: the true design is a look-alike of the claim and unknown. Counted apart. */
export const isUnknowable = ({ sort }: Row): boolean => sort === 'twinUnknown'

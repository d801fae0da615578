import type { OpinionReason, OpinionVerdict } from '../../domain/inspection/opinion'
import type { Mask, Picture } from '../raster'
import type { Evidence } from './evidence-names'

/** A design that may be on the fruit: ink = 1 on the whole 40 mm square. */
export interface KnownDesign {
  id: string
  mask: Mask
}

/** One photo of one fruit, what was ordered for it, and what else is in the batch. */
export interface Job {
  photo: Picture
  design: KnownDesign
  others: readonly KnownDesign[]
  /** Whether the photo was taken with the stem up, as the capture screen asks; only then can an imprint be off its place. */
  stemUp?: boolean
  /** What film leaves is paler than the skin, what a laser leaves is darker; as the skin suggests where it is not said. */
  mark?: 'pale' | 'dark'
  /** The angle that half the sticker's side takes up on usual fruit of this kind, radians; an apple's if it is not said. */
  reach?: number
}

export type Verdict = OpinionVerdict
export type Reason = OpinionReason

/** A circle on the design, mm right and down of its middle. */
export interface Spot {
  x: number
  y: number
  radius: number
}

/**
 * Where the design lies on the photo; plain data of a few hundred bytes. Lengths on the photo are fractions of its
 * width (downwards too), angles are radians.
 */
export interface Place {
  fruit: { x: number; y: number; radius: number }
  /** How far the middle of the imprint is turned to the right and down, out of the line to the camera. */
  tilt: readonly [right: number, down: number]
  /** Clockwise. */
  roll: number
  /** The angle that half the sticker's side takes up on the fruit. */
  reach: number
  /** A quadratic shift of the sticker's points, in half sides: six terms (1, u, v, uu, uv, vv) for u, then six for v. */
  warp: readonly number[]
  /** Where the design fits the photo least. */
  worst: Spot | null
}

export interface Opinion {
  verdict: Verdict
  /** 0 (certainly not the design) to 1 (certainly the design). */
  score: number
  reason: Reason
  /** The other design of the batch that is on the fruit as far as can be seen. */
  looksLike: string | null
  /** The numbers that the verdict rests on; kept so that the weights can be fitted again. */
  evidence: Evidence
  place: Place | null
}

import { FILM_OUTLINE } from '../fruit/film'
import { STICKER_MM } from '../fruit/imprint-frame'
import { type LookId, LOOKS } from '../fruit/looks'
import { circle } from '../outline/circle'
import { boxOf, type Path } from '../outline/path'
import { clamp, smoothstep } from '../raster'
import { wrapPath } from './wrap'

/** A picture of the whole fruit; each has the same outline, so one may fade over the other. */
export type SeasonPicture = 'green' | 'colouring' | 'ripe'

/** The pictures of a look's season. What never reddens has nothing to show between green and ripe. */
export const seasonPictures = (look: LookId): readonly SeasonPicture[] =>
  LOOKS[look].technique === 'laser' ? ['green', 'ripe'] : ['green', 'colouring', 'ripe']

/** What is seen at a moment of the season, each 0..1: how far the fruit has coloured, what lies or stands on it. */
export interface SeasonMoment {
  ripe: number
  film: number
  print: number
}

export type Technique = 'mask' | 'laser'

/** Parts of the season as a share of it: where each begins. */
export const PHASES = { before: 0, sticker: 0.15, colouring: 0.35, harvest: 0.86 } as const
export type Phase = keyof typeof PHASES

/** The part of the season a moment (0..1) is in. Nothing is stuck on for a laser: it has no `sticker`. */
export function phaseAt(t: number, technique: Technique): Phase {
  if (t >= PHASES.harvest) return 'harvest'
  if (t >= PHASES.colouring) return 'colouring'
  return t >= PHASES.sticker && technique === 'mask' ? 'sticker' : 'before'
}

/** A moment in the middle of a phase, for a tap on its name; the harvest at its end. */
export const middleOf = (phase: Phase): number =>
  phase === 'harvest' ? 1 : { before: 0, sticker: 0.25, colouring: 0.6 }[phase]

/** What is seen at `t`, 0 before the sticker to 1 at harvest. */
export function momentAt(t: number, technique: Technique): SeasonMoment {
  const ripe = smoothstep(PHASES.colouring - 0.05, 0.82, t)
  const picked = smoothstep(PHASES.harvest - 0.02, 0.93, t)
  if (technique === 'laser') return { ripe, film: 0, print: picked }
  return { ripe, film: smoothstep(PHASES.sticker - 0.05, PHASES.sticker, t) * (1 - picked), print: picked }
}

/** How the pictures of a look are laid over each other, first at the bottom. */
export function fadedPictures(look: LookId, ripe: number): { picture: SeasonPicture; alpha: number }[] {
  const [first, ...others] = seasonPictures(look)
  const over = others.map((picture, at) => ({ picture, alpha: clamp(ripe * others.length - at) }))
  const shown = [{ picture: first, alpha: 1 }, ...over].filter(({ alpha }) => alpha > 0)
  return shown.slice(Math.max(0, shown.map(({ alpha }) => alpha).lastIndexOf(1)))
}

/** The square part of the picture that the printed skin is kept for, in fractions of its side. */
export function printedPart(look: LookId): { left: number; top: number; side: number } {
  const half = STICKER_MM / 2
  const box = boxOf(
    wrapPath([['M', -half, -half], ['L', half, -half], ['L', half, half], ['L', -half, half], ['Z']], look),
  )
  const { left, right, top, bottom } = box ?? { left: 0, right: 1, top: 0, bottom: 1 }
  const side = Math.max(right - left, bottom - top)
  return { left: (left + right - side) / 2, top: (top + bottom - side) / 2, side }
}

/** A spot of a design that cannot be made, mm on the sticker. */
export interface Spot {
  x: number
  y: number
  /** Radius of the ring around it. */
  r: number
}

/** Everything that does not change while time goes by, in px of a picture `side` wide. */
export interface StageOutlines {
  imprint: Path
  film: Path
  rings: Path
}

/** Rings are never so small that they hide what they point at. */
const LEAST_RING_MM = 2.2

/** Puts the imprint, the film and the rings around spots on the fruit. */
export function stageOutlines(path: Path, spots: readonly Spot[], look: LookId, side: number): StageOutlines {
  return {
    imprint: wrapPath(path, look, side),
    film: wrapPath(FILM_OUTLINE, look, side),
    rings: wrapPath(
      spots.flatMap(({ x, y, r }) => circle(x, y, Math.max(r, LEAST_RING_MM))),
      look,
      side,
    ),
  }
}

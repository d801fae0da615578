import type { Mask } from '../raster'
import { blurred, planeOf, valueAt, type Plane } from './plane'

const { hypot, max, min } = Math

/** Designs are looked at so large, px. */
const SIDE = 160
/** How far light creeps under the film and the camera softens edges, in sides of the sticker. */
const SOFT = 0.011
/** Patches of ink this wide are left out when the design is looked for, in sides. */
const WIDE = 0.13

/** A design prepared for being looked for. */
export interface Template {
  id: string
  /** Coverage, unblurred. */
  ink: Plane
  /** As it looks in a photo. */
  soft: Plane
  /** Its edges and strokes, without its patches: for the first search. */
  strokes: Plane
  /** How far its ink reaches from the middle, in half sides. */
  extent: number
  /** Ink, in squared half sides. */
  area: number
}

/** Prepares a design. */
export function templateOf(id: string, mask: Mask): Template {
  const ink = resized(mask)
  const soft = blurred(ink, SIDE * SOFT)
  const wide = blurred(ink, SIDE * WIDE).values
  const strokes = { ...soft, values: soft.values.map((value, i) => value - wide[i]) }
  let extent = 0
  let area = 0
  for (let i = 0; i < ink.values.length; i++) {
    area += ink.values[i]
    if (ink.values[i] < 0.3) continue
    const x = (((i % SIDE) + 0.5) / SIDE) * 2 - 1
    const y = (((i / SIDE) | 0) + 0.5) / SIDE
    extent = max(extent, hypot(x, y * 2 - 1))
  }
  return { id, ink, soft, strokes, extent: min(1.42, extent), area: (area / SIDE / SIDE) * 4 }
}

/** How much softer a photo may show a design than a sharp one does, in shares of that. */
const SOFTER = [1, 1.7, 2.5]
export const SOFTNESSES = SOFTER.length
/** As soft as this, one character looks like another of its kind. */
export const OUT_OF_FOCUS = SOFTNESSES - 1

const softened = new WeakMap<Template, Template[]>()

/** The same design as a photo shows it that is more or less out of focus: 0 (sharp) up to below SOFTNESSES. */
export function softer(template: Template, softness: number): Template {
  const kept = softened.get(template) ?? [template]
  softened.set(template, kept)
  return (kept[softness] ??= { ...template, soft: blurred(template.ink, SIDE * SOFT * SOFTER[softness]) })
}

/** The same seen in a mirror. */
export const mirrored = (template: Template): Template =>
  rearranged(template, (i) => i - (i % SIDE) + SIDE - 1 - (i % SIDE))

/** The same upside down. */
export const turnedRound = (template: Template): Template => rearranged(template, (i) => SIDE * SIDE - 1 - i)

function rearranged(template: Template, from: (i: number) => number): Template {
  const anew = (plane: Plane): Plane => ({ ...plane, values: plane.values.map((_, i) => plane.values[from(i)]) })
  const { ink, soft, strokes } = template
  return { ...template, ink: anew(ink), soft: anew(soft), strokes: anew(strokes) }
}

/** The value of a plane of the sticker at (u, v) in half sides. */
export const onSticker = (plane: Plane, u: number, v: number): number =>
  valueAt(plane, ((u + 1) / 2) * plane.width - 0.5, ((v + 1) / 2) * plane.height - 0.5)

function resized(mask: Mask): Plane {
  const values = new Float32Array(SIDE * SIDE)
  const across = mask.width / SIDE
  const down = mask.height / SIDE
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) values[y * SIDE + x] = meanOf(mask, x * across, y * down, across, down)
  }
  return { width: SIDE, height: SIDE, values }
}

/** Mean coverage of a rectangle of the mask. */
function meanOf(mask: Mask, left: number, top: number, width: number, height: number): number {
  if (width < 1 || height < 1) return valueAt(planeOf(mask), left + width / 2 - 0.5, top + height / 2 - 0.5)
  let sum = 0
  let shares = 0
  for (let y = top | 0; y < min(top + height, mask.height); y++) {
    const high = min(y + 1, top + height) - max(y, top)
    for (let x = left | 0; x < min(left + width, mask.width); x++) {
      const share = high * (min(x + 1, left + width) - max(x, left))
      sum += share * mask.coverage[y * mask.width + x]
      shares += share
    }
  }
  return shares ? sum / shares : 0
}

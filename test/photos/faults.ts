import { blurPlane, emptyMask, type Mask } from '../../imprint/raster'
import type { SampleDesign } from './designs'
import type { Dice } from './dice'
import { DESIGN_PX } from './drawings'

/**
 * What went wrong with the fruit or the photo. A swap is no fault of the photo: it shows another design than the one that
 * is claimed.
 */
export const FAULTS = [
  'none',
  'mirrored',
  'erased',
  'partlyErased',
  'faded',
  'unprinted',
  'glare',
  'farSide',
  'blurred',
] as const
export type Fault = (typeof FAULTS)[number]

/** Photos that nobody could judge; the fruit itself is right. */
export const BAD_PHOTOS: readonly Fault[] = ['glare', 'farSide', 'blurred']

/** What reached the skin: coverage of the 40 mm square, and how much of the design's ink is gone, 0..1. */
export interface Printed {
  mask: Mask
  erased: number
}

/** The design as the fault left it. */
export function printed(design: SampleDesign, fault: Fault, dice: Dice): Printed {
  if (fault === 'mirrored') return { mask: mirrored(design.mask), erased: 0 }
  if (fault === 'erased') return withoutPart(design, dice)
  if (fault === 'partlyErased') return withHole(design, dice)
  if (fault === 'unprinted') return { mask: emptyMask(DESIGN_PX, DESIGN_PX), erased: 1 }
  return { mask: design.mask, erased: 0 }
}

export function mirrored({ width, height, coverage }: Mask): Mask {
  const mask = emptyMask(width, height)
  for (let i = 0; i < coverage.length; i++) mask.coverage[i] = coverage[i - (i % width) + width - 1 - (i % width)]
  return mask
}

const inkOf = ({ coverage }: Mask) => coverage.reduce((sum, value) => sum + value, 0)

const left = (whole: Mask, mask: Mask): Printed => ({ mask, erased: 1 - inkOf(mask) / inkOf(whole) })

/** One character or piece never took. Designs that are of one piece lose a hole. */
function withoutPart(design: SampleDesign, dice: Dice): Printed {
  if (design.parts.length === 0) return withHole(design, dice)
  const { box } = dice.of(design.parts)
  const { width, height, coverage } = design.mask
  const mask: Mask = { width, height, coverage: coverage.slice() }
  for (let y = Math.max(0, Math.floor(box.top)); y < Math.min(height, box.bottom); y++) {
    mask.coverage.fill(
      0,
      y * width + Math.max(0, Math.floor(box.left)),
      y * width + Math.min(width, Math.ceil(box.right)),
    )
  }
  return left(design.mask, mask)
}

/** A round hole: more than half of one character, or a fifth to a third of a design in one piece. */
function withHole({ mask: whole, parts }: SampleDesign, dice: Dice): Printed {
  const { width, height, coverage } = whole
  const part = parts.length > 1 ? dice.of(parts) : null
  const wanted = part ? part.share * dice.between(0.55, 0.8) : dice.between(0.2, 0.33)
  const middle = part
    ? { x: (part.box.left + part.box.right) / 2 + dice.normal() * 4, y: (part.box.top + part.box.bottom) / 2 }
    : { x: width / 2 + dice.between(-40, 40), y: height / 2 + dice.between(-40, 40) }
  let hole: Printed = { mask: whole, erased: 0 }
  for (let radius = 12; hole.erased < wanted && radius < width; radius += 3) {
    const mask: Mask = { width, height, coverage: coverage.slice() }
    for (let i = 0; i < coverage.length; i++) {
      const off = Math.hypot((i % width) - middle.x, Math.floor(i / width) - middle.y)
      mask.coverage[i] *= Math.min(1, Math.max(0, (off - radius) / 3))
    }
    hole = left(whole, mask)
  }
  return hole
}

/** How little of a design looks the same in a mirror, turned as well as it can be: 0 (all the same) to 1. */
export function asymmetry(mask: Mask): number {
  const soft = { ...mask, coverage: blurPlane(mask.coverage, mask.width, mask.height, 3) }
  const other = mirrored(soft)
  let most = 0
  for (let turn = 0; turn < 36; turn++) most = Math.max(most, overlap(soft, other, (turn * Math.PI) / 18))
  return 1 - most
}

/** How far two masks share their ink with the second one turned, on every fourth pixel. */
function overlap(one: Mask, other: Mask, angle: number): number {
  const [c, s, half] = [Math.cos(angle), Math.sin(angle), one.width / 2]
  let [both, either] = [0, 0]
  for (let y = 0; y < one.height; y += 4) {
    for (let x = 0; x < one.width; x += 4) {
      const [u, v] = [x - half, y - half]
      const [ox, oy] = [Math.round(u * c - v * s + half), Math.round(u * s + v * c + half)]
      const a = one.coverage[y * one.width + x]
      const inside = ox >= 0 && oy >= 0 && ox < other.width && oy < other.height
      const b = inside ? other.coverage[oy * other.width + ox] : 0
      both += Math.min(a, b)
      either += Math.max(a, b)
    }
  }
  return either === 0 ? 1 : both / either
}

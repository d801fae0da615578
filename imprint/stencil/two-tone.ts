import { SAFE_MM, STICKER_MM } from '../fruit/imprint-frame'
import { blurPlane, clamp, emptyMask, type Mask, type Picture } from '../raster'
import { CENTRED, type Crop, greySquare } from './crop'

export interface StencilOptions {
  /** `logo` splits flat art at one level; `portrait` evens out the light first and keeps fine dark lines. */
  style: 'logo' | 'portrait'
  /** Moves the split: above 0 more of the picture is printed, below 0 less. Useful -0.3 .. 0.3. */
  threshold?: number
  /** Draws dark and light further apart before they are split; 1 leaves them. */
  contrast?: number
  /** How far small detail is smoothed away first, 0 to 3. */
  simplify?: number
  /** Prints the light parts instead of the dark ones. */
  invert?: boolean
  /** A circle fills the 36 mm safe circle, a square is inscribed in it. */
  outline?: 'circle' | 'square'
  crop?: Crop
  /** Degrees clockwise. */
  turn?: number
  /** Side of the mask, px; default 240. */
  size?: number
}

/** The level that parts dark from light best (Otsu): values 0..1 in, level 0..1 out. An even plane gives its own value. */
export function splitLevel(plane: Float32Array): number {
  const counts = new Float64Array(256)
  for (const value of plane) counts[Math.round(clamp(value) * 255)]++
  let total = 0
  for (let i = 0; i < 256; i++) total += i * counts[i]
  let below = 0
  let belowSum = 0
  let best = 0
  let first = -1
  let last = -1
  for (let i = 0; i < 255; i++) {
    below += counts[i]
    belowSum += i * counts[i]
    const above = plane.length - below
    if (below === 0 || above === 0) continue
    const apart = below * above * (belowSum / below - (total - belowSum) / above) ** 2
    if (apart > best * (1 + 1e-9)) {
      best = apart
      first = i
      last = i
    } else if (apart >= best * (1 - 1e-9)) last = i
  }
  if (first < 0) return plane.length ? plane[0] : 0.5
  return ((first + last) / 2 + 0.5) / 255
}

/** Radius of the smoothing of one step of `simplify`, as a share of the side. */
const SIMPLER = 0.008

/** Grey values with the detail and the contrast that are wished for, contrast around their own middle. */
function prepared(grey: Float32Array, size: number, { contrast = 1, simplify = 0 }: StencilOptions): Float32Array {
  const plain = simplify > 0 ? blurPlane(grey, size, size, size * SIMPLER * simplify, 2) : grey
  if (contrast === 1) return plain
  const middle = plain.reduce((sum, value) => sum + value, 0) / plain.length
  return plain.map((value) => clamp(middle + (value - middle) * contrast))
}

/** How far each pixel is on the printed side of the split, in grey units; above 0 is printed. */
function darkness(grey: Float32Array, size: number, options: StencilOptions): Float32Array {
  const { threshold = 0 } = options
  const smooth = blurPlane(grey, size, size, size * 0.004, 2)
  if (options.style === 'logo') {
    const level = splitLevel(smooth) + threshold
    return smooth.map((value) => level - value)
  }
  const wide = blurPlane(grey, size, size, size * 0.1)
  const soft = blurPlane(grey, size, size, size * 0.012)
  const tone = soft.map((value, i) => clamp(0.5 + (value - 0.55 * wide[i] - 0.225) * 1.1))
  const level = splitLevel(tone) + threshold
  const around = blurPlane(grey, size, size, size * 0.02)
  return tone.map((value, i) => Math.max(level - value, (around[i] - smooth[i] - 0.09) * (value < 0.85 ? 1 : 0)))
}

/**
 * Turns a photo into a two-tone imprint covering the 40 mm film. Nothing is printed outside the outline.
 * Edges are about one mask pixel soft so that the result scales well.
 */
export function stencilFromPhoto(photo: Picture, options: StencilOptions): Mask {
  const size = options.size ?? 240
  const circle = (options.outline ?? 'circle') === 'circle'
  const side = Math.round((size * SAFE_MM) / STICKER_MM / (circle ? 1 : Math.SQRT2))
  const grey = greySquare(photo, options.crop ?? CENTRED, side, options.turn)
  const dark = darkness(prepared(grey, side, options), side, options)
  const mask = emptyMask(size, size)
  const offset = Math.round((size - side) / 2)
  const middle = (side - 1) / 2
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const printed = clamp(dark[y * side + x] * 18 + 0.5)
      const inside = circle ? clamp(side / 2 - Math.hypot(x - middle, y - middle)) : 1
      mask.coverage[(y + offset) * size + x + offset] = (options.invert ? 1 - printed : printed) * inside
    }
  }
  return mask
}

/** Share of the safe circle that is printed, 0..1; very low or very high means an unreadable imprint. */
export function printedShare(mask: Mask): number {
  const safe = Math.PI * ((mask.width * SAFE_MM) / STICKER_MM / 2) ** 2
  return mask.coverage.reduce((sum, value) => sum + value, 0) / safe
}

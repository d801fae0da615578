import { SAFE_MM, STICKER_MM } from '../fruit/imprint-frame'
import { type Colour } from '../fruit/looks'
import { blurPlane, clamp, emptyMask, emptyPicture, type Mask, type Picture } from '../raster'
import { CENTRED, type Crop, greySquare } from './crop'

export interface StencilOptions {
  /** `logo` splits flat art at one level; `portrait` evens out the light first and keeps fine dark lines. */
  style: 'logo' | 'portrait'
  /** Moves the split: above 0 more of the picture is printed, below 0 less. Useful -0.3 .. 0.3. */
  bias?: number
  /** Prints the light parts instead of the dark ones. */
  invert?: boolean
  /** A circle fills the 36 mm safe circle, a square is inscribed in it. */
  outline?: 'circle' | 'square'
  crop?: Crop
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

/** How far each pixel is on the printed side of the split, in grey units; above 0 is printed. */
function darkness(grey: Float32Array, size: number, options: StencilOptions): Float32Array {
  const bias = options.bias ?? 0
  const smooth = blurPlane(grey, size, size, size * 0.004, 2)
  if (options.style === 'logo') {
    const level = splitLevel(smooth) + bias
    return smooth.map((value) => level - value)
  }
  const wide = blurPlane(grey, size, size, size * 0.1)
  const soft = blurPlane(grey, size, size, size * 0.012)
  const tone = soft.map((value, i) => clamp(0.5 + (value - 0.55 * wide[i] - 0.225) * 1.1))
  const level = splitLevel(tone) + bias
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
  const grey = greySquare(photo, options.crop ?? CENTRED, side)
  const dark = darkness(grey, side, options)
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

/** The mask as a picture of one colour on a clear ground, for the preview's layer. */
export function paintMask(mask: Mask, colour: Colour): Picture {
  const picture = emptyPicture(mask.width, mask.height)
  for (let i = 0; i < mask.coverage.length; i++) {
    picture.pixels.set([colour[0], colour[1], colour[2], mask.coverage[i] * 255], i * 4)
  }
  return picture
}

/** Share of the safe circle that is printed, 0..1; very low or very high means an unreadable imprint. */
export function printedShare(mask: Mask): number {
  const safe = Math.PI * ((mask.width * SAFE_MM) / STICKER_MM / 2) ** 2
  return mask.coverage.reduce((sum, value) => sum + value, 0) / safe
}

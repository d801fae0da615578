/** An RGBA picture, four bytes a pixel, straight (not premultiplied) alpha. */
export interface Picture {
  width: number
  height: number
  pixels: Uint8ClampedArray
}

/** Coverage 0..1 of an imprint. The square stands for the whole 40 mm sticker. */
export interface Mask {
  width: number
  height: number
  coverage: Float32Array
}

export const clamp = (value: number, low = 0, high = 1): number => (value < low ? low : value > high ? high : value)

export const mix = (from: number, to: number, share: number): number => from + (to - from) * share

/** Smooth step from 0 at `from` to 1 at `to`; the edges may be given in either order. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from))
  return t * t * (3 - 2 * t)
}

export const emptyMask = (width: number, height: number): Mask => ({
  width,
  height,
  coverage: new Float32Array(width * height),
})

export const emptyPicture = (width: number, height: number): Picture => ({
  width,
  height,
  pixels: new Uint8ClampedArray(width * height * 4),
})

/** Bilinear coverage at a point in mask pixels; nothing outside. */
export function sampleMask(mask: Mask, x: number, y: number): number {
  const { width, height, coverage } = mask
  const px = x - 0.5
  const py = y - 0.5
  const left = Math.floor(px)
  const top = Math.floor(py)
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0
  const fx = px - left
  const fy = py - top
  const at = top * width + left
  const upper = coverage[at] * (1 - fx) + coverage[at + 1] * fx
  const lower = coverage[at + width] * (1 - fx) + coverage[at + width + 1] * fx
  return upper * (1 - fy) + lower * fy
}

function blurLine(from: Float32Array, to: Float32Array, start: number, stride: number, length: number, radius: number) {
  const clampIndex = (i: number) => start + (i < 0 ? 0 : i >= length ? length - 1 : i) * stride
  let sum = 0
  for (let i = -radius; i <= radius; i++) sum += from[clampIndex(i)]
  const share = 1 / (2 * radius + 1)
  for (let i = 0; i < length; i++) {
    to[start + i * stride] = sum * share
    sum += from[clampIndex(i + radius + 1)] - from[clampIndex(i - radius)]
  }
}

/** Box blur of one plane, `passes` times; three passes look like a Gaussian. Radius in pixels, 0 changes nothing. */
export function blurPlane(plane: Float32Array, width: number, height: number, radius: number, passes = 3) {
  const reach = Math.round(radius)
  if (reach < 1) return plane.slice()
  const other = new Float32Array(plane.length)
  const result = plane.slice()
  for (let pass = 0; pass < passes; pass++) {
    for (let y = 0; y < height; y++) blurLine(result, other, y * width, 1, width, reach)
    for (let x = 0; x < width; x++) blurLine(other, result, x, width, height, reach)
  }
  return result
}

/** Softens the edge of a mask the way light bleeds under a sticker. Radius in mask pixels. */
export const blurMask = (mask: Mask, radius: number): Mask => ({
  ...mask,
  coverage: blurPlane(mask.coverage, mask.width, mask.height, radius),
})

/** Lays `over` on `under` in place, its upper left corner at (left, top). */
export function paste(under: Picture, over: Picture, left: number, top: number): void {
  for (let y = Math.max(0, -top); y < over.height && y + top < under.height; y++) {
    for (let x = Math.max(0, -left); x < over.width && x + left < under.width; x++) {
      const from = (y * over.width + x) * 4
      const to = ((y + top) * under.width + x + left) * 4
      const a = over.pixels[from + 3] / 255
      if (a === 0) continue
      const below = (under.pixels[to + 3] / 255) * (1 - a)
      const total = a + below
      for (let c = 0; c < 3; c++)
        under.pixels[to + c] = (over.pixels[from + c] * a + under.pixels[to + c] * below) / total
      under.pixels[to + 3] = total * 255
    }
  }
}

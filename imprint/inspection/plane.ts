import { blurPlane, type Mask } from '../raster'

// Looked up once: a picture asks for them millions of times, and some engines look through a global each time.
const { ceil, exp, floor, sqrt } = Math

/** One number for each pixel. */
export interface Plane {
  width: number
  height: number
  values: Float32Array
}

export const planeOf = ({ width, height, coverage }: Mask): Plane => ({ width, height, values: coverage })

/** Value at a point in pixels (the middle of the first pixel is 0, 0), mixed from the four around it; 0 outside. */
export function valueAt({ width, height, values }: Plane, x: number, y: number): number {
  if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) return 0
  const left = x | 0
  const top = y | 0
  const fx = x - left
  const fy = y - top
  const at = top * width + left
  const upper = values[at] + (values[at + 1] - values[at]) * fx
  const lower = values[at + width] + (values[at + width + 1] - values[at + width]) * fx
  return upper + (lower - upper) * fy
}

/** From this on three box blurs look like a Gaussian and cost less. */
const WIDE = 1.9

/** A Gaussian blur, `sigma` in pixels. */
export function blurred(plane: Plane, sigma: number): Plane {
  const { width, height, values } = plane
  if (sigma < 0.2) return plane
  if (sigma >= WIDE) {
    const radius = (sqrt(4 * sigma * sigma + 1) - 1) / 2
    return { width, height, values: blurPlane(values, width, height, radius) }
  }
  const reach = ceil(sigma * 2.6)
  const kernel = new Float64Array(2 * reach + 1)
  let sum = 0
  for (let i = -reach; i <= reach; i++) sum += kernel[i + reach] = exp((-i * i) / (2 * sigma * sigma))
  for (let i = 0; i < kernel.length; i++) kernel[i] /= sum
  const across = new Float32Array(values.length)
  const result = new Float32Array(values.length)
  blurRows(values, across, width, height, kernel, reach)
  blurColumns(across, result, width, height, kernel, reach)
  return { width, height, values: result }
}

function blurRows(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  kernel: Float64Array,
  reach: number,
) {
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let x = 0; x < width; x++) {
      let sum = 0
      if (x >= reach && x < width - reach) {
        for (let i = -reach, at = row + x - reach; i <= reach; i++, at++) sum += kernel[i + reach] * from[at]
      } else {
        for (let i = -reach; i <= reach; i++) {
          const at = x + i
          sum += kernel[i + reach] * from[row + (at < 0 ? 0 : at >= width ? width - 1 : at)]
        }
      }
      to[row + x] = sum
    }
  }
}

function blurColumns(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  kernel: Float64Array,
  reach: number,
) {
  for (let y = 0; y < height; y++) {
    const row = y * width
    for (let i = -reach; i <= reach; i++) {
      const at = y + i
      const other = (at < 0 ? 0 : at >= height ? height - 1 : at) * width
      const share = kernel[i + reach]
      for (let x = 0; x < width; x++) to[row + x] += share * from[other + x]
    }
  }
}

/** A blur to which each pixel adds by its weight: what weighs nothing is filled in from around it. */
export function blurredByWeight(plane: Plane, weights: Plane, sigma: number): Plane {
  return blurredTogether([plane], weights, sigma)[0]
}

/** The same of several planes that share their weights. */
export function blurredTogether(planes: readonly Plane[], weights: Plane, sigma: number): Plane[] {
  const shares = blurred(weights, sigma).values
  return planes.map(({ width, height, values }) => {
    const heavy = new Float32Array(values.length)
    for (let i = 0; i < values.length; i++) heavy[i] = values[i] * weights.values[i]
    const sums = blurred({ width, height, values: heavy }, sigma).values
    for (let i = 0; i < sums.length; i++) heavy[i] = shares[i] > 1e-4 ? sums[i] / shares[i] : 0
    return { width, height, values: heavy }
  })
}

/** The value below which `share` (0..1) of the values lie; sorts in place. */
export function quantile(values: Float32Array | Float64Array, share: number): number {
  if (values.length === 0) return 0
  values.sort()
  return values[Math.min(values.length - 1, floor(share * values.length))]
}

import sharp from 'sharp'
import { type Picture } from '../../imprint/raster'
import { diceOf } from './dice'
import type { Exposure } from './scene'

const { exp, floor, max, min } = Math

/** Light up to four times white keeps its steps; beyond it is all white. */
const STEPS = 4096
const BRIGHTEST = 4
const ENCODED = Float32Array.from({ length: STEPS + 1 }, (_, i) => {
  const light = min(1, (i / STEPS) * BRIGHTEST)
  return 255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055)
})

/** What the sensor and the file make of the light (three floats a pixel): blur, colour cast, grain, and JPEG. */
export function develop(
  light: Float32Array,
  width: number,
  height: number,
  how: Exposure,
  seed: number,
): Promise<Buffer> {
  const soft = blurred(light, width, height, (how.blurPx * width) / 800)
  const pixels = Buffer.alloc(width * height * 3)
  const grain = grainOf(seed)
  const last = grain.length - 1
  const gains = how.whiteBalance.map((balance) => (balance * how.gain * STEPS) / BRIGHTEST)
  let thrown = seed & 1023
  for (let i = 0; i < width * height; i++) {
    thrown = (thrown + 1 + ((i * 7919) >>> 13)) & last
    for (let c = 0; c < 3; c++) {
      const value = ENCODED[min(STEPS, floor(soft[i * 3 + c] * gains[c]))]
      const own = grain[(thrown * 3 + c * 1237 + i) & last]
      const noisy = value + how.noise * 0.7 * (grain[thrown] + own) * (1.15 - value / 400)
      pixels[i * 3 + c] = max(0, min(255, noisy + 0.5))
    }
  }
  // Colour at half the resolution of light, as cameras keep it.
  const jpeg = { quality: how.quality, chromaSubsampling: '4:2:0' }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg(jpeg)
    .toBuffer()
}

/** The photo as whoever opens the file sees it. */
export async function opened(jpeg: Buffer): Promise<Picture> {
  const { data, info } = await sharp(jpeg).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, pixels: new Uint8ClampedArray(data) }
}

function grainOf(seed: number): Float32Array {
  const dice = diceOf(seed, 'grain')
  return Float32Array.from({ length: 8192 }, () => dice.normal())
}

function blurred(light: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const reach = Math.ceil(sigma * 2.6)
  const kernel = Float32Array.from({ length: 2 * reach + 1 }, (_, i) => exp(-((i - reach) ** 2) / (2 * sigma * sigma)))
  const total = kernel.reduce((sum, weight) => sum + weight, 0)
  for (let i = 0; i < kernel.length; i++) kernel[i] /= total
  const across = new Float32Array(light.length)
  const result = new Float32Array(light.length)
  sweep(light, across, kernel, { lines: height, line: width * 3, points: width, point: 3 })
  sweep(across, result, kernel, { lines: width, line: 3, points: height, point: width * 3 })
  return result
}

interface Strides {
  lines: number
  line: number
  points: number
  point: number
}

function sweep(from: Float32Array, to: Float32Array, kernel: Float32Array, { lines, line, points, point }: Strides) {
  const reach = (kernel.length - 1) / 2
  for (let at = 0; at < lines; at++) {
    const start = at * line
    for (let p = 0; p < points; p++) {
      const inside = p >= reach && p + reach < points
      let r = 0
      let g = 0
      let b = 0
      for (let k = -reach; k <= reach; k++) {
        const i = start + (inside ? p + k : max(0, min(points - 1, p + k))) * point
        const weight = kernel[k + reach]
        r += weight * from[i]
        g += weight * from[i + 1]
        b += weight * from[i + 2]
      }
      const i = start + p * point
      to[i] = r
      to[i + 1] = g
      to[i + 2] = b
    }
  }
}

import { clamp, mix } from '../raster'
import { stickLight } from './light'
import { noise } from './noise'
import { type Shape } from './shape'

const POINTS = 72

/** Middle line of the stem in view space, with half width, from foot to tip. */
interface StemPoint {
  x: number
  y: number
  z: number
  half: number
}

export function stemLine(shape: Shape): StemPoint[] {
  const { look, pose } = shape
  const { length, width, bend } = look.stem
  const foot = look.profile[0] - 0.03
  return Array.from({ length: POINTS }, (_, i) => {
    const t = i / (POINTS - 1)
    const up = foot + t * length
    const side = bend * t * t
    return {
      x: pose.stem[0] * up + pose.right[0] * side,
      y: pose.stem[1] * up + pose.right[1] * side,
      z: pose.stem[2] * up + pose.right[2] * side,
      half: width * (0.8 + 0.42 * Math.pow(t, 5) + 0.35 * Math.pow(1 - t, 6)),
    }
  })
}

/** Draws the stem into a picture whose skin depths are `depth`; the rim of the hollow hides its foot. */
export function drawStem(
  pixels: Uint8ClampedArray,
  depth: Float32Array,
  size: number,
  shape: Shape,
  scale: number,
  middle: number,
  seed: number,
): void {
  const line = stemLine(shape)
  const { tip, foot } = shape.look.stem
  const pad = shape.look.stem.width * 2
  const column = (x: number) => Math.round(size / 2 + x * scale)
  const row = (y: number) => Math.round(middle + y * scale)
  const left = clamp(column(Math.min(...line.map((p) => p.x)) - pad), 0, size - 1)
  const right = clamp(column(Math.max(...line.map((p) => p.x)) + pad), 0, size - 1)
  const top = clamp(row(Math.min(...line.map((p) => p.y)) - pad), 0, size - 1)
  const bottom = clamp(row(Math.max(...line.map((p) => p.y)) + pad), 0, size - 1)
  for (let py = top; py <= bottom; py++) {
    for (let px = left; px <= right; px++) {
      const x = (px + 0.5 - size / 2) / scale
      const y = (py + 0.5 - middle) / scale
      let best = -1
      let nearest = Infinity
      for (let i = 0; i < POINTS; i++) {
        const away = (line[i].x - x) ** 2 + (line[i].y - y) ** 2
        if (away < nearest) {
          nearest = away
          best = i
        }
      }
      const point = line[best]
      const before = line[Math.max(0, best - 1)]
      const after = line[Math.min(POINTS - 1, best + 1)]
      const dx = after.x - before.x
      const dy = after.y - before.y
      const long = Math.hypot(dx, dy) || 1e-6
      const across = ((x - point.x) * -dy + (y - point.y) * dx) / long / point.half
      const beyond = ((x - point.x) * dx + (y - point.y) * dy) / long
      const overEnd = best === POINTS - 1 ? Math.max(0, beyond) : best === 0 ? Math.max(0, -beyond) : 0
      const round = Math.hypot(Math.abs(across) * point.half, overEnd * 1.6)
      const cover = clamp((point.half - round) * scale + 0.5)
      const at = py * size + px
      if (cover <= 0 || depth[at] > point.z + 0.02) continue
      const t = best / (POINTS - 1)
      const bark = 0.86 + 0.28 * noise(across * 2.2, t * 9, 3, seed + 50)
      const lit = stickLight(clamp(across, -1, 1)) * bark * (0.45 + 0.55 * clamp(t * 2.4))
      const o = at * 4
      const was = (pixels[o + 3] / 255) * (1 - cover)
      const total = cover + was
      for (let c = 0; c < 3; c++) {
        pixels[o + c] = (mix(foot[c], tip[c], t) * lit * 1.12 * cover + pixels[o + c] * was) / total
      }
      pixels[o + 3] = total * 255
    }
  }
}

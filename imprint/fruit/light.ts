import { clamp, smoothstep } from '../raster'
import { type Look } from './looks'
import { cross, dot, unit, type Vector } from './vectors'

// Looked up once: a picture asks for them millions of times, and some engines look through a global each time.
const { abs, exp, max, pow, sqrt } = Math

/** Late afternoon: a warm key from the upper left, paler sky above, light thrown back by the table on the right. */
const KEY = unit([-0.52, -0.62, 0.6])
const BOUNCE = unit([0.82, 0.42, 0.28])
const HALF = unit([KEY[0], KEY[1], KEY[2] + 1])

/** Direction in which the window stands, chosen so that its reflection stays off the words. */
const WINDOW_NORMAL = unit([-0.5, -0.5, 0.74])
const WINDOW: Vector = unit([
  2 * WINDOW_NORMAL[2] * WINDOW_NORMAL[0],
  2 * WINDOW_NORMAL[2] * WINDOW_NORMAL[1],
  2 * WINDOW_NORMAL[2] * WINDOW_NORMAL[2] - 1,
])
const WINDOW_RIGHT = unit(cross([0, -1, 0.4], WINDOW))
const WINDOW_UP = cross(WINDOW, WINDOW_RIGHT)

function windowLight(nx: number, ny: number, nz: number): number {
  const mirrored: Vector = [2 * nz * nx, 2 * nz * ny, 2 * nz * nz - 1]
  const ahead = dot(mirrored, WINDOW)
  if (ahead < 0.25) return 0
  const x = dot(mirrored, WINDOW_RIGHT) / ahead
  const y = dot(mirrored, WINDOW_UP) / ahead
  const pane = smoothstep(0.36, 0.12, abs(x)) * smoothstep(0.5, 0.18, abs(y))
  const bar = 1 - 0.3 * smoothstep(0.07, 0.0, abs(x + 0.02))
  const halo = exp(-(x * x * 2.2 + y * y * 1.5))
  return pane * bar * 0.85 + halo * 0.16
}

/** How much of the open sky a point inside the stem hollow sees, 0..1. */
const openness = (look: Look, angle: number): number => {
  const depth = clamp((look.profile[2] - look.profile[0]) * 3)
  return 1 - depth * 0.86 * smoothstep(0.5, 0.06, angle)
}

const squared = (byte: number) => (byte / 255) * (byte / 255)

/** Gentle shoulder so that lit reds stay red instead of clipping. */
function toByte(linear: number): number {
  const kept = linear < 0.62 ? linear : 0.62 + 0.38 * (1 - exp(-(linear - 0.62) / 0.38))
  return sqrt(kept < 0 ? 0 : kept) * 255
}

/** Lights a skin colour. `gloss` 1 is bare skin, lower where light scatters; writes bytes into `out` at `at`. */
export function lightSkin(
  out: Uint8ClampedArray,
  at: number,
  look: Look,
  colour: readonly [number, number, number],
  normal: Vector,
  angle: number,
  gloss: number,
): void {
  const [nx, ny, nz] = normal
  const facing = nz < 0 ? 0 : nz
  const open = openness(look, angle)
  const key = dot(normal, KEY)
  const direct = (key > 0 ? key : 0) * (0.25 + 0.75 * open)
  const soft = max(0, (key + 0.55) / 1.55)
  const sky = 0.5 - 0.5 * ny
  const graze = 1 - facing
  const graze2 = graze * graze
  const contact = 1 - 0.4 * smoothstep(0.5, 1, ny)
  const bounce = (max(0, dot(normal, BOUNCE)) * (0.1 + 0.95 * graze) + 0.1 * max(0, ny)) * contact

  const level = (0.84 * direct + 0.34 * soft + 0.13 * sky + 0.05) * open * contact * (1 - 0.42 * graze2)
  const warm = 1 - smoothstep(0.1, 0.7, soft)
  const rim = graze2 * graze2 * smoothstep(0.3, 0.95, angle)
  const sheen = pow(max(0, dot(normal, HALF)), 16) * look.gloss.sheen * 0.2
  const window = windowLight(nx, ny, nz) * look.gloss.window * open
  const velvet = look.skin.fuzz * (0.03 + 0.24 * graze * sqrt(graze)) * (0.25 + 0.75 * soft) * open
  const shine = gloss * (window * 0.62 + sheen) + rim * sky * sky * 0.13 * (1 - look.skin.fuzz)

  out[at] = toByte(squared(colour[0]) * (level * 1.06 + bounce * 0.62) + shine + velvet + bounce * rim * 0.2)
  out[at + 1] = toByte(
    squared(colour[1]) * (level * (1 - 0.1 * warm) + bounce * 0.42) +
      shine * 0.96 +
      velvet * 0.74 +
      bounce * rim * 0.11,
  )
  out[at + 2] = toByte(
    squared(colour[2]) * (level * (0.92 - 0.12 * warm) + bounce * 0.24) +
      shine * 0.86 +
      velvet * 0.56 +
      bounce * rim * 0.05,
  )
}

/** Brightness of a small round stick at `across` (-1 left edge, 1 right edge). */
export const stickLight = (across: number): number => {
  const depth = sqrt(max(0, 1 - across * across))
  return 0.32 + 0.9 * max(0, -across * 0.62 + depth * 0.5)
}

import { emptyPicture, type Picture } from '../../imprint/raster'
import { drawsOf } from '../support/draw'

const SIDE = 360

/** A picture painted by asking every pixel (-1 .. 1 across and down) how light it is, 0..1. */
function painted(light: (x: number, y: number) => number): Picture {
  const picture = emptyPicture(SIDE, SIDE)
  for (let i = 0; i < SIDE * SIDE; i++) {
    const grey =
      255 * Math.max(0, Math.min(1, light(((i % SIDE) * 2) / SIDE - 1, (Math.floor(i / SIDE) * 2) / SIDE - 1)))
    picture.pixels.set([grey, grey, grey, 255], i * 4)
  }
  return picture
}

const within = (x: number, y: number, cx: number, cy: number, rx: number, ry: number) =>
  ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 < 1

/** Flat art: a ring, a leaf and three bars. */
export const logo = (): Picture =>
  painted((x, y) => {
    const far = Math.hypot(x, y)
    if (far > 0.72 && far < 0.9) return 0.1
    if (within(x, y, -0.22, -0.3, 0.34, 0.34) && within(x, y, 0.18, -0.02, 0.5, 0.5)) return 0.15
    if (within(x, y, 0.22, -0.3, 0.34, 0.34) && within(x, y, -0.18, -0.02, 0.5, 0.5)) return 0.15
    const bar = Math.floor((y - 0.14) / 0.17)
    if (bar >= 0 && bar < 3 && (y - 0.14) % 0.17 < 0.09 && Math.abs(x) < 0.46 - bar * 0.12) return 0.1
    return 0.95
  })

/** A face under a lamp from the left, with hair, glasses' shadow and a grainy wall behind. */
export function portrait(seed = 20260905): Picture {
  const draws = drawsOf(seed)
  const grain = Array.from({ length: 4096 }, () => draws.below(1000) / 1000 - 0.5)
  let at = 0
  return painted((x, y) => {
    const noise = grain[at++ % grain.length] * 0.05
    if (within(x, y, -0.22, -0.1, 0.1, 0.055) || within(x, y, 0.22, -0.1, 0.1, 0.055)) return 0.12 + noise
    if (Math.abs(y + 0.25 + Math.abs(Math.abs(x) - 0.24) * 0.25) < 0.03 && Math.abs(Math.abs(x) - 0.23) < 0.15)
      return 0.18
    if (within(x, y, 0, 0.36, 0.2, 0.06) && !within(x, y, 0, 0.31, 0.24, 0.06)) return 0.2 + noise
    if (within(x, y, 0.04, 0.12, 0.05, 0.12)) return 0.42 + noise
    const face = within(x, y, 0, 0.02, 0.5, 0.64)
    const fringe = y < -0.34 + 0.18 * Math.abs(x + 0.3)
    if (within(x, y, 0, -0.18, 0.62, 0.66) && (!face || fringe)) return 0.14 + noise
    if (face) return 0.78 - 0.22 * x + noise
    if (within(x, y, 0, 1.15, 0.9, 0.42)) return 0.3 + noise
    if (Math.abs(x) < 0.2 && y > 0.5) return 0.6 + noise
    return 0.9 + noise
  })
}

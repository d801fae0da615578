import type { Picture } from '../raster'
import { blurred, type Plane } from './plane'

const { abs, cbrt, cos, exp, floor, max, min, pow, round, sin, sqrt, PI } = Math

/** The fruit as a circle in pixels of the photo; `clear` is how much it stands out from what is around it, 0..1. */
export interface Circle {
  x: number
  y: number
  radius: number
  clear: number
}

/** The outline is looked for on a picture about this long: a fruit has no finer shape. */
const LONG_SIDE = 200
/** Lightness counts less than colour: shadows are no fruit. */
const LIGHTNESS = 0.4
const GROUNDS = 4
const RAYS = 40

/**
 * Finds the fruit: the circle inside which colours differ from those along the edge of the photo, and outside which they
 * do not.
 */
export function findFruit(photo: Picture): Circle {
  // Of a strip so narrow that it would vanish, every pixel counts.
  const scale = max(1, min(round(max(photo.width, photo.height) / LONG_SIDE), photo.width, photo.height))
  const colours = labOf(photo, scale)
  const unlike = blurred(unlikeGround(colours), 1)
  const circle = bestCircle(unlike)
  return {
    x: (circle.x + 0.5) * scale,
    y: (circle.y + 0.5) * scale,
    radius: circle.radius * scale,
    clear: min(1, max(0, circle.clear)),
  }
}

interface Colours {
  width: number
  height: number
  /** Lightness (already weighed), red-green, yellow-blue of each pixel. */
  lab: Float32Array
}

const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255
  return value > 0.04045 ? pow((value + 0.055) / 1.055, 2.4) : value / 12.92
})

const bent = (t: number) => (t > 0.008856 ? cbrt(t) : 7.787 * t + 16 / 116)

function labOf({ width, height, pixels }: Picture, scale: number): Colours {
  const [w, h] = [floor(width / scale), floor(height / scale)]
  const lab = new Float32Array(w * h * 3)
  const share = 1 / (scale * scale)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let [r, g, b] = [0, 0, 0]
      for (let j = 0; j < scale; j++) {
        for (let i = 0; i < scale; i++) {
          const at = ((y * scale + j) * width + x * scale + i) * 4
          r += linear[pixels[at]]
          g += linear[pixels[at + 1]]
          b += linear[pixels[at + 2]]
        }
      }
      const [fx, fy, fz] = [
        bent(((0.4124 * r + 0.3576 * g + 0.1805 * b) * share) / 0.9505),
        bent((0.2126 * r + 0.7152 * g + 0.0722 * b) * share),
        bent(((0.0193 * r + 0.1192 * g + 0.9505 * b) * share) / 1.089),
      ]
      const at = (y * w + x) * 3
      lab[at] = LIGHTNESS * (116 * fy - 16)
      lab[at + 1] = 500 * (fx - fy)
      lab[at + 2] = 200 * (fy - fz)
    }
  }
  return { width: w, height: h, lab }
}

/** How unlike the edge of the photo each pixel is, 0..1; fruit is more colourful than what it lies on. */
function unlikeGround(colours: Colours): Plane {
  const { width, height, lab } = colours
  const grounds = groundsOf(colours)
  const values = new Float32Array(width * height)
  for (let i = 0; i < values.length; i++) {
    const far = sqrt(nearest(lab, i * 3, grounds).far)
    const red = 1 / (1 + exp(-(lab[i * 3 + 1] - 22) / 5))
    values[i] = min(1, (0.75 * far) / (far + 12) + 0.45 * red)
  }
  return { width, height, values }
}

function nearest(lab: Float32Array, at: number, grounds: readonly Float64Array[]): { index: number; far: number } {
  let best = 0
  let far = Infinity
  for (let k = 0; k < grounds.length; k++) {
    const ground = grounds[k]
    const [l, a, b] = [lab[at] - ground[0], lab[at + 1] - ground[1], lab[at + 2] - ground[2]]
    const here = l * l + a * a + b * b
    if (here < far) {
      far = here
      best = k
    }
  }
  return { index: best, far }
}

/** The colours along the edge of the photo, as the middles of a few heaps (k-means). */
function groundsOf({ width, height, lab }: Colours): Float64Array[] {
  const edge: number[] = []
  const rim = max(2, round(0.04 * width))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (x < rim || y < rim || x >= width - rim || y >= height - rim) edge.push((y * width + x) * 3)
    }
  }
  const grounds = Array.from({ length: GROUNDS }, (_, k) => {
    const at = edge[floor(((k + 0.5) / GROUNDS) * edge.length)]
    return Float64Array.of(lab[at], lab[at + 1], lab[at + 2])
  })
  for (let round = 0; round < 8; round++) {
    const sums = grounds.map(() => new Float64Array(4))
    for (const at of edge) {
      const sum = sums[nearest(lab, at, grounds).index]
      for (let c = 0; c < 3; c++) sum[c] += lab[at + c]
      sum[3]++
    }
    sums.forEach((sum, k) => {
      if (sum[3] > 0) for (let c = 0; c < 3; c++) grounds[k][c] = sum[c] / sum[3]
    })
  }
  return grounds
}

const RAY = Array.from({ length: RAYS }, (_, i) => [cos((2 * PI * i) / RAYS), sin((2 * PI * i) / RAYS)] as const)
/** More than this unlike the ground is fruit in any case: highlights must not draw the circle to them. */
const ENOUGH = 0.45
/** What lies outside the photo is taken for ground of which little is known. */
const BEYOND = 0.15

/** How well a circle parts the fruit from the ground. */
function clearness({ width, height, values }: Plane, x: number, y: number, radius: number): number {
  const at = (cosine: number, sine: number, share: number) => {
    const px = round(x + cosine * radius * share)
    const py = round(y + sine * radius * share)
    return px < 0 || py < 0 || px >= width || py >= height ? -1 : min(ENOUGH, values[py * width + px])
  }
  let sum = 0
  let outside = 0
  for (const [cosine, sine] of RAY) {
    const inside = at(cosine, sine, 0.92)
    if (inside < 0) {
      outside++
      continue
    }
    const near = at(cosine, sine, 1.08)
    const far = at(cosine, sine, 1.2)
    sum += inside + 0.5 * at(cosine, sine, 0.8) + 0.3 * at(cosine, sine, 0.5)
    sum -= (near < 0 ? BEYOND : near) + 0.5 * (far < 0 ? BEYOND : far)
  }
  return (sum - 0.3 * outside) / RAYS
}

function bestCircle(unlike: Plane): Circle {
  const { width, height } = unlike
  const side = min(width, height)
  let best: Circle = { x: width / 2, y: height / 2, radius: side * 0.35, clear: -Infinity }
  const consider = (x: number, y: number, radius: number) => {
    const clear = clearness(unlike, x, y, radius)
    if (clear > best.clear) best = { x, y, radius, clear }
  }
  for (let radius = 0.2 * side; radius <= 0.55 * side; radius *= 1.09) {
    const step = max(2, radius * 0.15)
    for (let y = height * 0.2; y <= height * 0.8; y += step) {
      for (let x = width * 0.2; x <= width * 0.8; x += step) consider(x, y, radius)
    }
  }
  for (let step = best.radius * 0.08; step > 0.25; step *= 0.6) {
    for (let again = 0; again < 3; again++) {
      for (const way of [step, -step]) {
        consider(best.x + way, best.y, best.radius)
        consider(best.x, best.y + way, best.radius)
        if (abs(best.radius + way) > side * 0.15) consider(best.x, best.y, best.radius + way)
      }
    }
  }
  return best
}

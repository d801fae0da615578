import type { Skin } from './channel'
import type { Plane } from './plane'
import { EDGE_ON, drawnAt, frameOf, type Pose } from './sphere'
import { onSticker, type Template } from './template'

const { cos, min, sin, sqrt } = Math

/** A sticker laid on the fruit: a stiff pose, and a quadratic bend of it for all that is not a ball (see `Place`). */
export interface Lay {
  pose: Pose
  warp: Float64Array
}

/** The points of the sticker that are compared: a square of them, inside the circle that the ink fills. */
export interface Grid {
  side: number
  count: number
  /** Where each point is on the sticker, half sides right and down of the middle. */
  u: Float32Array
  v: Float32Array
  /** Its number in the square. */
  at: Int32Array
}

/** Skin without ink is looked at so far around the ink, in half sides. */
const MARGIN = 0.1

const grids = new Map<string, Grid>()

/** The grid of so many points a side that holds a design of this extent; made once. */
export function gridOf(side: number, extent: number): Grid {
  const rounded = min(1.42, Math.ceil((extent + MARGIN) * 20) / 20)
  const key = `${side} ${rounded}`
  const known = grids.get(key)
  if (known) return known
  const grid = makeGrid(side, rounded)
  grids.set(key, grid)
  return grid
}

function makeGrid(side: number, extent: number): Grid {
  const [u, v, at]: number[][] = [[], [], []]
  for (let i = 0; i < side * side; i++) {
    const x = (((i % side) + 0.5) / side) * 2 - 1
    const y = ((((i / side) | 0) + 0.5) / side) * 2 - 1
    if (x * x + y * y > extent * extent) continue
    u.push(x)
    v.push(y)
    at.push(i)
  }
  return { side, count: u.length, u: Float32Array.from(u), v: Float32Array.from(v), at: Int32Array.from(at) }
}

/** The values of a plane of the sticker at the points of a grid. */
export function sampled(plane: Plane, { count, u, v }: Grid): Float32Array {
  const values = new Float32Array(count)
  for (let i = 0; i < count; i++) values[i] = onSticker(plane, u[i], v[i])
  return values
}

const softened = new WeakMap<Template, Map<Grid, Float32Array>>()

/** The same of a template's soft ink, kept as long as the template. */
export function softInk(template: Template, grid: Grid): Float32Array {
  const kept = softened.get(template) ?? new Map<Grid, Float32Array>()
  softened.set(template, kept)
  const known = kept.get(grid)
  if (known) return known
  const values = sampled(template.soft, grid)
  kept.set(grid, values)
  return values
}

export const NO_WARP = (): Float64Array => new Float64Array(12)

/** How the photo looks under a laid sticker: paleness and trust at each point of the grid. */
export interface View {
  pale: Float32Array
  trust: Float32Array
}

export const emptyView = ({ count }: Grid): View => ({
  pale: new Float32Array(count),
  trust: new Float32Array(count),
})

const frame = new Float64Array(9)

/** Where the points of a grid lie on the skin, x and y one after the other in its pixels; NaN when turned away. */
export function pixelsOf({ circle }: Skin, { pose, warp: w }: Lay, { count, u: us, v: vs }: Grid): Float32Array {
  const f = frameOf(pose, frame)
  const pixels = new Float32Array(count * 2).fill(NaN)
  for (let i = 0; i < count; i++) {
    const [a, b] = [us[i], vs[i]]
    const u = (a + w[0] + w[1] * a + w[2] * b + w[3] * a * a + w[4] * a * b + w[5] * b * b) * pose.reach
    const v = (b + w[6] + w[7] * a + w[8] * b + w[9] * a * a + w[10] * a * b + w[11] * b * b) * pose.reach
    const angle = sqrt(u * u + v * v)
    const aside = angle > 1e-6 ? sin(angle) / angle : 1
    const ahead = cos(angle)
    const z = f[2] * ahead + (f[5] * u + f[8] * v) * aside
    if (z < EDGE_ON) continue
    const far = circle.radius * drawnAt(z)
    pixels[2 * i] = circle.x + far * (f[0] * ahead + (f[3] * u + f[6] * v) * aside)
    pixels[2 * i + 1] = circle.y + far * (f[1] * ahead + (f[4] * u + f[7] * v) * aside)
  }
  return pixels
}

/** Reads the skin under the sticker. `pale` may be a blurred copy of the skin's own. */
export function look(skin: Skin, pale: Plane, { pose, warp }: Lay, grid: Grid, view: View): void {
  const f = frameOf(pose, frame)
  const { x: cx, y: cy, radius } = skin.circle
  const { width, height, values } = pale
  const sure = skin.trust.values
  const { count, u: us, v: vs } = grid
  for (let i = 0; i < count; i++) {
    const a = us[i]
    const b = vs[i]
    const aa = a * a
    const ab = a * b
    const bb = b * b
    const u = (a + warp[0] + warp[1] * a + warp[2] * b + warp[3] * aa + warp[4] * ab + warp[5] * bb) * pose.reach
    const v = (b + warp[6] + warp[7] * a + warp[8] * b + warp[9] * aa + warp[10] * ab + warp[11] * bb) * pose.reach
    const angle = sqrt(u * u + v * v)
    const aside = angle > 1e-6 ? sin(angle) / angle : 1
    const ahead = cos(angle)
    const z = f[2] * ahead + (f[5] * u + f[8] * v) * aside
    view.pale[i] = 0
    view.trust[i] = 0
    if (z < EDGE_ON) continue
    const far = radius * drawnAt(z)
    const x = cx + far * (f[0] * ahead + (f[3] * u + f[6] * v) * aside)
    const y = cy + far * (f[1] * ahead + (f[4] * u + f[7] * v) * aside)
    if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) continue
    const left = x | 0
    const top = y | 0
    const fx = x - left
    const fy = y - top
    const at = top * width + left
    const upper = values[at] + (values[at + 1] - values[at]) * fx
    const lower = values[at + width] + (values[at + width + 1] - values[at + width]) * fx
    view.pale[i] = upper + (lower - upper) * fy
    view.trust[i] = sure[at + (fy > 0.5 ? width : 0) + (fx > 0.5 ? 1 : 0)] * min(1, (z - EDGE_ON) * 4)
  }
}

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
let points = new Float32Array(0)

/**
 * Where the points of a grid lie on the skin: x and y in its pixels and how squarely they face the camera, three numbers
 * each; good until the next call.
 */
export function pointsOf({ circle }: Skin, { pose, warp: w }: Lay, { count, u: us, v: vs }: Grid): Float32Array {
  const f = frameOf(pose, frame)
  const { reach } = pose
  if (points.length < count * 3) points = new Float32Array(count * 3)
  for (let i = 0, to = 0; i < count; i++, to += 3) {
    const a = us[i]
    const b = vs[i]
    const aa = a * a
    const ab = a * b
    const bb = b * b
    const u = (a + w[0] + w[1] * a + w[2] * b + w[3] * aa + w[4] * ab + w[5] * bb) * reach
    const v = (b + w[6] + w[7] * a + w[8] * b + w[9] * aa + w[10] * ab + w[11] * bb) * reach
    const angle = sqrt(u * u + v * v)
    const aside = angle > 1e-6 ? sin(angle) / angle : 1
    const ahead = cos(angle)
    const z = f[2] * ahead + (f[5] * u + f[8] * v) * aside
    const far = circle.radius * drawnAt(z)
    points[to] = circle.x + far * (f[0] * ahead + (f[3] * u + f[6] * v) * aside)
    points[to + 1] = circle.y + far * (f[1] * ahead + (f[4] * u + f[7] * v) * aside)
    points[to + 2] = z
  }
  return points
}

/** Reads the skin under the sticker. `pale` may be a blurred copy of the skin's own. */
export function look(skin: Skin, pale: Plane, lay: Lay, grid: Grid, view: View): void {
  const at3 = pointsOf(skin, lay, grid)
  const { width, height, values } = pale
  const sure = skin.trust.values
  for (let i = 0; i < grid.count; i++) {
    const x = at3[3 * i]
    const y = at3[3 * i + 1]
    const z = at3[3 * i + 2]
    view.pale[i] = 0
    view.trust[i] = 0
    if (z < EDGE_ON || !(x >= 0 && y >= 0 && x < width - 1 && y < height - 1)) continue
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

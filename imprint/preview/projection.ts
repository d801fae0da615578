import { mmPerRadian } from '../fruit/imprint-frame'
import { type LookId, LOOKS } from '../fruit/looks'
import { makeShape, poseFruit, skinDistance } from '../fruit/shape'

/** Takes a point of the sticker, mm right and down of its middle, to the picture, in fractions of the picture's side. */
export type Projection = (x: number, y: number) => readonly [number, number]

/**
 * Where the renderer prints a point of the sticker on the picture of one look: the inverse of `stickerPoint`, along
 * the skin by angle and from there straight to the camera.
 */
export function projectionOf(id: LookId): Projection {
  const look = LOOKS[id]
  const shape = makeShape(look, poseFruit(look, [0, 0], 0))
  const { centre, right, down } = shape.pose.imprint
  const perRadian = mmPerRadian(look)
  return (mmX, mmY) => {
    const off = Math.hypot(mmX, mmY)
    const angle = off / perRadian
    const ahead = Math.cos(angle)
    const aside = off === 0 ? 0 : Math.sin(angle) / off
    const on = (c: 0 | 1 | 2) => centre[c] * ahead + (right[c] * mmX + down[c] * mmY) * aside
    const [x, y, z] = [on(0), on(1), on(2)]
    const far = skinDistance(shape, x, y, z, 1) * look.fit.scale
    return [0.5 + x * far, look.fit.middle + y * far]
  }
}

/** The table reaches a little past the sticker and holds a point every two millimetres: 0.02 mm off at most. */
const REACH_MM = 24
const STEP_MM = 2
const CELLS = (2 * REACH_MM) / STEP_MM

const tables = new Map<LookId, Projection>()

/** The same from a table made once for each look, for the many points of a path; straight on outside the table. */
export function quickProjection(id: LookId): Projection {
  const known = tables.get(id) ?? tableOf(projectionOf(id))
  tables.set(id, known)
  return known
}

function tableOf(project: Projection): Projection {
  const row = CELLS + 1
  const xs = new Float64Array(row * row)
  const ys = new Float64Array(row * row)
  for (let i = 0; i < xs.length; i++) {
    const [x, y] = project((i % row) * STEP_MM - REACH_MM, Math.floor(i / row) * STEP_MM - REACH_MM)
    xs[i] = x
    ys[i] = y
  }
  const cell = (at: number) => (at < 0 ? 0 : at >= CELLS ? CELLS - 1 : Math.floor(at))
  return (mmX, mmY) => {
    const u = (mmX + REACH_MM) / STEP_MM
    const v = (mmY + REACH_MM) / STEP_MM
    const left = cell(u)
    const top = cell(v)
    const fx = u - left
    const fy = v - top
    const at = top * row + left
    const a = (1 - fx) * (1 - fy)
    const b = fx * (1 - fy)
    const c = (1 - fx) * fy
    const d = fx * fy
    return [
      xs[at] * a + xs[at + 1] * b + xs[at + row] * c + xs[at + row + 1] * d,
      ys[at] * a + ys[at + 1] * b + ys[at + row] * c + ys[at + row + 1] * d,
    ]
  }
}

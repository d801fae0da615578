import { NO_WARP, type Grid, type Lay, type View } from './laid'
import { Normals } from './least-squares'
import { movedPose } from './sphere'

const { abs, atan2, cos, hypot, max, min, sin, sqrt } = Math

/** How far shifts, stretches and bends go as a rule, in half sides: stiffer than that is never wrong for long. */
const USUAL = [0.12, 0.07, 0.03] as const
/** Neighbouring points of the skin tell the same: so many count as one. */
const ALIKE = 14
/** What changes slowly over a sticker: a quadratic of six terms. */
export const BACKGROUND = 6
/** What differs more than this many deviations from the rest does not pull. */
const OUTLYING = 2.2

const row = new Float64Array(32)

/** Writes the six terms at a point of the sticker. */
export function fillBackground(values: Float64Array, u: number, v: number): void {
  values[0] = 1
  values[1] = u
  values[2] = v
  values[3] = u * u
  values[4] = u * v
  values[5] = v * v
}

const squares = new Map<number, { skinSquare: Float32Array; inkSquare: Float32Array; known: Uint8Array }>()

/** Squares to work on, the same ones each time and empty. */
function squaresOf(side: number) {
  const make = () => ({
    skinSquare: new Float32Array(side * side),
    inkSquare: new Float32Array(side * side),
    known: new Uint8Array(side * side),
  })
  const kept = squares.get(side) ?? make()
  squares.set(side, kept)
  kept.known.fill(0)
  return kept
}

/** The shift, turn, stretch and bend that make skin and ink agree better; null when there is nothing to go by. */
export function stepOf(view: View, ink: Float32Array, grid: Grid, freedom: 6 | 12): Float64Array | null {
  const { side, count, at } = grid
  const { skinSquare, inkSquare, known } = squaresOf(side)
  const first = new Normals(BACKGROUND + 2)
  for (let i = 0; i < count; i++) {
    skinSquare[at[i]] = view.pale[i]
    inkSquare[at[i]] = ink[i]
    known[at[i]] = view.trust[i] > 0 ? 1 : 0
    if (view.trust[i] <= 0) continue
    fillBackground(row, grid.u[i], grid.v[i])
    row[BACKGROUND] = ink[i]
    row[BACKGROUND + 1] = view.pale[i]
    first.add(row, view.trust[i])
  }
  if (first.weight < count * 0.1) return null
  const base = first.solve()
  const contrast = base[BACKGROUND]
  const spread = sqrt(residualPower(view, ink, grid, base))
  const columns = BACKGROUND + 1 + freedom + 1
  const normals = new Normals(columns)
  const perHalf = side / 4
  for (let i = 0; i < count; i++) {
    const p = at[i]
    const x = p % side
    if (view.trust[i] <= 0 || x === 0 || x === side - 1 || p < side || p >= side * (side - 1)) continue
    if (!known[p - 1] || !known[p + 1] || !known[p - side] || !known[p + side]) continue
    const u = grid.u[i]
    const v = grid.v[i]
    fillBackground(row, u, v)
    row[BACKGROUND] = ink[i]
    // The slope as the ink has it and as the skin has it: their mean leads further and straighter than either.
    const slopeU =
      (skinSquare[p + 1] - skinSquare[p - 1] + max(0, contrast) * (inkSquare[p + 1] - inkSquare[p - 1])) * (perHalf / 2)
    const slopeV =
      (skinSquare[p + side] - skinSquare[p - side] + max(0, contrast) * (inkSquare[p + side] - inkSquare[p - side])) *
      (perHalf / 2)
    let to = BACKGROUND + 1
    for (const slope of [slopeU, slopeV]) {
      row[to] = -slope
      row[to + 1] = -slope * u
      row[to + 2] = -slope * v
      if (freedom === 12) {
        row[to + 3] = -slope * u * u
        row[to + 4] = -slope * u * v
        row[to + 5] = -slope * v * v
      }
      to += freedom / 2
    }
    row[columns - 1] = view.pale[i]
    const off = residualAt(view, ink, i, u, v, base) / (OUTLYING * spread + 1e-9)
    normals.add(row, view.trust[i] / (1 + off * off))
  }
  return normals.solve(stiffness(spread * spread * ALIKE, freedom)).slice(BACKGROUND + 1)
}

function residualAt(view: View, ink: Float32Array, i: number, u: number, v: number, base: Float64Array): number {
  const ground = base[0] + base[1] * u + base[2] * v + base[3] * u * u + base[4] * u * v + base[5] * v * v
  return view.pale[i] - ground - base[BACKGROUND] * ink[i]
}

function residualPower(view: View, ink: Float32Array, grid: Grid, base: Float64Array): number {
  let power = 0
  let weight = 0
  for (let i = 0; i < grid.count; i++) {
    if (view.trust[i] <= 0) continue
    const off = residualAt(view, ink, i, grid.u[i], grid.v[i], base)
    power += view.trust[i] * off * off
    weight += view.trust[i]
  }
  return weight > 0 ? power / weight : 0
}

/** What holds each part of a step back: the noise against how far it usually goes. */
function stiffness(noise: number, freedom: 6 | 12): Float64Array {
  const ridge = new Float64Array(BACKGROUND + 1 + freedom)
  const [shift, stretch, bend] = USUAL
  for (const start of [0, freedom / 2]) {
    for (let k = 0; k < freedom / 2; k++) {
      const usual = k === 0 ? shift : k < 3 ? stretch : bend
      ridge[BACKGROUND + 1 + start + k] = noise / (usual * usual)
    }
  }
  return ridge
}

/** The lay after a step. What a stiff sticker can do goes into the pose, the rest stays in the bend. */
export function applied({ pose, warp }: Lay, change: Float64Array, freedom: 6 | 12): Lay {
  const half = freedom / 2
  const limit = (value: number, most: number) => max(-most, min(most, value))
  const bent = warp.slice()
  for (let k = 0; k < half; k++) {
    const most = k === 0 ? 0.15 : k < 3 ? 0.15 : 0.06
    bent[k] = limit(bent[k] + limit(change[k], most), 0.2)
    bent[6 + k] = limit(bent[6 + k] + limit(change[half + k], most), 0.2)
  }
  const grow = 1 + (bent[1] + bent[8]) / 2
  const turn = atan2(bent[7] - bent[2], 2 + bent[1] + bent[8])
  const moved = movedPose(pose, bent[0], bent[6], turn, grow)
  if (moved.reach < 0.2 || moved.reach > 0.75 || hypot(moved.right, moved.down) > 1.1) return { pose, warp: bent }
  bent[0] = bent[6] = 0
  return { pose: moved, warp: unturned(bent, turn, grow) }
}

/** The bend that is left once turning and growing are the pose's. */
function unturned(warp: Float64Array, turn: number, grow: number): Float64Array {
  const c = cos(turn) / grow
  const s = sin(turn) / grow
  const left = new Float64Array(12)
  for (let k = 0; k < 6; k++) {
    const u = warp[k] + (k === 1 ? 1 : 0)
    const v = warp[6 + k] + (k === 2 ? 1 : 0)
    left[k] = u * c + v * s - (k === 1 ? 1 : 0)
    left[6 + k] = v * c - u * s - (k === 2 ? 1 : 0)
  }
  if (abs(left[1]) > 0.3 || abs(left[8]) > 0.3) return NO_WARP()
  return left
}

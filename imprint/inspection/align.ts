import type { Skin } from './channel'
import { emptyView, gridOf, look, NO_WARP, softInk, type Grid, type Lay, type View } from './laid'
import { Normals } from './least-squares'
import { blurredByWeight, type Plane } from './plane'
import type { Candidate } from './search'
import { movedPose } from './sphere'
import type { Template } from './template'

const { abs, atan2, hypot, max, min, sqrt } = Math

/** A design laid as well as it will go, and how well that is. */
export interface Aligned {
  lay: Lay
  /** Correlation of skin and ink, slow changes of the skin taken out; -1..1. */
  fit: number
  /** How much paler the ink is than the skin, in the units of the channel. */
  contrast: number
  /** Share of the points that can be seen. */
  seen: number
}

/** Each round looks at finer points of a less blurred skin, bends more, and follows fewer of the places. */
interface Round {
  side: number
  blur: number
  steps: number
  /** 6: shift, turn, stretch; 12: bend too. */
  freedom: 6 | 12
  keep: number
}

const ROUNDS: readonly Round[] = [
  { side: 32, blur: 0.026, steps: 5, freedom: 6, keep: 3 },
  { side: 48, blur: 0.014, steps: 4, freedom: 12, keep: 2 },
  { side: 80, blur: 0, steps: 3, freedom: 12, keep: 1 },
]

/** How far shifts, stretches and bends go as a rule, in half sides: stiffer than that is never wrong for long. */
const USUAL = [0.12, 0.07, 0.03] as const
/** Neighbouring points of the skin tell the same: so many count as one. */
const ALIKE = 14
const BACKGROUND = 6
/** What differs more than this many deviations from the rest does not pull. */
const OUTLYING = 2.2

/** The skin blurred for each round, made when first asked for. */
export class Blurs {
  private readonly kept = new Map<number, Plane>()
  constructor(readonly skin: Skin) {}

  of(blur: number): Plane {
    if (blur === 0) return this.skin.pale
    const known = this.kept.get(blur)
    if (known) return known
    const made = blurredByWeight(this.skin.pale, this.skin.trust, blur * this.skin.circle.radius)
    this.kept.set(blur, made)
    return made
  }
}

/** Lays a design on the places found for it and returns the best fitting. */
export function align(blurs: Blurs, template: Template, candidates: readonly Candidate[]): Aligned | null {
  let laid: Aligned[] = candidates.map(({ pose }) => ({
    lay: { pose, warp: NO_WARP() },
    fit: 0,
    contrast: 0,
    seen: 0,
  }))
  for (const round of ROUNDS) {
    laid = laid.map(({ lay }) => settle(blurs, template, lay, round))
    laid.sort((a, b) => b.fit - a.fit)
    laid = laid.slice(0, round.keep)
  }
  return laid.length ? laid[0] : null
}

/** Settles a lay once more, in the finest round. */
export const finish = (blurs: Blurs, template: Template, lay: Lay): Aligned =>
  settle(blurs, template, lay, { ...ROUNDS[2], steps: 3 })

/** How well a design fits where it lies. */
export function fitAt(blurs: Blurs, template: Template, lay: Lay): number {
  const grid = gridOf(ROUNDS[2].side, template.extent)
  const view = emptyView(grid)
  look(blurs.skin, blurs.of(0), lay, grid, view)
  return measure(view, softInk(template, grid), grid, lay).fit
}

/**
 * The same from a lay that is nearly right already, of another design of the same size, say. What fits less well than
 * `least` after a first try is not followed.
 */
export function alignFrom(blurs: Blurs, template: Template, lay: Lay, least: number): Aligned {
  const rough = settle(blurs, template, lay, { ...ROUNDS[1], steps: 3 })
  return rough.fit < least ? rough : settle(blurs, template, rough.lay, { ...ROUNDS[2], steps: 3 })
}

/** Moves and bends the sticker, step by step, to where ink and skin agree best (Gauss and Newton's way). */
function settle(blurs: Blurs, template: Template, start: Lay, { side, blur, steps, freedom }: Round): Aligned {
  const grid = gridOf(side, template.extent)
  const ink = softInk(template, grid)
  const pale = blurs.of(blur)
  const view = emptyView(grid)
  let lay: Lay = { pose: start.pose, warp: start.warp.slice() }
  look(blurs.skin, pale, lay, grid, view)
  let best = measure(view, ink, grid, lay)
  for (let step = 0; step < steps; step++) {
    const change = stepOf(view, ink, grid, freedom)
    if (!change) break
    lay = applied(lay, change, freedom)
    look(blurs.skin, pale, lay, grid, view)
    const here = measure(view, ink, grid, lay)
    const better = here.fit > best.fit
    const settled = here.fit < best.fit + 0.0005
    if (better) best = here
    if (settled && step > 0) break
  }
  return best
}

const row = new Float64Array(32)
const plain = new Normals(BACKGROUND + 2)

function fillBackground(values: Float64Array, u: number, v: number): void {
  values[0] = 1
  values[1] = u
  values[2] = v
  values[3] = u * u
  values[4] = u * v
  values[5] = v * v
}

/** Correlation of what is seen with the ink, what changes slowly taken out. */
export function measure(view: View, ink: Float32Array, grid: Grid, lay: Lay): Aligned {
  plain.clear()
  for (let i = 0; i < grid.count; i++) {
    if (view.trust[i] <= 0) continue
    fillBackground(row, grid.u[i], grid.v[i])
    row[BACKGROUND] = ink[i]
    row[BACKGROUND + 1] = view.pale[i]
    plain.add(row, view.trust[i])
  }
  const seen = plain.weight / grid.count
  if (seen < 0.15) return { lay, fit: 0, contrast: 0, seen }
  plain.explain(BACKGROUND)
  const power = plain.of(BACKGROUND, BACKGROUND)
  const contrast = power > 1e-9 ? plain.of(BACKGROUND, BACKGROUND + 1) / power : 0
  // Half a sticker that fits is no better than a whole one that fits less well.
  const fit = plain.correlation(BACKGROUND, BACKGROUND + 1) * min(1, sqrt(seen / 0.5))
  return { lay, fit, contrast, seen }
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
function stepOf(view: View, ink: Float32Array, grid: Grid, freedom: 6 | 12): Float64Array | null {
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
function applied({ pose, warp }: Lay, change: Float64Array, freedom: 6 | 12): Lay {
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
  const c = Math.cos(turn) / grow
  const s = Math.sin(turn) / grow
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

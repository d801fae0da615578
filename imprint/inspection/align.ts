import type { Skin } from './channel'
import { emptyView, gridOf, look, NO_WARP, softInk, type Grid, type Lay, type View } from './laid'
import { Normals } from './least-squares'
import { blurredByWeight, type Plane } from './plane'
import type { Candidate } from './search'
import { applied, BACKGROUND, fillBackground, stepOf } from './step'
import type { Template } from './template'

const { min, sqrt } = Math

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

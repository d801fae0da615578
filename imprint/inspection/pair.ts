import type { Compared } from './evidence'
import { POINTS } from './evidence'
import { gridOf, softInk } from './laid'
import { Normals } from './least-squares'
import { blurred } from './plane'
import type { Template } from './template'

const { abs, max, min } = Math

/** Which of two designs it is, by the places where they differ. */
export interface Pair {
  /** Correlation of the skin with what the first design has and the second has not: above 0 speaks for the first. */
  leaning: number
  /** How much is seen of where they differ; 0 where the photo is too soft to show any difference. */
  seen: number
}

/** Ink differs plainly by so much. */
const PLAIN = 0.4
/** Designs that differ nowhere by twice this, as soft as the photo is, cannot be told apart on it. */
const LEAST = 0.05

/** Share of the square on which two sharp designs differ plainly: none, and they are one design under two names. */
export function difference(first: Template, second: Template): number {
  const grid = gridOf(POINTS, 1.42)
  const [one, other] = [softInk(first, grid), softInk(second, grid)]
  let differing = 0
  for (let i = 0; i < grid.count; i++) if (abs(one[i] - other[i]) >= PLAIN) differing++
  return differing / grid.count
}

function mostOf(one: Float32Array, other: Float32Array): number {
  let most = 0
  for (let i = 0; i < one.length; i++) most = max(most, abs(one[i] - other[i]))
  return most
}

const GROUND = 6
const NEAR_MM = 2

/** Compares two designs on the same laid skin. What both have, and slow changes, are taken out. */
export function pair({ rawSkin, trust }: Compared, first: Template, second: Template): Pair {
  const grid = gridOf(POINTS, 1.42)
  const [one, other] = [softInk(first, grid), softInk(second, grid)]
  const differs = new Float32Array(POINTS * POINTS)
  const plain = min(PLAIN, mostOf(one, other) / 2)
  let differing = 0
  let seen = 0
  for (let i = 0; i < grid.count; i++) {
    if (plain < LEAST || abs(one[i] - other[i]) < plain) continue
    differs[grid.at[i]] = 1
    differing++
    seen += trust.values[grid.at[i]]
  }
  const near = blurred({ width: POINTS, height: POINTS, values: differs }, (NEAR_MM * POINTS) / 40 / 1.5).values
  const normals = new Normals(GROUND + 3)
  const row = new Float64Array(GROUND + 3)
  for (let i = 0; i < grid.count; i++) {
    const at = grid.at[i]
    const weight = trust.values[at] * min(1, near[at] * 8)
    if (weight < 0.01) continue
    const [u, v] = [grid.u[i], grid.v[i]]
    row[0] = 1
    row[1] = u
    row[2] = v
    row[3] = u * u
    row[4] = u * v
    row[5] = v * v
    row[GROUND] = (one[i] + other[i]) / 2
    row[GROUND + 1] = one[i] - other[i]
    row[GROUND + 2] = rawSkin.values[at]
    normals.add(row, weight)
  }
  normals.explain(GROUND + 1)
  return {
    leaning: normals.correlation(GROUND + 1, GROUND + 2),
    seen: differing ? seen / differing : 0,
  }
}

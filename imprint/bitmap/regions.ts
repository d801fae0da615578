import type { Bits } from './bits'

/** A connected piece of ink. Box and area in pixels. */
export interface Region {
  /** Its number on the map, from 1. */
  id: number
  area: number
  left: number
  top: number
  right: number
  bottom: number
  /** Whether it reaches the edge of the picture. */
  touchesEdge: boolean
}

export interface Regions {
  list: Region[]
  /** The region's number at every pixel; 0 where there is no ink. */
  map: Int32Array
}

export const AROUND: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
]

/** Stretches of ink within the rows: `from` up to and with `to`, and the stretch that each hangs on. */
interface Runs {
  from: number[]
  to: number[]
  rows: number[]
  parents: number[]
}

/** The connected pieces of ink, over edges (4) or corners too (8), in reading order. */
export function regionsOf(bits: Bits, neighbours: 4 | 8 = 8): Regions {
  const { width, height } = bits
  const runs = runsOf(bits, neighbours === 8 ? 1 : 0)
  const map = new Int32Array(width * height)
  const list: Region[] = []
  const ids = new Int32Array(runs.from.length)
  for (let run = 0; run < ids.length; run++) {
    const root = rootOf(runs.parents, run)
    const [y, from, to] = [runs.rows[run], runs.from[run], runs.to[run]]
    if (!ids[root]) {
      ids[root] = list.length + 1
      list.push({ id: ids[root], area: 0, left: width, top: height, right: 0, bottom: 0, touchesEdge: false })
    }
    const region = list[ids[root] - 1]
    map.fill(region.id, y * width + from, y * width + to + 1)
    region.area += to - from + 1
    region.left = Math.min(region.left, from)
    region.right = Math.max(region.right, to)
    region.top = Math.min(region.top, y)
    region.bottom = y
    if (from === 0 || to === width - 1 || y === 0 || y === height - 1) region.touchesEdge = true
  }
  return { list, map }
}

// The earliest stretch of a piece is its root, so pieces are numbered in reading order.
function runsOf({ width, height, ink }: Bits, overCorners: 0 | 1): Runs {
  const runs: Runs = { from: [], to: [], rows: [], parents: [] }
  let above = 0
  let aboveEnd = 0
  for (let y = 0; y < height; y++) {
    const first = runs.from.length
    for (let x = 0; x < width; x++) {
      if (!ink[y * width + x]) continue
      const from = x
      while (x + 1 < width && ink[y * width + x + 1]) x++
      const run = runs.from.length
      runs.from.push(from)
      runs.to.push(x)
      runs.rows.push(y)
      runs.parents.push(run)
      while (above < aboveEnd && runs.to[above] + overCorners < from) above++
      for (let k = above; k < aboveEnd && runs.from[k] - overCorners <= x; k++) join(runs.parents, run, k)
    }
    above = first
    aboveEnd = runs.from.length
  }
  return runs
}

function join(parents: number[], one: number, other: number): void {
  const [a, b] = [rootOf(parents, one), rootOf(parents, other)]
  parents[Math.max(a, b)] = Math.min(a, b)
}

function rootOf(parents: number[], run: number): number {
  let at = run
  while (parents[at] !== at) at = parents[at] = parents[parents[at]]
  return at
}

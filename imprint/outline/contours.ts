import type { Mask } from '../raster'

export type Point = readonly [number, number]

// The sides of a cell (top, right, bottom, left), and what joins them for each pattern of covered corners (8 4 / 1 2); ink
// lies to the right.
const [T, R, B, L] = [0, 1, 2, 3]
const SIDES: readonly (readonly number[])[] = [
  [],
  [L, B],
  [B, R],
  [L, R],
  [R, T],
  [L, B, R, T],
  [B, T],
  [L, T],
  [T, L],
  [T, B],
  [T, L, B, R],
  [T, R],
  [R, L],
  [R, B],
  [B, L],
  [],
]

/** The closed lines of half coverage, in pixels; one pixel of nothing is laid around the mask. */
export function contoursOf({ width, height, coverage }: Mask): Point[][] {
  const columns = width + 2
  const padded = new Float32Array(columns * (height + 2))
  for (let y = 0; y < height; y++) padded.set(coverage.subarray(y * width, (y + 1) * width), (y + 1) * columns + 1)
  // A crossing is known by the pixel it starts from and its direction: across (even) or down (odd).
  const next = new Int32Array(2 * padded.length).fill(-1)
  for (let y = 0; y <= height; y++) {
    for (let x = 0, at = y * columns; x <= width; x++, at++) {
      const pattern =
        (padded[at] >= 0.5 ? 8 : 0) +
        (padded[at + 1] >= 0.5 ? 4 : 0) +
        (padded[at + columns + 1] >= 0.5 ? 2 : 0) +
        (padded[at + columns] >= 0.5 ? 1 : 0)
      if (pattern === 0 || pattern === 15) continue
      const crossings = [2 * at, 2 * (at + 1) + 1, 2 * (at + columns), 2 * at + 1]
      const sides = SIDES[pattern]
      for (let k = 0; k < sides.length; k += 2) next[crossings[sides[k]]] = crossings[sides[k + 1]]
    }
  }
  return closedLines(next, (id) => pointOf(id, padded, columns))
}

/** Where the outline crosses from one pixel to the next. Pixels' middles lie half a pixel in; the border takes one off. */
function pointOf(id: number, padded: Float32Array, columns: number): Point {
  const at = id >> 1
  const across = id % 2 === 0
  const [x, y] = [at % columns, Math.floor(at / columns)]
  const share = (0.5 - padded[at]) / (padded[at + (across ? 1 : columns)] - padded[at] || 1e-9)
  return across ? [x + share - 0.5, y - 0.5] : [x - 0.5, y + share - 0.5]
}

function closedLines(next: Int32Array, point: (id: number) => Point): Point[][] {
  const lines: Point[][] = []
  for (let start = 0; start < next.length; start++) {
    if (next[start] < 0) continue
    const line: Point[] = []
    for (let id = start; next[id] >= 0; ) {
      line.push(point(id))
      const following = next[id]
      next[id] = -1
      id = following
    }
    if (line.length >= 4) lines.push(line)
  }
  return lines
}

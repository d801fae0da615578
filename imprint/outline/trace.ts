import { blurPlane, type Mask } from '../raster'
import type { Path, Step } from './path'

type Point = readonly [number, number]

/** Sharper turns than this stay corners, degrees. */
const CORNER_DEGREES = 50
const CORNER = Math.cos((CORNER_DEGREES * Math.PI) / 180)

/**
 * The outline of a mask at half coverage, in its pixels: marching squares, points dropped that lie within `tolerance` of
 * the line without them, smooth curves between the corners. Ink lies to the right of its lines, so holes
 * wind the other way.
 */
export function trace(mask: Mask, tolerance = 0.35): Path {
  const plane = blurPlane(mask.coverage, mask.width, mask.height, 1, 1)
  return contours({ ...mask, coverage: plane }).flatMap((line) => smooth(simplify(line, tolerance)))
}

// The sides of a cell, and what joins them for each pattern of covered corners (8 4 / 1 2); ink lies to the right.
const SIDES: readonly (readonly [string, string])[][] = [
  [],
  [['L', 'B']],
  [['B', 'R']],
  [['L', 'R']],
  [['R', 'T']],
  [
    ['L', 'B'],
    ['R', 'T'],
  ],
  [['B', 'T']],
  [['L', 'T']],
  [['T', 'L']],
  [['T', 'B']],
  [
    ['T', 'L'],
    ['B', 'R'],
  ],
  [['T', 'R']],
  [['R', 'L']],
  [['R', 'B']],
  [['B', 'L']],
  [],
]

/** Closed lines of half coverage; one pixel of nothing is laid around the mask. */
function contours({ width, height, coverage }: Mask): Point[][] {
  const columns = width + 2
  const at = (x: number, y: number) =>
    x < 1 || y < 1 || x > width || y > height ? 0 : coverage[(y - 1) * width + x - 1]
  const next = new Map<number, number>()
  const points = new Map<number, Point>()
  const crossing = (x: number, y: number, side: string): number => {
    const [ax, ay, horizontal] =
      side === 'T' ? [x, y, true] : side === 'B' ? [x, y + 1, true] : side === 'L' ? [x, y, false] : [x + 1, y, false]
    const id = 2 * (ay * columns + ax) + (horizontal ? 0 : 1)
    if (!points.has(id)) {
      const from = at(ax, ay)
      const share = (0.5 - from) / (at(horizontal ? ax + 1 : ax, horizontal ? ay : ay + 1) - from || 1e-9)
      // Cells run between pixel middles, which lie half a pixel in; the border takes one pixel off.
      points.set(id, horizontal ? [ax + share - 0.5, ay - 0.5] : [ax - 0.5, ay + share - 0.5])
    }
    return id
  }
  for (let y = 0; y <= height; y++) {
    for (let x = 0; x <= width; x++) {
      const corners = [at(x, y), at(x + 1, y), at(x + 1, y + 1), at(x, y + 1)]
      const pattern = corners.reduce((sum, value, k) => sum + (value >= 0.5 ? 8 >> k : 0), 0)
      for (const [from, to] of SIDES[pattern]) next.set(crossing(x, y, from), crossing(x, y, to))
    }
  }
  return closedLines(next, points)
}

function closedLines(next: Map<number, number>, points: Map<number, Point>): Point[][] {
  const lines: Point[][] = []
  for (const start of [...next.keys()]) {
    const line: Point[] = []
    for (let id: number | undefined = start; id !== undefined && next.has(id); ) {
      line.push(points.get(id) as Point)
      const following: number | undefined = next.get(id)
      next.delete(id)
      id = following
    }
    if (line.length >= 4) lines.push(line)
  }
  return lines
}

/** Douglas-Peucker on a closed line, begun at two points far apart. */
function simplify(line: readonly Point[], tolerance: number): Point[] {
  const away = line.reduce((far, point, i) => (apart(point, line[0]) > apart(line[far], line[0]) ? i : far), 0)
  const ring = [...line, line[0]]
  const keep = new Set([0, away])
  const spans: [number, number][] = [
    [0, away],
    [away, ring.length - 1],
  ]
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span
    let worst = -1
    let most = tolerance
    for (let i = from + 1; i < to; i++) {
      const off = offLine(ring[i], ring[from], ring[to])
      if (off > most) [worst, most] = [i, off]
    }
    if (worst < 0) continue
    keep.add(worst)
    spans.push([from, worst], [worst, to])
  }
  return line.filter((_, i) => keep.has(i))
}

const apart = ([ax, ay]: Point, [bx, by]: Point) => Math.hypot(ax - bx, ay - by)

function offLine(point: Point, from: Point, to: Point): number {
  const length = apart(from, to)
  if (length < 1e-6) return apart(point, from)
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  return Math.abs((point[0] - from[0]) * dy - (point[1] - from[1]) * dx) / length
}

/** Cubic curves through the points, tangent to the line between their neighbours; straight to and from corners. */
function smooth(points: readonly Point[]): Step[] {
  const count = points.length
  if (count < 3) return []
  const point = (i: number) => points[(i + count) % count]
  const isCorner = (i: number) => {
    const [into, out] = [direction(point(i - 1), point(i)), direction(point(i), point(i + 1))]
    return into[0] * out[0] + into[1] * out[1] < CORNER
  }
  const corners = points.map((_, i) => isCorner(i))
  const steps: Step[] = [['M', points[0][0], points[0][1]]]
  for (let i = 0; i < count; i++) {
    const [from, to] = [point(i), point(i + 1)]
    const [sharp, thenSharp] = [corners[i], corners[(i + 1) % count]]
    if (sharp && thenSharp) {
      steps.push(['L', to[0], to[1]])
      continue
    }
    const third = apart(from, to) / 3
    const out = sharp ? direction(from, to) : direction(point(i - 1), to)
    const into = thenSharp ? direction(from, to) : direction(from, point(i + 2))
    steps.push([
      'C',
      from[0] + out[0] * third,
      from[1] + out[1] * third,
      to[0] - into[0] * third,
      to[1] - into[1] * third,
      to[0],
      to[1],
    ])
  }
  return [...steps, ['Z']]
}

function direction(from: Point, to: Point): Point {
  const length = apart(from, to) || 1e-9
  return [(to[0] - from[0]) / length, (to[1] - from[1]) / length]
}

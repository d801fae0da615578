import type { Mask } from '../raster'
import { contoursOf, type Point } from './contours'
import type { Path, Step } from './path'

/** Sharper turns than this stay corners, degrees. */
const CORNER_DEGREES = 50
const CORNER = Math.cos((CORNER_DEGREES * Math.PI) / 180)

/**
 * The outline of a mask at half coverage, in its pixels: marching squares, points dropped that lie within `tolerance` of
 * the line without them, corners that pixels cut off set up again, smooth curves between the corners. Ink lies to the right
 * of its lines, so holes wind the other way.
 */
export function trace(mask: Mask, tolerance = 0.25): Path {
  const lines = contoursOf(mask).filter((line) => areaOf(line) >= LEAST_AREA)
  return lines.flatMap((line) => smooth(withCorners(simplify(line, tolerance))))
}

/** Less is a stray pixel, px². */
const LEAST_AREA = 4

function areaOf(line: readonly Point[]): number {
  let twice = 0
  line.forEach(([x, y], i) => {
    const [nx, ny] = line[(i + 1) % line.length]
    twice += x * ny - nx * y
  })
  return Math.abs(twice) / 2
}

/** What pixels cut off a corner is no longer than this, px. */
const CUT_OFF = 2.2
const LEAST_TURN = Math.cos((40 * Math.PI) / 180)

/** Two or three turns close together between longer lines become the one corner where those lines meet. */
function withCorners(points: readonly Point[]): Point[] {
  if (points.length < 5) return [...points]
  const result: Point[] = []
  const count = points.length
  const at = (i: number) => points[(i + count) % count]
  for (let i = 0; i < count; i++) {
    const span = [2, 1].find(
      (turns) => i + turns < count && cornerOf(at(i - 1), at(i), at(i + turns), at(i + turns + 1)),
    )
    const corner = span && cornerOf(at(i - 1), at(i), at(i + span), at(i + span + 1))
    result.push(corner || at(i))
    if (corner) i += span
  }
  return result
}

/** Where the lines before and behind a cut-off corner meet; null when it is none. */
function cornerOf(before: Point, from: Point, to: Point, behind: Point): Point | null {
  const cut = apart(from, to)
  if (cut > CUT_OFF || apart(before, from) < 1.5 * cut || apart(to, behind) < 1.5 * cut) return null
  const [into, out] = [direction(before, from), direction(to, behind)]
  if (into[0] * out[0] + into[1] * out[1] > LEAST_TURN) return null
  const turn = into[0] * out[1] - into[1] * out[0]
  const ahead = ((to[0] - from[0]) * out[1] - (to[1] - from[1]) * out[0]) / turn
  const corner: Point = [from[0] + into[0] * ahead, from[1] + into[1] * ahead]
  return ahead >= 0 && ahead < CUT_OFF && apart(corner, to) < CUT_OFF ? corner : null
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

import { contoursOf, type Point } from '../outline/contours'
import type { Mask } from '../raster'

/** A place where two edges come closer than they may: from one edge straight over to the other. Lengths in px. */
export interface Narrow {
  kind: 'stroke' | 'gap'
  from: Point
  to: Point
  width: number
}

/** How far apart edges must be, px: across ink and across what is open. */
export interface Widths {
  stroke: number
  gap: number
}

/**
 * Edges that meet in a corner come near each other too. They count when more lies beyond them than a blunt tip: more than
 * this many widths of a hair so thick. So a wedge may be four widths long, and no blob may hang on a hair.
 */
const TIP = 2
// All around a dot there is no more than the dot.
const DOT = 0.42
// What misses the rule by less than a tenth passes: neither pixels nor printers know it better. What is mended, is mended to
// the full width.
const TOLERANCE = 0.9
/** Pixels along the edge over which its direction is taken. */
const FACING = 2

/** The edge of a design: points in order, each with the direction into the ink. */
interface Edge {
  count: number
  x: Float64Array
  y: Float64Array
  inX: Float64Array
  inY: Float64Array
  /** Twice the area swept from the beginning of the line, seen from the corner of the picture. */
  swept: Float64Array
  line: Int32Array
  /** Area inside each line. */
  areas: number[]
}

/**
 * Where strokes or gaps of a design are too narrow by more than a tenth: for every point of the edge the nearest one that faces it, when it is
 * too near. Measured between the very outlines, so a pixel's rounding plays no part; corners, blunt or sharp, are no strokes.
 * `facing` is how squarely two edges must face each other, as a cosine.
 */
export function narrowPlaces(mask: Mask, widths: Widths, facing = 0): Narrow[] {
  const edge = edgeOf(mask)
  const [stroke, gap] = [widths.stroke * TOLERANCE, widths.gap * TOLERANCE]
  const reach = Math.max(stroke, gap)
  const cells = cellsOf(edge, mask, reach)
  const strokes = new Nearest(edge.count, 'stroke')
  const gaps = new Nearest(edge.count, 'gap')
  for (let i = 0; i < edge.count; i++) {
    cells.eachNear(edge.x[i], edge.y[i], (j) => {
      if (j <= i) return
      const [dx, dy] = [edge.x[j] - edge.x[i], edge.y[j] - edge.y[i]]
      const width = Math.sqrt(dx * dx + dy * dy)
      if (width >= reach) return
      const here = edge.inX[i] * dx + edge.inY[i] * dy
      const there = -(edge.inX[j] * dx + edge.inY[j] * dy)
      if (here * there <= 0 || Math.min(Math.abs(here), Math.abs(there)) < facing * width) return
      const least = here > 0 ? stroke : gap
      if (width >= least || isCorner(edge, i, j, least * width)) return
      const nearest = here > 0 ? strokes : gaps
      nearest.tell(i, j, width)
      nearest.tell(j, i, width)
    })
  }
  return [...strokes.places(edge), ...gaps.places(edge)]
}

function isCorner({ line, x, y, swept, areas }: Edge, i: number, j: number, room: number): boolean {
  if (line[i] !== line[j]) return false
  const whole = Math.abs(areas[line[i]])
  const beyond = Math.abs(swept[j] - swept[i] + x[j] * y[i] - x[i] * y[j]) / 2
  return Math.min(beyond, Math.abs(whole - beyond)) <= Math.min(TIP * room, DOT * whole)
}

class Nearest {
  private readonly partner: Int32Array
  private readonly width: Float64Array

  constructor(
    count: number,
    private readonly kind: Narrow['kind'],
  ) {
    this.partner = new Int32Array(count).fill(-1)
    this.width = new Float64Array(count).fill(Infinity)
  }

  tell(from: number, to: number, width: number): void {
    if (width >= this.width[from]) return
    this.width[from] = width
    this.partner[from] = to
  }

  places({ x, y }: Edge): Narrow[] {
    const places: Narrow[] = []
    this.partner.forEach((to, from) => {
      if (to >= 0)
        places.push({ kind: this.kind, from: [x[from], y[from]], to: [x[to], y[to]], width: this.width[from] })
    })
    return places
  }
}

function edgeOf(mask: Mask): Edge {
  const lines = contoursOf(mask)
  const count = lines.reduce((sum, line) => sum + line.length, 0)
  const numbers = () => new Float64Array(count)
  const edge: Edge = {
    count,
    x: numbers(),
    y: numbers(),
    inX: numbers(),
    inY: numbers(),
    swept: numbers(),
    line: new Int32Array(count),
    areas: [],
  }
  let at = 0
  lines.forEach((line, number) => {
    let swept = 0
    for (let k = 0; k < line.length; k++, at++) {
      const [x, y] = line[k]
      const [px, py] = line[(k + line.length - FACING) % line.length]
      const [nx, ny] = line[(k + FACING) % line.length]
      const size = Math.hypot(nx - px, ny - py) || 1
      // Ink lies to the right of its lines, and y runs down.
      edge.inX[at] = (py - ny) / size
      edge.inY[at] = (nx - px) / size
      edge.x[at] = x
      edge.y[at] = y
      edge.swept[at] = swept
      edge.line[at] = number
      const [tx, ty] = line[(k + 1) % line.length]
      swept += x * ty - tx * y
    }
    edge.areas.push(swept / 2)
  })
  return edge
}

/** The points of the edge sorted into squares as wide as we look. */
function cellsOf({ count, x, y }: Edge, { width, height }: Mask, side: number) {
  const columns = Math.floor((width + 2) / side) + 3
  const rows = Math.floor((height + 2) / side) + 3
  const cellAt = (px: number, py: number) =>
    (Math.floor((py + 1) / side) + 1) * columns + Math.floor((px + 1) / side) + 1
  const starts = new Int32Array(columns * rows + 1)
  for (let i = 0; i < count; i++) starts[cellAt(x[i], y[i]) + 1]++
  for (let c = 0; c < columns * rows; c++) starts[c + 1] += starts[c]
  const filled = starts.slice()
  const points = new Int32Array(count)
  for (let i = 0; i < count; i++) points[filled[cellAt(x[i], y[i])]++] = i
  return {
    eachNear(px: number, py: number, visit: (point: number) => void): void {
      const middle = cellAt(px, py)
      for (let row = -columns; row <= columns; row += columns) {
        for (let k = starts[middle + row - 1]; k < starts[middle + row + 2]; k++) visit(points[k])
      }
    },
  }
}

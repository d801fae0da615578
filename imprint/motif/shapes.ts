import { mapPath, type Path, type Step } from '../outline/path'

// Small tools of a paper cutter. Lengths in mm, the middle of the 40 mm square at 0, 0, y runs down. Shapes wind
// clockwise; `hole` turns them round.

const CIRCLE = 0.5522847498

export const ellipse = (x: number, y: number, rx: number, ry: number, turn = 0): Path => {
  const [kx, ky] = [rx * CIRCLE, ry * CIRCLE]
  const path: Path = [
    ['M', rx, 0],
    ['C', rx, ky, kx, ry, 0, ry],
    ['C', -kx, ry, -rx, ky, -rx, 0],
    ['C', -rx, -ky, -kx, -ry, 0, -ry],
    ['C', kx, -ry, rx, -ky, rx, 0],
    ['Z'],
  ]
  return moved(turned(path, turn), x, y)
}

export const circle = (x: number, y: number, r: number): Path => ellipse(x, y, r, r)

/** A closed line through x, y pairs, straight from one to the next. */
export function polygon(points: readonly number[]): Path {
  return clockwise([
    ...points.flatMap((_, i): Step[] => (i % 2 ? [] : [[i ? 'L' : 'M', points[i], points[i + 1]]])),
    ['Z'],
  ])
}

export const box = (left: number, top: number, right: number, bottom: number): Path =>
  polygon([left, top, right, top, right, bottom, left, bottom])

/** A closed soft line through x, y pairs: Catmull-Rom. */
export function blob(points: readonly number[]): Path {
  const count = points.length / 2
  const at = (i: number): readonly [number, number] => {
    const k = 2 * ((i + count) % count)
    return [points[k], points[k + 1]]
  }
  const steps: Step[] = [['M', ...at(0)]]
  for (let i = 0; i < count; i++) {
    const [a, b, c, d] = [at(i - 1), at(i), at(i + 1), at(i + 2)]
    steps.push([
      'C',
      b[0] + (c[0] - a[0]) / 6,
      b[1] + (c[1] - a[1]) / 6,
      c[0] - (d[0] - b[0]) / 6,
      c[1] - (d[1] - b[1]) / 6,
      ...c,
    ])
  }
  return clockwise([...steps, ['Z']])
}

/** The points of a right half, from the top to the bottom, and of its mirror image back up. */
export function halves(right: readonly number[]): number[] {
  const left: number[] = []
  for (let i = right.length - 2; i >= 0; i -= 2) if (right[i] !== 0) left.push(-right[i], right[i + 1])
  return [...right, ...left]
}

/** A line of that width through x, y pairs, with round ends and joints. */
export function stroke(width: number, points: readonly number[]): Path {
  const path: Step[] = []
  const r = width / 2
  for (let i = 0; i + 1 < points.length; i += 2) {
    const [x, y] = [points[i], points[i + 1]]
    path.push(...circle(x, y, r))
    if (i + 3 >= points.length) break
    const [dx, dy] = [points[i + 2] - x, points[i + 3] - y]
    const length = Math.hypot(dx, dy) || 1
    const [nx, ny] = [(-dy / length) * r, (dx / length) * r]
    path.push(...polygon([x + nx, y + ny, x - nx, y - ny, x + dx - nx, y + dy - ny, x + dx + nx, y + dy + ny]))
  }
  return path
}

/** A soft line of that width through x, y pairs. */
export function brush(width: number, points: readonly number[]): Path {
  const fine: number[] = []
  const count = points.length / 2
  const at = (i: number, c: 0 | 1) => points[2 * Math.max(0, Math.min(count - 1, i)) + c]
  for (let i = 0; i < count - 1; i++) {
    for (let k = 0; k < 8; k++) {
      const t = k / 8
      for (const c of [0, 1] as const) {
        const [p, q, r, s] = [at(i - 1, c), at(i, c), at(i + 1, c), at(i + 2, c)]
        fine.push(q + (t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)))) / 2)
      }
    }
  }
  return stroke(width, [...fine, at(count - 1, 0), at(count - 1, 1)])
}

/** The middle points of a ring of `count`, beginning at the top, on a circle of that radius; `turn` in degrees. */
export function around(count: number, radius: number, turn = 0): { x: number; y: number; turn: number }[] {
  return Array.from({ length: count }, (_, i) => {
    const degrees = (360 * i) / count + turn
    const angle = ((degrees - 90) * Math.PI) / 180
    return { x: radius * Math.cos(angle), y: radius * Math.sin(angle), turn: degrees }
  })
}

export const moved = (path: Path, dx: number, dy: number): Path => mapPath(path, (x, y) => [x + dx, y + dy])

/** Turned about 0, 0, degrees clockwise. */
export function turned(path: Path, degrees: number): Path {
  const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  return mapPath(path, (x, y) => [x * c - y * s, x * s + y * c])
}

export const scaled = (path: Path, by: number): Path => mapPath(path, (x, y) => [x * by, y * by])

/** The picture and its mirror image, left and right exchanged. */
export const both = (path: Path): Path => [...path, ...mirrored(path)]

export const mirrored = (path: Path): Path => contours(mapPath(path, (x, y) => [-x, y])).flatMap(reversed)

/** What is cut out of the ink under it. It must lie wholly on one layer of ink. */
export const hole = (path: Path): Path => contours(path).flatMap(reversed)

function contours(path: Path): Path[] {
  const list: Step[][] = []
  for (const step of path) {
    if (step[0] === 'M') list.push([])
    list[list.length - 1].push(step)
  }
  return list
}

function reversed(contour: Path): Path {
  const points: number[][] = contour.flatMap((step) => (step[0] === 'Z' ? [] : [step.slice(-2) as number[]]))
  const back: Step[] = [['M', points[points.length - 1][0], points[points.length - 1][1]]]
  for (let i = points.length - 1; i > 0; i--) {
    const step = contour[i]
    const [x, y] = points[i - 1]
    if (step[0] === 'C') back.push(['C', step[3], step[4], step[1], step[2], x, y])
    else if (step[0] === 'Q') back.push(['Q', step[1], step[2], x, y])
    else back.push(['L', x, y])
  }
  return [...back, ['Z']]
}

function clockwise(contour: Path): Path {
  const points = contour.flatMap((step) => (step[0] === 'Z' ? [] : [step.slice(-2) as number[]]))
  const twice = points.reduce((sum, [x, y], i) => {
    const [nx, ny] = points[(i + 1) % points.length]
    return sum + x * ny - nx * y
  }, 0)
  return twice < 0 ? reversed(contour) : contour
}

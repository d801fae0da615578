type Curve =
  | readonly ['Q', number, number, number, number]
  | readonly ['C', number, number, number, number, number, number]

/** One step of an outline: move, line, quadratic or cubic curve, close. Numbers are x, y pairs, the end point last. */
export type Step = readonly ['M', number, number] | readonly ['L', number, number] | Curve | readonly ['Z']

/** An outline in vectors. Units are the caller's: font units, millimetres or pixels; y runs down. */
export type Path = readonly Step[]

export interface Box {
  left: number
  top: number
  right: number
  bottom: number
}

const numbersOf = (step: Step): number[] => step.slice(1) as number[]

/** The outline with every point moved by `move`. */
export function mapPath(path: Path, move: (x: number, y: number) => readonly [number, number]): Path {
  return path.map((step) => {
    const numbers = numbersOf(step)
    const moved: number[] = []
    for (let i = 0; i < numbers.length; i += 2) moved.push(...move(numbers[i], numbers[i + 1]))
    return [step[0], ...moved] as unknown as Step
  })
}

/** The outline enlarged by `scale` and then shifted. */
export const placePath = (path: Path, scale: number, dx: number, dy: number): Path =>
  mapPath(path, (x, y) => [x * scale + dx, y * scale + dy])

/** The box around all points, control points included; null for an empty outline. */
export function boxOf(path: Path): Box | null {
  const box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const step of path) {
    const numbers = numbersOf(step)
    for (let i = 0; i < numbers.length; i += 2) {
      box.left = Math.min(box.left, numbers[i])
      box.right = Math.max(box.right, numbers[i])
      box.top = Math.min(box.top, numbers[i + 1])
      box.bottom = Math.max(box.bottom, numbers[i + 1])
    }
  }
  return box.left > box.right ? null : box
}

/** The outline as the `d` of an SVG path, with at most `decimals` places. */
export function svgPath(path: Path, decimals = 3): string {
  const say = (value: number) => String(Number(value.toFixed(decimals)) + 0)
  return path.map((step) => step[0] + numbersOf(step).map(say).join(' ')).join('')
}

/** A closed polygon: x, y pairs. */
export type Polygon = readonly number[]

/** The outline as polygons that leave the curve by at most about `tolerance`. */
export function flatten(path: Path, tolerance = 0.15): Polygon[] {
  const polygons: number[][] = []
  let points: number[] = []
  let [x, y] = [0, 0]
  const end = () => {
    if (points.length >= 6) polygons.push(points)
    points = []
  }
  for (const step of path) {
    if (step[0] === 'Z') {
      end()
      continue
    }
    if (step[0] === 'M') end()
    if (step[0] === 'M' || step[0] === 'L') points.push(step[1], step[2])
    else points.push(...curve(x, y, step, tolerance))
    ;[x, y] = step.slice(-2) as [number, number]
  }
  end()
  return polygons
}

function curve(x: number, y: number, step: Curve, tolerance: number): number[] {
  const p = [x, y, ...numbersOf(step)]
  let length = 0
  for (let i = 2; i < p.length; i += 2) length += Math.hypot(p[i] - p[i - 2], p[i + 1] - p[i - 1])
  const pieces = Math.max(2, Math.min(64, Math.ceil(Math.sqrt(length / (3 * tolerance)))))
  const points: number[] = []
  for (let i = 1; i <= pieces; i++) {
    const [t, s] = [i / pieces, 1 - i / pieces]
    const weights = step[0] === 'Q' ? [s * s, 2 * s * t, t * t] : [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
    points.push(
      weights.reduce((sum, weight, k) => sum + weight * p[2 * k], 0),
      weights.reduce((sum, weight, k) => sum + weight * p[2 * k + 1], 0),
    )
  }
  return points
}

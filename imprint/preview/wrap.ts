import { type LookId } from '../fruit/looks'
import { type Path, type Step } from '../outline/path'
import { quickProjection } from './projection'

/** Pieces up to this long are flat enough on any fruit that moving their control points alone bends them right. */
const PIECE_MM = 3

type Point = readonly [number, number]

/**
 * An outline of the sticker (mm around 0, 0; y down) as it lies on the fruit, in px of a picture `side` px wide
 * (fractions of the picture when `side` is 1). Long pieces are divided so that straight lines bend with the skin;
 * curves stay curves.
 */
export function wrapPath(path: Path, look: LookId, side = 1): Path {
  const project = quickProjection(look)
  return bentPath(path, (x, y) => {
    const at = project(x, y)
    return [at[0] * side, at[1] * side]
  })
}

/** An outline in mm with every point put where `put` says; long pieces are divided so that they bend too. */
export function bentPath(path: Path, put: (x: number, y: number) => Point): Path {
  const wrapped: Step[] = []
  let start: Point = [0, 0]
  let pen: Point = [0, 0]
  const lineTo = (to: Point, closing: boolean) => {
    const pieces = piecesOf(Math.hypot(to[0] - pen[0], to[1] - pen[1]))
    const last = closing ? pieces - 1 : pieces
    for (let i = 1; i <= last; i++) {
      const t = i / pieces
      wrapped.push(['L', ...put(pen[0] + (to[0] - pen[0]) * t, pen[1] + (to[1] - pen[1]) * t)])
    }
    pen = to
  }
  for (const step of path) {
    switch (step[0]) {
      case 'M':
        start = pen = [step[1], step[2]]
        wrapped.push(['M', ...put(step[1], step[2])])
        break
      case 'L':
        lineTo([step[1], step[2]], false)
        break
      case 'Q':
      case 'C': {
        const pieces = piecesOf(reachOf(pen, step))
        if (pieces === 1) {
          const moved: (string | number)[] = [step[0]]
          for (let i = 1; i < step.length; i += 2) {
            const at = put(step[i] as number, step[i + 1] as number)
            moved.push(at[0], at[1])
          }
          wrapped.push(moved as unknown as Step)
          pen = [step[step.length - 2] as number, step[step.length - 1] as number]
          break
        }
        const points: Point[] = [pen]
        for (let i = 1; i < step.length; i += 2) points.push([step[i] as number, step[i + 1] as number])
        for (const piece of dividedCurve(points, pieces)) {
          const moved = piece.slice(1).flatMap(([x, y]) => put(x, y))
          wrapped.push([step[0], ...moved] as unknown as Step)
        }
        pen = points[points.length - 1]
        break
      }
      case 'Z':
        lineTo(start, true)
        wrapped.push(['Z'])
    }
  }
  return wrapped
}

const piecesOf = (lengthMm: number): number => Math.max(1, Math.ceil(lengthMm / PIECE_MM))

/** Length of the lines between a curve's points, which it never exceeds. */
function reachOf(from: Point, step: Step): number {
  let [x, y] = from
  let length = 0
  for (let i = 1; i < step.length; i += 2) {
    const [nextX, nextY] = [step[i] as number, step[i + 1] as number]
    length += Math.hypot(nextX - x, nextY - y)
    x = nextX
    y = nextY
  }
  return length
}

/** A Bezier curve as `pieces` curves of the same degree that lie on it (de Casteljau). */
function dividedCurve(points: readonly Point[], pieces: number): (readonly Point[])[] {
  const done: (readonly Point[])[] = []
  let rest = points
  for (let left = pieces; left > 1; left--) {
    const [head, tail] = splitCurve(rest, 1 / left)
    done.push(head)
    rest = tail
  }
  return [...done, rest]
}

function splitCurve(points: readonly Point[], t: number): readonly [readonly Point[], readonly Point[]] {
  const head: Point[] = [points[0]]
  const tail: Point[] = [points[points.length - 1]]
  let level = points
  while (level.length > 1) {
    const above = level
    level = above
      .slice(1)
      .map((to, i): Point => [above[i][0] + (to[0] - above[i][0]) * t, above[i][1] + (to[1] - above[i][1]) * t])
    head.push(level[0])
    tail.unshift(level[level.length - 1])
  }
  return [head, tail]
}

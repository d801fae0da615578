import type { Path, Step } from '../outline/path'

/** PDF operators that draw an outline; black and cut lines are set by the page. Lengths in the page's millimetres. */
export const filled = (path: Path): string => (path.length === 0 ? '' : `${outline(path)}f\n`)
export const stroked = (path: Path): string => (path.length === 0 ? '' : `${outline(path)}S\n`)

/** Draws the form of that name at a place, enlarged by `scale`. */
export const placed = (form: string, x: number, y: number, scale = 1): string =>
  `q ${say(scale)} 0 0 ${say(scale)} ${say(x)} ${say(y)} cm /${form} Do Q\n`

// Ten-thousandths of a millimetre: finer than any printer, short enough for large batches.
const DECIMALS = 4

/** A number as PDF writes it: without exponents and needless zeros. */
export function say(value: number): string {
  return String(Number(value.toFixed(DECIMALS)) + 0)
}

/** The steps as PDF operators. PDF knows cubic curves only, so quadratic ones are raised. */
function outline(path: Path): string {
  let [x, y] = [0, 0]
  let text = ''
  for (const step of path) {
    text += operator(step, x, y)
    if (step[0] !== 'Z') [x, y] = step.slice(-2) as [number, number]
  }
  return text
}

function operator(step: Step, x: number, y: number): string {
  switch (step[0]) {
    case 'M':
      return `${numbers(step[1], step[2])} m\n`
    case 'L':
      return `${numbers(step[1], step[2])} l\n`
    case 'C':
      return `${numbers(step[1], step[2], step[3], step[4], step[5], step[6])} c\n`
    case 'Q': {
      const [, bendX, bendY, toX, toY] = step
      const near = (from: number, bend: number) => from + (2 / 3) * (bend - from)
      return `${numbers(near(x, bendX), near(y, bendY), near(toX, bendX), near(toY, bendY), toX, toY)} c\n`
    }
    case 'Z':
      return 'h\n'
  }
}

const numbers = (...values: number[]): string => values.map(say).join(' ')

import { type Path, type Step } from './path'

const NUMBERS: Readonly<Record<string, number>> = { M: 2, L: 2, Q: 4, C: 6, Z: 0 }

/** Reads back what `svgPath` prints: absolute M, L, Q, C and Z with their numbers. Null for anything else. */
export function parsePath(d: string): Path | null {
  const steps: Step[] = []
  const step = /([MLQCZ])([-+.\deE ,]*)/y
  while (step.lastIndex < d.length) {
    const found = step.exec(d)
    if (!found) return null
    const rest = found[2].trim()
    const numbers = rest === '' ? [] : rest.split(/[ ,]+/).map(Number)
    if (numbers.length !== NUMBERS[found[1]] || !numbers.every(Number.isFinite)) return null
    steps.push([found[1], ...numbers] as unknown as Step)
  }
  return steps.length === 0 || steps[0][0] === 'M' ? steps : null
}

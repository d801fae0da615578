/** One case: what was measured, and whether it was a right one. */
export interface Case {
  values: readonly number[]
  right: boolean
}

/** `bias + sum of weights times values` is the logarithm of the odds of a right one. */
export interface Fitted {
  bias: number
  weights: number[]
}

const MOST_ROUNDS = 60
const SETTLED = 1e-8

/**
 * Logistic regression by Newton's method. `ridge` keeps weights small that the cases do not ask for, counted on values
 * brought to spread 1; it also keeps them finite when the cases can be parted without a doubt. Values that never change
 * get no weight.
 */
export function fitLogistic(cases: readonly Case[], ridge = 1): Fitted {
  const width = cases[0].values.length
  const mean = columns(width, (i) => sum(cases, ({ values }) => values[i]) / cases.length)
  const spread = columns(width, (i) => Math.sqrt(sum(cases, ({ values }) => (values[i] - mean[i]) ** 2) / cases.length))
  const rows = cases.map(({ values, right }) => ({
    x: [1, ...values.map((value, i) => (spread[i] > 1e-9 ? (value - mean[i]) / spread[i] : 0))],
    y: right ? 1 : 0,
  }))
  let at: number[] = Array<number>(width + 1).fill(0)
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const slope = at.map((weight, i) => (i === 0 ? 0 : -ridge * weight))
    const bend = at.map((_, i) => at.map((_, j) => (i === j ? (i === 0 ? 1e-9 : ridge) : 0)))
    for (const { x, y } of rows) {
      const share = 1 / (1 + Math.exp(-dot(at, x)))
      for (let i = 0; i <= width; i++) {
        slope[i] += (y - share) * x[i]
        for (let j = 0; j <= i; j++) bend[i][j] += share * (1 - share) * x[i] * x[j]
      }
    }
    for (let i = 0; i <= width; i++) for (let j = 0; j < i; j++) bend[j][i] = bend[i][j]
    const step = solved(bend, slope)
    // Far from the answer a whole step of Newton's may overshoot.
    const length = Math.sqrt(dot(step, step))
    const part = length > 3 ? 3 / length : 1
    at = at.map((weight, i) => weight + part * step[i])
    if (length < SETTLED) break
  }
  const weights = columns(width, (i) => (spread[i] > 1e-9 ? at[i + 1] / spread[i] : 0))
  return { bias: at[0] - dot(weights, mean), weights }
}

/** The logarithm of the odds that a case is a right one. */
export const oddsBy = ({ bias, weights }: Fitted, values: readonly number[]): number => bias + dot(weights, values)

/** Solves a system of linear equations by elimination, the largest pivot first. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]])
  for (let i = 0; i < rows.length; i++) {
    const pivot = rows.reduce((best, row, k) => (k >= i && Math.abs(row[i]) > Math.abs(rows[best][i]) ? k : best), i)
    ;[rows[i], rows[pivot]] = [rows[pivot], rows[i]]
    for (let k = 0; k < rows.length; k++) {
      if (k === i || rows[k][i] === 0) continue
      const times = rows[k][i] / rows[i][i]
      for (let j = i; j <= rows.length; j++) rows[k][j] -= times * rows[i][j]
    }
  }
  return rows.map((row, i) => row[rows.length] / row[i])
}

const columns = (count: number, make: (i: number) => number) => Array.from({ length: count }, (_, i) => make(i))
const dot = (a: readonly number[], b: readonly number[]) => a.reduce((total, value, i) => total + value * b[i], 0)
const sum = <T>(list: readonly T[], of: (item: T) => number) => list.reduce((total, item) => total + of(item), 0)

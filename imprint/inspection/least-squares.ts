const { abs } = Math

/** Sums of weighted products of some columns, from which fits and correlations come without going over the pixels again. */
export class Normals {
  readonly sums: Float64Array
  weight = 0

  constructor(readonly columns: number) {
    this.sums = new Float64Array(columns * columns)
  }

  clear(): void {
    this.sums.fill(0)
    this.weight = 0
  }

  /** Adds one pixel: the value of each column there. */
  add(values: Float64Array, weight: number): void {
    const { columns, sums } = this
    this.weight += weight
    for (let a = 0; a < columns; a++) {
      const heavy = weight * values[a]
      if (heavy === 0) continue
      for (let b = a, at = a * columns + a; b < columns; b++, at++) sums[at] += heavy * values[b]
    }
  }

  /** Takes away from the columns after `count` all that the first `count` explain. */
  explain(count: number): void {
    const { columns, sums } = this
    for (let a = 0; a < count; a++) {
      const pivot = sums[a * columns + a]
      if (pivot < 1e-9) continue
      for (let b = a + 1; b < columns; b++) {
        const share = sums[a * columns + b] / pivot
        if (share === 0) continue
        for (let c = b; c < columns; c++) sums[b * columns + c] -= share * sums[a * columns + c]
      }
    }
  }

  /** The sum of products of two columns. */
  of(a: number, b: number): number {
    return a <= b ? this.sums[a * this.columns + b] : this.sums[b * this.columns + a]
  }

  /** The correlation of two columns, of what has not been explained away. */
  correlation(a: number, b: number): number {
    const power = this.of(a, a) * this.of(b, b)
    return power > 1e-18 && this.of(a, a) > 1e-7 ? this.of(a, b) / Math.sqrt(power) : 0
  }

  /**
   * The combination of all columns but the last that comes nearest to the last; `ridge` is added to the diagonal and holds
   * a column's share near 0.
   */
  solve(ridge?: Float64Array): Float64Array {
    const n = this.columns - 1
    const width = n + 1
    const m = new Float64Array(n * width)
    for (let a = 0; a < n; a++) {
      for (let b = 0; b < n; b++) m[a * width + b] = this.of(a, b)
      m[a * width + a] += ridge ? ridge[a] : 0
      m[a * width + n] = this.of(a, n)
    }
    for (let a = 0; a < n; a++) {
      const pivot = m[a * width + a]
      if (abs(pivot) < 1e-12) continue
      for (let b = a + 1; b < n; b++) {
        const share = m[b * width + a] / pivot
        if (share !== 0) for (let c = a; c <= n; c++) m[b * width + c] -= share * m[a * width + c]
      }
    }
    const solution = new Float64Array(n)
    for (let a = n - 1; a >= 0; a--) {
      let rest = m[a * width + n]
      for (let b = a + 1; b < n; b++) rest -= m[a * width + b] * solution[b]
      const pivot = m[a * width + a]
      solution[a] = abs(pivot) < 1e-12 ? 0 : rest / pivot
    }
    return solution
  }
}

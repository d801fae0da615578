const { cos, sin, log2, PI } = Math

/** Complex numbers of an n by n square, row by row. */
export interface Spectrum {
  re: Float64Array
  im: Float64Array
}

export const emptySpectrum = (side: number): Spectrum => ({
  re: new Float64Array(side * side),
  im: new Float64Array(side * side),
})

/** Fast Fourier transforms of squares whose side is a power of two, 4 at least. */
export class Fourier {
  private readonly cosines: Float64Array
  private readonly sines: Float64Array
  private readonly swap: Uint32Array
  private readonly columnRe: Float64Array
  private readonly columnIm: Float64Array

  constructor(readonly side: number) {
    const half = side / 2
    this.cosines = Float64Array.from({ length: half }, (_, i) => cos((2 * PI * i) / side))
    this.sines = Float64Array.from({ length: half }, (_, i) => sin((2 * PI * i) / side))
    const bits = log2(side)
    this.swap = Uint32Array.from({ length: side }, (_, i) => {
      let reversed = 0
      for (let k = 0; k < bits; k++) if ((i >> k) & 1) reversed |= 1 << (bits - 1 - k)
      return reversed
    })
    this.columnRe = new Float64Array(side)
    this.columnIm = new Float64Array(side)
  }

  /** Transforms in place; rows for which `filled` says no hold only zeros and are left alone. */
  forward({ re, im }: Spectrum, filled: (row: number) => boolean = () => true): void {
    for (let y = 0; y < this.side; y++) if (filled(y)) this.line(re, im, y * this.side, 1)
    this.columns(re, im, 1)
  }

  /** Transforms back in place, undivided; only the rows for which `wanted` says yes come out. */
  back({ re, im }: Spectrum, wanted: (row: number) => boolean = () => true): void {
    this.columns(re, im, -1)
    for (let y = 0; y < this.side; y++) if (wanted(y)) this.line(re, im, y * this.side, -1)
  }

  private columns(re: Float64Array, im: Float64Array, way: 1 | -1): void {
    const { side, columnRe, columnIm } = this
    for (let x = 0; x < side; x++) {
      for (let y = 0, at = x; y < side; y++, at += side) {
        columnRe[y] = re[at]
        columnIm[y] = im[at]
      }
      this.line(columnRe, columnIm, 0, way)
      for (let y = 0, at = x; y < side; y++, at += side) {
        re[at] = columnRe[y]
        im[at] = columnIm[y]
      }
    }
  }

  private line(re: Float64Array, im: Float64Array, start: number, way: 1 | -1): void {
    const { side, cosines, sines, swap } = this
    for (let i = 0; i < side; i++) {
      const j = swap[i]
      if (j <= i) continue
      const [a, b] = [start + i, start + j]
      const r = re[a]
      re[a] = re[b]
      re[b] = r
      const m = im[a]
      im[a] = im[b]
      im[b] = m
    }
    this.fours(re, im, start, way)
    for (let length = 8; length <= side; length <<= 1) {
      const half = length >> 1
      const stride = side / length
      for (let j = 0, k = 0; j < half; j++, k += stride) {
        const wr = cosines[k]
        const wi = -way * sines[k]
        for (let a = start + j; a < start + side; a += length) {
          const b = a + half
          const xr = re[b] * wr - im[b] * wi
          const xi = re[b] * wi + im[b] * wr
          re[b] = re[a] - xr
          im[b] = im[a] - xi
          re[a] += xr
          im[a] += xi
        }
      }
    }
  }

  /** The first two rounds at once: they multiply by 1 and i only. */
  private fours(re: Float64Array, im: Float64Array, start: number, way: 1 | -1): void {
    for (let a = start; a < start + this.side; a += 4) {
      const sumR = re[a] + re[a + 1]
      const sumI = im[a] + im[a + 1]
      const offR = re[a] - re[a + 1]
      const offI = im[a] - im[a + 1]
      const sumR2 = re[a + 2] + re[a + 3]
      const sumI2 = im[a + 2] + im[a + 3]
      const offR2 = way * (im[a + 2] - im[a + 3])
      const offI2 = way * (re[a + 3] - re[a + 2])
      re[a] = sumR + sumR2
      im[a] = sumI + sumI2
      re[a + 1] = offR + offR2
      im[a + 1] = offI + offI2
      re[a + 2] = sumR - sumR2
      im[a + 2] = sumI - sumI2
      re[a + 3] = offR - offR2
      im[a + 3] = offI - offI2
    }
  }
}

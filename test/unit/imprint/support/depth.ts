import type { Bits } from '../../../../imprint/bitmap/bits'

const FAR = 1e12

/** What lies beyond the edge: `open` counts as a border of the ink, `same` as more of what is there. */
export type Beyond = 'open' | 'same'

/**
 * Squared distance (px²) from the middle of every pixel of ink to that of the nearest open one, exact
 * (Felzenszwalb and Huttenlocher, lower envelope of parabolas, one pass down and one across).
 */
export function inkDepth({ width, height, ink }: Bits, beyond: Beyond = 'open'): Float32Array {
  const margin = beyond === 'open' ? 1 : 0
  const line = envelope(Math.max(width, height) + 2)
  const depth = new Float32Array(width * height)
  for (let x = 0; x < width; x++) {
    for (let y = 0; y < height; y++) line.heights[y + margin] = ink[y * width + x] ? FAR : 0
    line.run(height, margin)
    for (let y = 0; y < height; y++) depth[y * width + x] = Math.min(line.depths[y + margin], FAR)
  }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) line.heights[x + margin] = depth[y * width + x]
    line.run(width, margin)
    for (let x = 0; x < width; x++) depth[y * width + x] = line.depths[x + margin]
  }
  return depth
}

function envelope(most: number) {
  const heights = new Float64Array(most)
  const depths = new Float64Array(most)
  const roots = new Int32Array(most)
  const starts = new Float64Array(most + 1)
  const meet = (q: number, r: number) => (heights[q] + q * q - (heights[r] + r * r)) / (2 * (q - r))

  return {
    heights,
    depths,
    run(length: number, margin: 0 | 1): void {
      const count = length + 2 * margin
      if (margin) heights[0] = heights[count - 1] = 0
      let last = 0
      roots[0] = 0
      starts[0] = -FAR
      starts[1] = FAR
      for (let q = 1; q < count; q++) {
        let start = meet(q, roots[last])
        while (start <= starts[last]) start = meet(q, roots[--last])
        roots[++last] = q
        starts[last] = start
        starts[last + 1] = FAR
      }
      for (let q = 0, k = 0; q < count; q++) {
        while (starts[k + 1] < q) k++
        depths[q] = (q - roots[k]) ** 2 + heights[roots[k]]
      }
    },
  }
}

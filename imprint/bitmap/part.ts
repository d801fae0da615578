import { emptyBits, type Bits } from './bits'

/** A piece of a picture and where its upper left corner lies in the whole, px. */
export interface Part {
  bits: Bits
  left: number
  top: number
}

/** The ink with `margin` px of nothing around it, which may reach over the edge of the picture; null where there is none. */
export function aroundInk({ width, height, ink }: Bits, margin: number): Part | null {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++) {
    const row = ink.subarray(y * width, (y + 1) * width)
    const first = row.indexOf(1)
    if (first < 0) continue
    left = Math.min(left, first)
    right = Math.max(right, row.lastIndexOf(1))
    top = Math.min(top, y)
    bottom = y
  }
  if (right < 0) return null
  const bits = emptyBits(right - left + 1 + 2 * margin, bottom - top + 1 + 2 * margin)
  for (let y = top; y <= bottom; y++) {
    bits.ink.set(ink.subarray(y * width + left, y * width + right + 1), (y - top + margin) * bits.width + margin)
  }
  return { bits, left: left - margin, top: top - margin }
}

import { emptyBits, type Bits } from '../../../../imprint/bitmap/bits'

/** A picture drawn with characters: `#` is ink. */
export function drawn(...rows: string[]): Bits {
  const bits = emptyBits(rows[0].length, rows.length)
  rows.forEach((row, y) => [...row].forEach((char, x) => void (bits.ink[y * bits.width + x] = char === '#' ? 1 : 0)))
  return bits
}

/** An empty square of that many px with filled boxes (left, top, width, height). */
export function boxes(side: number, ...list: readonly (readonly [number, number, number, number])[]): Bits {
  const bits = emptyBits(side, side)
  for (const [left, top, width, height] of list) {
    for (let y = top; y < top + height; y++) bits.ink.fill(1, y * side + left, y * side + left + width)
  }
  return bits
}

import type { Path } from '../outline/path'

/** One character of a face, in font units, y running down from the baseline. */
export interface Glyph {
  path: Path
  advance: number
}

/** An opened font. */
export interface Typeface {
  unitsPerEm: number
  /** The character's outline; null when the face has none. */
  glyph(char: string): Glyph | null
}

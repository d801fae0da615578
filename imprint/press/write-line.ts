import { placePath, type Path } from '../outline/path'
import type { Typeface } from '../typeset/typeface'

/** Stands for a character the face does not have: never a gap that nobody notices. */
const UNKNOWN: Path = [['M', 100, 0], ['L', 100, -800], ['L', 900, -800], ['L', 900, 0], ['Z']]

/** A line of words as outlines, `sizeMm` high, beginning at x on the baseline y (mm). */
export function writeLine(text: string, face: Typeface, sizeMm: number, x: number, y: number): Path {
  const scale = sizeMm / face.unitsPerEm
  let at = x
  return [...text].flatMap((char) => {
    const path = placePath(face.glyph(char)?.path ?? UNKNOWN, scale, at, y)
    at += advance(char, face) * scale
    return path
  })
}

/** How long that line is, mm. */
export function lineMm(text: string, face: Typeface, sizeMm: number): number {
  return [...text].reduce((sum, char) => sum + advance(char, face), 0) * (sizeMm / face.unitsPerEm)
}

const advance = (char: string, face: Typeface): number => face.glyph(char)?.advance ?? face.unitsPerEm

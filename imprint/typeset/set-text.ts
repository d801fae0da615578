import { SAFE_MM } from '../fruit/imprint-frame'
import type { Direction } from '../../domain/imprint/imprint'
import { layoutText, LINE_PITCH } from '../layout'
import { boxOf, placePath, type Box, type Path } from '../outline/path'
import type { Typeface } from './typeface'

/** Text as outlines in millimetres, its middle at 0, 0. */
export interface SetText {
  path: Path
  /** Where each character stands, in reading order. */
  glyphs: { char: string; box: Box }[]
  lines: string[]
  emMm: number
  /** Characters this face does not have. */
  missing: string[]
}

/** A character at its place, in em, before the whole is enlarged to fit. */
interface Placed {
  char: string
  path: Path
  x: number
  y: number
}

/**
 * Sets a text as large as a circle of `roomMm` allows (the 36 mm safe circle, less inside a frame), in the lines that the
 * preview shows: those that were typed, else the best ones. Rows run across and are centred by their ink, columns run down
 * from the right.
 */
export function setText(text: string, face: Typeface, wanted: Direction = 'rows', roomMm = SAFE_MM): SetText {
  const { lines, direction } = layoutText(text, wanted)
  const missing = [...new Set(lines.join(''))].filter((char) => char !== ' ' && !face.glyph(char))
  const placed = direction === 'rows' ? inRows(lines, face) : inColumns(lines, face)
  const boxes = placed.flatMap(({ path, x, y }) => boxOf(placePath(path, 1 / face.unitsPerEm, x, y)) ?? [])
  if (boxes.length === 0) return { path: [], glyphs: [], lines, emMm: 0, missing }
  const middle = {
    x: (Math.min(...boxes.map(({ left }) => left)) + Math.max(...boxes.map(({ right }) => right))) / 2,
    y: (Math.min(...boxes.map(({ top }) => top)) + Math.max(...boxes.map(({ bottom }) => bottom))) / 2,
  }
  const emMm = roomMm / 2 / Math.max(...boxes.map((box) => reach(box, middle)))
  const glyphs = placed.flatMap(({ char, path, x, y }) => {
    const scale = emMm / face.unitsPerEm
    const onFruit = placePath(path, scale, (x - middle.x) * emMm, (y - middle.y) * emMm)
    const box = boxOf(onFruit)
    return box ? [{ char, box, path: onFruit }] : []
  })
  return {
    path: glyphs.flatMap(({ path }) => path),
    glyphs: glyphs.map(({ char, box }) => ({ char, box })),
    lines,
    emMm,
    missing,
  }
}

/** How far the furthest corner of a box is from the middle. */
function reach({ left, right, top, bottom }: Box, middle: { x: number; y: number }): number {
  const across = Math.max(Math.abs(left - middle.x), Math.abs(right - middle.x))
  return Math.hypot(across, Math.max(Math.abs(top - middle.y), Math.abs(bottom - middle.y)))
}

function inRows(lines: readonly string[], face: Typeface): Placed[] {
  return lines.flatMap((line, row) => {
    let x = 0
    const placed = [...line].flatMap((char): Placed[] => {
      const glyph = face.glyph(char)
      const at = x
      x += (glyph?.advance ?? 0) / face.unitsPerEm
      return glyph && char !== ' ' ? [{ char, path: glyph.path, x: at, y: row * LINE_PITCH }] : []
    })
    return centred(placed, face)
  })
}

// By ink, not by advance: a row that begins with a comma would hang to one side.
function centred(row: readonly Placed[], face: Typeface): Placed[] {
  const boxes = row.flatMap(({ path, x }) => boxOf(placePath(path, 1 / face.unitsPerEm, x, 0)) ?? [])
  const left = Math.min(...boxes.map((box) => box.left))
  const right = Math.max(...boxes.map((box) => box.right))
  return boxes.length === 0 ? [...row] : row.map((placed) => ({ ...placed, x: placed.x - (left + right) / 2 }))
}

const COLUMN_PITCH = 1.08
const DOWN_PITCH = 1.04

function inColumns(lines: readonly string[], face: Typeface): Placed[] {
  return lines.flatMap((line, column) =>
    [...line].flatMap((char, at): Placed[] => {
      const glyph = face.glyph(char)
      const x = -column * COLUMN_PITCH - (glyph?.advance ?? 0) / face.unitsPerEm / 2
      return glyph && char !== ' ' ? [{ char, path: glyph.path, x, y: at * DOWN_PITCH }] : []
    }),
  )
}

import type { Direction } from '../domain/imprint/imprint'
import { SAFE_MM } from './fruit/imprint-frame'

export interface TextLayout {
  /** Lines in reading order; for columns, the rightmost column first. */
  lines: string[]
  direction: Direction
  /** Size of one em on the fruit, mm. */
  emMm: number
  /** The same as a share of the safe circle's diameter. */
  emOfSafe: number
  /** Height of the smallest kind of glyph in the text (Chinese 0.92 em, capitals and figures 0.72, small letters 0.52), mm. */
  glyphMm: number
  /** Outer size of the block of text, mm. */
  widthMm: number
  heightMm: number
}

/** From the middle of one line to the middle of the next, em. */
export const LINE_PITCH = 1.12

const INK_EM = 0.92
const MAX_EM_MM = 27
const MAX_LINES = 5

const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[\ud840-\ud87f][\udc00-\udfff]/
const SMALL_LETTER = /[a-z]/

/** Usual width of a character in em: faces differ by a few hundredths, which the safe circle forgives. */
function advance(char: string): number {
  if (CHINESE.test(char)) return 1
  if (char === ' ') return 0.28
  if (/[MWmw@&]/.test(char)) return 0.86
  if (/[A-Z]/.test(char)) return 0.67
  if (/[ijltfI1.,:;'!|]/.test(char)) return 0.32
  if (/[a-z0-9]/.test(char)) return 0.55
  return 0.9
}

const lineLength = (line: string): number => [...line].reduce((sum, char) => sum + advance(char), 0)

/** Pieces that must stay whole: one Chinese character, or a run of others (a Latin word, a number). */
interface Piece {
  text: string
  /** A space or a change of script stood before it. */
  spaced: boolean
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  for (const word of line.split(/\s+/).filter(Boolean)) {
    let spaced = true
    for (const part of word.match(new RegExp(`${CHINESE.source}|(?:(?!${CHINESE.source})[^])+`, 'g')) ?? []) {
      pieces.push({ text: part, spaced })
      spaced = false
    }
  }
  return pieces
}

function joinPieces(pieces: readonly Piece[]): string {
  return pieces.map((piece, i) => (i > 0 && piece.spaced ? ' ' : '') + piece.text).join('')
}

/** Largest em, mm, with which every line stays inside the safe circle. */
function fittingEm(lengths: readonly number[], pitch: number): number {
  const middle = (lengths.length - 1) / 2
  const reach = lengths.map((length, i) => Math.hypot(length / 2, Math.abs(i - middle) * pitch + INK_EM / 2))
  return Math.min(MAX_EM_MM, SAFE_MM / 2 / Math.max(...reach))
}

const linePitch = (direction: Direction): number => (direction === 'rows' ? LINE_PITCH : 1.08)

const lengthOf = (line: string, direction: Direction): number =>
  direction === 'rows' ? lineLength(line) : [...line].length * 1.04

interface Candidate {
  lines: string[]
  score: number
}

function judge(groups: readonly Piece[][], direction: Direction): Candidate {
  const lines = groups.map(joinPieces)
  const lengths = lines.map((line) => lengthOf(line, direction))
  const uneven = Math.max(...lengths) - Math.min(...lengths)
  const brokenWords = groups.slice(1).filter((group) => !group[0].spaced).length
  const spacedInside = groups.reduce((sum, group) => sum + group.slice(1).filter((piece) => piece.spaced).length, 0)
  const splitPairs = groups.slice(0, -1).filter((group) => group.length % 2 === 1 && group.length > 1).length
  const orphans = groups.length > 1 && groups.some((group) => group.length === 1 && group[0].text.length === 1)
  const penalty = (orphans ? 0.12 : 0) + 0.1 * uneven + (spacedInside > 0 ? 0.06 * brokenWords : 0) + 0.04 * splitPairs
  const score = fittingEm(lengths, linePitch(direction)) * (1 - penalty)
  return { lines, score }
}

function breakPieces(pieces: readonly Piece[], direction: Direction): string[] {
  let best: Candidate = { lines: [], score: -1 }
  const walk = (from: number, groups: Piece[][]) => {
    if (from === pieces.length) {
      const candidate = judge(groups, direction)
      if (candidate.score > best.score + 1e-9) best = candidate
      return
    }
    if (groups.length === MAX_LINES) return
    const mostLeft = Math.ceil((pieces.length - from) / (MAX_LINES - groups.length))
    for (let end = from + mostLeft; end <= pieces.length; end++) walk(end, [...groups, pieces.slice(from, end)])
  }
  walk(0, [])
  return best.lines
}

/**
 * Breaks a text into the lines that let it stand largest inside the 36 mm safe circle of the 40 mm film.
 * Line breaks typed by the customer are kept; Latin words and numbers are never broken. At most 24 pieces are
 * arranged freely, more run on in even rows. Only purely Chinese text can stand in columns. Empty text gives no lines and zero sizes.
 */
export function layoutText(text: string, wanted: Direction = 'rows'): TextLayout {
  const direction = [...text].every((char) => CHINESE.test(char) || /\s/.test(char)) ? wanted : 'rows'
  const typed = text.split(/\r?\n/).map(piecesOf)
  const kept = typed.filter((pieces) => pieces.length > 0)
  if (kept.length === 0) return { lines: [], direction, emMm: 0, emOfSafe: 0, glyphMm: 0, widthMm: 0, heightMm: 0 }
  const free = kept.length === 1 ? kept[0] : null
  const lines = free ? (free.length <= 24 ? breakPieces(free, direction) : evenRows(free)) : kept.map(joinPieces)
  const lengths = lines.map((line) => lengthOf(line, direction))
  const pitch = linePitch(direction)
  const emMm = fittingEm(lengths, pitch)
  const along = Math.max(...lengths) * emMm
  const across = ((lines.length - 1) * pitch + 1) * emMm
  const [widthMm, heightMm] = direction === 'rows' ? [along, across] : [across, along]
  const joined = lines.join('')
  const smallest = SMALL_LETTER.test(joined)
    ? 0.52
    : [...joined].some((c) => !CHINESE.test(c) && c !== ' ')
      ? 0.72
      : INK_EM
  return { lines, direction, emMm, emOfSafe: emMm / SAFE_MM, glyphMm: emMm * smallest, widthMm, heightMm }
}

function evenRows(pieces: readonly Piece[]): string[] {
  const rows = Math.min(MAX_LINES + 1, Math.ceil(Math.sqrt(pieces.length / 1.2)))
  const each = Math.ceil(pieces.length / rows)
  return Array.from({ length: Math.ceil(pieces.length / each) }, (_, i) =>
    joinPieces(pieces.slice(i * each, (i + 1) * each)),
  )
}

import { STICKER_MM } from '../fruit/imprint-frame'

/** A4, in mm. */
export const PAGE = { width: 210, height: 297 } as const
export const QR_MM = 16
/** Printed to check the printer's scale before a batch is cut. */
export const TEST_MM = 50

const MARGIN = 12
const HEAD = 16
const FOOT = 10
const GAP = 4
const CELL = { width: STICKER_MM + GAP, height: STICKER_MM + QR_MM + GAP + 1 }

export const COLUMNS = Math.floor((PAGE.width - 2 * MARGIN) / CELL.width)
export const ROWS = Math.floor((PAGE.height - HEAD - FOOT - MARGIN) / CELL.height)
export const PER_PAGE = COLUMNS * ROWS

/** One sticker of a batch. */
export interface Sticker<Art> {
  art: Art
  /** Imprint code: printed as text and as QR on the tab that stays on the branch. */
  code: string
  /** Block of trees it goes to; stickers lie in the order in which the picker walks. */
  block: string
  /** Words under the code, e.g. the fruit and how many. */
  note: string
}

/** Where a sticker lies: its page from 0, and its middle in mm from the upper left corner. */
export interface Placed<Art> extends Sticker<Art> {
  page: number
  x: number
  y: number
}

/** Fruit that are stickered for an order of `pieces`: some are lost before harvest. */
export function withSpares(pieces: number, spareFactor: number): number {
  return Math.ceil(pieces * spareFactor - 1e-9)
}

/** Lays a batch out page by page: by block, then by code, so that one walk through the trees needs no searching. */
export function planSheet<Art>(stickers: readonly Sticker<Art>[]): Placed<Art>[] {
  const left = (PAGE.width - COLUMNS * CELL.width) / 2
  return [...stickers]
    .sort((a, b) => compare(a.block, b.block) || compare(a.code, b.code))
    .map((sticker, i) => {
      const at = i % PER_PAGE
      return {
        ...sticker,
        page: Math.floor(i / PER_PAGE),
        x: left + ((at % COLUMNS) + 0.5) * CELL.width,
        y: HEAD + Math.floor(at / COLUMNS) * CELL.height + STICKER_MM / 2 + GAP / 2,
      }
    })
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

import type { Face } from '../domain/imprint/imprint'
import type { Refusal } from '../domain/refusals'

/** Outlines of characters of one face, for setting text on the phone: SVG path data in font units, y running down. */
export interface GlyphsView {
  face: Face
  unitsPerEm: number
  /** Null for a character the face does not have. */
  glyphs: Record<string, { d: string; advance: number } | null>
}

/** A spot of a design that the technique cannot make, mm from the middle of the 40 mm square. */
export interface SpotView {
  kind: 'stroke' | 'gap' | 'speck' | 'pinhole' | 'empty' | 'full'
  x: number
  y: number
  /** As wide as it is, mm on the fruit; for `empty` and `full` the covered share, 0..1. */
  size: number
  /** Which of the designs it is in: 0, or the fruit's number when each carries its own character. */
  design: number
}

/** One tap that mends a design. */
export type FixView =
  | { kind: 'thicken' }
  | { kind: 'face'; face: Face }
  /** So many characters would fit. */
  | { kind: 'fewer'; most: number }
  | { kind: 'simplify' }

/** What would be cut for an imprint, and whether it can be (O2). */
export interface StencilView {
  /** Null when it can be made as it stands. */
  refusal: Refusal | null
  /** SVG path data, mm around 0,0 of the 40 mm square; one for each design. Empty when nothing could be drawn. */
  art: string[]
  spots: SpotView[]
  fixes: FixView[]
  /** Lengths in mm on the fruit; `least` is what the technique can make; `changed` the share of ink mending changed, 0..1. */
  measures: {
    stickerMm: number
    emMm: number
    strokeMm: number
    gapMm: number
    least: { strokeMm: number; gapMm: number }
    share: number
    changed: number
  }
}

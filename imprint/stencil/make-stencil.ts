import { bitsOf, maskOf, type Bits } from '../bitmap/bits'
import { STICKER_MM } from '../fruit/imprint-frame'
import { fillPath } from '../outline/fill'
import { placePath, type Path } from '../outline/path'
import { trace } from '../outline/trace'
import { inspectDesign, type Finding, type Inspection } from '../producible/check'
import { repair, type Repair } from '../producible/repair'
import { PX_PER_MM, type Rules } from '../producible/rules'
import type { Mask } from '../raster'

/** Pixels along the 40 mm square. */
export const STENCIL_PX = STICKER_MM * PX_PER_MM

/** A sticker wider than this share of the fruit runs over the shoulder. */
const WIDEST_STICKER = 0.55

/** A design ready to be cut or printed: the same design gives the same bytes. */
export interface Stencil {
  /** Outlines in millimetres, the square's middle at 0, 0. */
  path: Path
  /** The same as coverage, 12 px a millimetre. */
  mask: Mask
  /** What was found in the design as it was drawn. */
  asDrawn: Inspection
  /** What cannot be made and could not be mended; empty when it can be produced. */
  findings: Finding[]
  /** Share of the ink that mending changed; 0 when nothing had to be. */
  changed: number
  /** Why mending was refused; null when it was not needed or went well. */
  refused: Exclude<Repair, { ok: true }>['reason'] | null
}

/** Side of the sticker a fruit can carry: 40 mm, less on a small one, whose skin would turn away under it. */
export function stickerMmOn(diameterMm: number): number {
  return Math.min(STICKER_MM, Math.floor(diameterMm * WIDEST_STICKER * 10) / 10)
}

/**
 * Rules for a smaller sticker. Designs are always drawn on the 40 mm square and shrunk with it, so what must stay wide
 * enough on the fruit must be wider there.
 */
export function rulesOn(stickerMm: number, rules: Rules): Rules {
  const grown = STICKER_MM / stickerMm
  return { ...rules, strokeMm: rules.strokeMm * grown, gapMm: rules.gapMm * grown }
}

/** The stencil of outlines in millimetres around 0, 0, as fonts and motifs are drawn. */
export function stencilOfPath(path: Path, rules: Rules): Stencil {
  const inPixels = placePath(path, PX_PER_MM, STENCIL_PX / 2, STENCIL_PX / 2)
  const mask = fillPath(inPixels, STENCIL_PX, STENCIL_PX)
  return mended(bitsOf(mask), rules, { path, mask })
}

/** The stencil of a two-tone picture of the 40 mm square. */
export function stencilOfBits(bits: Bits, rules: Rules): Stencil {
  return mended(bits, rules, traced(bits))
}

function mended(bits: Bits, rules: Rules, drawn: Pick<Stencil, 'path' | 'mask'>): Stencil {
  const asDrawn = inspectDesign(bits, rules)
  if (asDrawn.findings.length === 0) return { ...drawn, asDrawn, findings: [], changed: 0, refused: null }
  const result = repair(bits, rules)
  if (!result.ok) return { ...drawn, asDrawn, findings: result.left, changed: result.changed, refused: result.reason }
  const { findings } = inspectDesign(result.bits, rules)
  return { ...traced(result.bits), asDrawn, findings, changed: result.changed, refused: null }
}

function traced(bits: Bits): Pick<Stencil, 'path' | 'mask'> {
  const path = placePath(trace(maskOf(bits)), 1 / PX_PER_MM, -STICKER_MM / 2, -STICKER_MM / 2)
  const mask = fillPath(placePath(path, PX_PER_MM, STENCIL_PX / 2, STENCIL_PX / 2), STENCIL_PX, STENCIL_PX)
  return { path, mask }
}

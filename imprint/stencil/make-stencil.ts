import { bitsOf, inkArea, maskOf, type Bits } from '../bitmap/bits'
import { STICKER_MM } from '../fruit/imprint-frame'
import type { Path } from '../outline/path'
import { inspectDesign, type Finding, type Inspection } from '../producible/check'
import { closesCounter, repair } from '../producible/repair'
import type { Rules } from '../producible/rules'
import { blurPlane, type Mask } from '../raster'
import { filled, redrawn, traced, type Drawn } from './redraw'

/** A sticker wider than this share of the fruit runs over the shoulder. */
const WIDEST_STICKER = 0.55

/** A design ready to be cut or printed: the same design gives the same bytes. */
export interface Stencil {
  /** Outlines in millimetres, the square's middle at 0, 0. */
  path: Path
  /** The same as coverage, 12 px a millimetre. */
  mask: Mask
  /** The design before it was mended, and what was found in it. */
  drawn: Drawn
  asDrawn: Inspection
  /** What cannot be made in `path` as it is; empty when it can be produced. */
  findings: Finding[]
  /** Share of the ink that mending changed; 0 when nothing had to be. */
  changed: number
  /** Why mending was refused; null when it was not needed or went well. */
  refused: 'tooMuch' | 'closesCounters' | 'notEnough' | null
}

/** Side of the sticker a fruit can carry: 40 mm, less on a small one, whose skin would turn away under it. */
export function stickerMmOn(diameterMm: number): number {
  return Math.min(STICKER_MM, Math.floor(diameterMm * WIDEST_STICKER * 10) / 10)
}

/** The angle that half the side of that sticker takes up on the fruit, radians. */
export const reachOn = (diameterMm: number): number => stickerMmOn(diameterMm) / diameterMm

/**
 * Rules for a smaller sticker. Designs are always drawn on the 40 mm square and shrunk with it, so what must stay wide
 * enough on the fruit must be wider there.
 */
export function rulesOn(stickerMm: number, rules: Rules): Rules {
  const grown = STICKER_MM / stickerMm
  return { ...rules, strokeMm: rules.strokeMm * grown, gapMm: rules.gapMm * grown }
}

/** The stencil of outlines in millimetres around 0, 0, as fonts and motifs are drawn. */
export const stencilOfPath = (path: Path, rules: Rules): Stencil => mended(filled(path), rules)

/** The stencil of a two-tone picture of the 40 mm square. */
export const stencilOfBits = (bits: Bits, rules: Rules): Stencil => mended(traced(softOf(bits)), rules)

/** Steps between pixels smoothed. */
const softOf = (bits: Bits): Mask => {
  const mask = maskOf(bits)
  return { ...mask, coverage: blurPlane(mask.coverage, mask.width, mask.height, 1, 1) }
}

/** How much wider than it must be a mended part becomes, mm: more when drawing it made it too thin again. */
const SPARE_MM = [0.03, 0.06, 0.06, 0.1, 0.1, 0.14]

/** A design with more narrow places than this is noise: mending it would take longer than anybody waits. */
const MOST_FINDINGS = 250

// What is checked last is what is cut: the pixels inside the final outline, not those it was traced from.
function mended(drawn: Drawn, rules: Rules): Stencil {
  const asDrawn = inspectDesign(drawn.mask, rules)
  const design = bitsOf(drawn.mask)
  let cut: Drawn = drawn
  let inspection = asDrawn
  let changed = 0
  const refuse = (refused: Stencil['refused']): Stencil => ({
    ...drawn,
    drawn,
    asDrawn,
    findings: asDrawn.findings,
    changed,
    refused,
  })
  if (asDrawn.findings.length > MOST_FINDINGS) return refuse('tooMuch')
  const mending = { ...design, ink: new Uint8Array(design.ink.length) }
  const left: number[] = []
  for (const spareMm of SPARE_MM) {
    if (inspection.findings.length === 0) break
    // Strokes and gaps that take each other's room do so for ever.
    if (left.length > 2 && inspection.findings.length >= left[left.length - 2]) break
    left.push(inspection.findings.length)
    const before = bitsOf(cut.mask)
    const after = repair(cut.mask, inspection.narrow, rules, spareMm)
    for (let i = 0; i < mending.ink.length; i++) if (before.ink[i] !== after.ink[i]) mending.ink[i] = 1
    cut = redrawn(cut, before, after)
    changed = changedShare(design, bitsOf(cut.mask), mending)
    if (changed > rules.mostRepair) return refuse('tooMuch')
    inspection = inspectDesign(cut.mask, rules)
  }
  if (inspection.findings.length > 0) return refuse('notEnough')
  if (closesCounter(design, bitsOf(cut.mask), rules)) return refuse('closesCounters')
  return { ...cut, drawn, asDrawn, findings: [], changed, refused: null }
}

/** Share of the ink that is no longer as it was where something was mended. */
function changedShare(design: Bits, now: Bits, mending: Bits): number {
  let different = 0
  for (let i = 0; i < design.ink.length; i++) if (mending.ink[i] && design.ink[i] !== now.ink[i]) different++
  return different / Math.max(1, inkArea(design))
}

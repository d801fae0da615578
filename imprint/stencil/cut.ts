import type { Technique } from '../../domain/catalogue/product'
import type { FrameId, MotifId } from '../../domain/imprint/motifs'
import type { Bits } from '../bitmap/bits'
import { STICKER_MM } from '../fruit/imprint-frame'
import type { Direction } from '../../domain/imprint/imprint'
import { framePath } from '../motif/frames'
import { motifPath } from '../motif/motif'
import { placePath, type Path } from '../outline/path'
import type { Finding } from '../producible/check'
import { measureThinnest } from '../producible/measure'
import { RULES, type Rules } from '../producible/rules'
import type { Mask } from '../raster'
import type { CutFace } from '../typeset/faces'
import { setText, type SetText } from '../typeset/set-text'
import type { Typeface } from '../typeset/typeface'
import { rulesOn, stencilOfBits, stencilOfPath, stickerMmOn, type Stencil } from './make-stencil'
import { proposalFor, type Proposal } from './propose'

export type TextDesign = { kind: 'text'; text: string; face: CutFace; direction: Direction; frame?: FrameId }

/** What is to be grown on the fruit. Bits are a two-tone picture of the 40 mm square, 480 px wide. */
export type Design = TextDesign | { kind: 'motif'; motif: MotifId } | { kind: 'bits'; bits: Bits }

/** For which fruit and how. `light` mending changes at most 5 % of the ink, hairlines a little wider; `full` what the rules allow. */
export interface CutWish {
  diameterMm: number
  technique: Technique
  mend: 'light' | 'full'
}

/** Proposals cost a few more stencils: `propose: false` leaves them out, and `mayGoOn` is asked before each. */
export interface CutOptions {
  propose?: boolean
  mayGoOn?: () => boolean
}

/** A spot that cannot be made, mm from the upper left corner of the 40 mm square; `char` is the character it is in. */
export type Spot = Finding & { char?: string }

/** A design as it would be cut. */
export interface Cut {
  /** Outlines in mm around 0, 0 of the 40 mm square: mended when that went well, else as drawn. */
  path: Path
  /** The same as coverage, 480 px wide. */
  mask: Mask
  /** What cannot be made in `path`; empty when it can be produced. */
  findings: Spot[]
  /** What was found in the design and has been mended. */
  mended: Spot[]
  /** Lengths in mm on the fruit; shares 0..1 of the square and of the ink. Strokes and gaps are told apart up to 3 mm. */
  measures: { stickerMm: number; emMm: number; strokeMm: number; gapMm: number; share: number; changed: number }
  /** Why mending was refused; null when it was not needed or went well. */
  refused: Stencil['refused']
  /** Light mending was not enough, full mending would be. */
  thickenable: boolean
  /** Characters that the face does not have. */
  missing: string[]
  /** The lines of a text, as they were set. */
  lines: string[]
  /** What would work instead, when this text does not: another face, else how many of its characters would fit. */
  proposes: Proposal
}

/** What is mended without asking, as a share of the ink. */
const LIGHT = 0.05

/** Whether it can be made as it is, every character of it. */
export const isProducible = ({ findings, missing, path }: Pick<Cut, 'findings' | 'missing' | 'path'>): boolean =>
  findings.length === 0 && missing.length === 0 && path.length > 0

/**
 * The one way from a design to what is cut: `cutDesign(design, faces, { diameterMm, technique, mend })` draws it, checks it
 * for that fruit and technique, mends it, and says what is wrong and what would help. The same design gives the same bytes.
 */
export function cutDesign(
  design: Design,
  faces: Record<CutFace, Typeface>,
  wish: CutWish,
  { propose = true, mayGoOn = () => true }: CutOptions = {},
): Cut {
  const cut = cutOnce(design, faces, wish)
  if (!propose || design.kind !== 'text' || isProducible(cut) || cut.thickenable) return cut
  const rules = rulesOn(cut.measures.stickerMm, RULES[wish.technique])
  const works = (other: TextDesign): boolean => {
    if (!mayGoOn()) return false
    const { set, stencil } = draw(other, faces, rules)
    return isProducible({ ...stencil, missing: set?.missing ?? [] })
  }
  return { ...cut, proposes: proposalFor(design, works) }
}

function cutOnce(design: Design, faces: Record<CutFace, Typeface>, { diameterMm, technique, mend }: CutWish): Cut {
  const stickerMm = stickerMmOn(diameterMm)
  const scale = stickerMm / STICKER_MM
  const { set, stencil } = draw(design, faces, rulesOn(stickerMm, RULES[technique]))
  const thickenable = mend === 'light' && stencil.refused === null && stencil.changed > LIGHT
  const { path, mask } = thickenable ? stencil.drawn : stencil
  const { asDrawn } = stencil
  const spots = asDrawn.findings.map((finding) => ({ ...finding, ...charAt(set, finding) }))
  const whole = stencil.refused === null && !thickenable
  const thin = measureThinnest(mask)
  return {
    path,
    mask,
    findings: whole ? [] : spots,
    mended: whole ? spots : [],
    measures: {
      stickerMm,
      emMm: (set?.emMm ?? 0) * scale,
      strokeMm: thin.strokeMm * scale,
      gapMm: thin.gapMm * scale,
      share: asDrawn.share,
      changed: stencil.changed,
    },
    refused: thickenable ? 'tooMuch' : stencil.refused,
    thickenable,
    missing: set?.missing ?? [],
    lines: set?.lines ?? [],
    proposes: {},
  }
}

// Where little may be covered, as with a laser that opens the skin, motifs stand a little smaller.
const FULLEST_MOTIF = 0.4
const SMALLER = 0.88

const roomy = (motif: Path, { mostShare }: Rules): Path =>
  mostShare < FULLEST_MOTIF ? placePath(motif, SMALLER, 0, 0) : motif

function draw(design: Design, faces: Record<CutFace, Typeface>, rules: Rules): { set?: SetText; stencil: Stencil } {
  if (design.kind === 'bits') return { stencil: stencilOfBits(design.bits, rules) }
  if (design.kind === 'motif') return { stencil: stencilOfPath(roomy(motifPath(design.motif), rules), rules) }
  const { text, face, direction } = design
  const frame = design.frame && framePath(design.frame)
  const set = setText(text, faces[face], direction, frame?.roomMm)
  return { set, stencil: stencilOfPath([...set.path, ...(frame?.path ?? [])], rules) }
}

/** The character nearest to a finding, when the finding is in or beside one. */
function charAt(set: SetText | undefined, { x, y }: Finding): { char?: string } {
  const [px, py] = [x - STICKER_MM / 2, y - STICKER_MM / 2]
  let best: { char?: string } = {}
  let nearest = 1
  for (const { char, box } of set?.glyphs ?? []) {
    const across = Math.max(box.left - px, px - box.right, 0)
    const down = Math.max(box.top - py, py - box.bottom, 0)
    if (Math.hypot(across, down) >= nearest) continue
    nearest = Math.hypot(across, down)
    best = { char }
  }
  return best
}

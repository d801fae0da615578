import { bitsOf, inkArea, inverse, type Bits } from '../bitmap/bits'
import { aroundInk, type Part } from '../bitmap/part'
import { regionsOf, type Region } from '../bitmap/regions'
import type { Mask } from '../raster'
import { groupsOf } from './group'
import { narrowPlaces, type Narrow } from './narrow'
import { PX_PER_MM, type Rules } from './rules'

export type FindingKind = 'stroke' | 'gap' | 'speck' | 'pinhole' | 'empty' | 'full'

/** Something the technique cannot make, and where. Millimetres from the upper left corner of the 40 mm square. */
export interface Finding {
  kind: FindingKind
  /** Where to look: the narrowest place, or the middle of the spot. */
  x: number
  y: number
  /** How wide the thing is; for `empty` and `full` the covered share, 0..1. */
  size: number
}

/** What there is to know of a design before it is made. */
export interface Inspection {
  findings: Finding[]
  /** The narrow places behind the findings, px. */
  narrow: Narrow[]
  /** Covered share of the square, 0..1. */
  share: number
  pieces: number
  /** Openings enclosed by ink: counters of letters. */
  counters: number
}

const mm = (px: number) => Math.round((px / PX_PER_MM) * 100) / 100

/** The area of a disc as wide as the smallest stroke or gap: what is smaller is a speck or a pinhole. px² */
export const discArea = (widthMm: number): number => (Math.PI / 4) * (widthMm * PX_PER_MM) ** 2

/** Everything in a design that cannot be made by these rules. */
export function inspectDesign(mask: Mask, rules: Rules): Inspection {
  const whole = bitsOf(mask)
  const part = aroundInk(whole, 1)
  if (!part) return { findings: coverage(0, whole, rules), narrow: [], share: 0, pieces: 0, counters: 0 }
  const pieces = regionsOf(part.bits).list
  const enclosed = regionsOf(inverse(part.bits), 4).list.filter(({ touchesEdge }) => !touchesEdge)
  const specks = pieces.filter(({ area }) => area < discArea(rules.strokeMm))
  const pinholes = enclosed.filter(({ area }) => area < discArea(rules.gapMm))
  const narrow = narrowPlaces(mask, { stroke: rules.strokeMm * PX_PER_MM, gap: rules.gapMm * PX_PER_MM })
  const share = inkArea(part.bits) / whole.ink.length
  return {
    findings: [
      ...groupsOf(narrow).map(narrowFinding),
      ...specks.map(regionFinding('speck', part)),
      ...pinholes.map(regionFinding('pinhole', part)),
      ...coverage(share, whole, rules),
    ],
    narrow,
    share,
    pieces: pieces.length,
    counters: enclosed.length,
  }
}

function narrowFinding(group: readonly Narrow[]): Finding {
  const worst = group.reduce((least, place) => (place.width < least.width ? place : least))
  const [x, y] = [(worst.from[0] + worst.to[0]) / 2, (worst.from[1] + worst.to[1]) / 2]
  return { kind: worst.kind, x: mm(x), y: mm(y), size: mm(worst.width) }
}

const regionFinding =
  (kind: FindingKind, part: Part) =>
  ({ left, right, top, bottom, area }: Region): Finding => ({
    kind,
    x: mm(part.left + (left + right + 1) / 2),
    y: mm(part.top + (top + bottom + 1) / 2),
    size: mm(Math.sqrt(area)),
  })

function coverage(share: number, { width, height }: Bits, { leastShare, mostShare }: Rules): Finding[] {
  const kind = share < leastShare ? 'empty' : share > mostShare ? 'full' : null
  return kind ? [{ kind, x: mm(width / 2), y: mm(height / 2), size: share }] : []
}

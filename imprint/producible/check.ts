import { inkArea, inverse, type Bits } from '../bitmap/bits'
import { regionsOf, type Region } from '../bitmap/regions'
import { PX_PER_MM, type Rules } from './rules'
import { thinParts, type ThinPart } from './thin'

export type FindingKind = 'stroke' | 'gap' | 'speck' | 'pinhole' | 'island' | 'empty' | 'full'

/** Something the technique cannot make, and where. Millimetres from the upper left corner of the 40 mm square. */
export interface Finding {
  kind: FindingKind
  /** Where to look: the middle of the spot. */
  x: number
  y: number
  /** How wide the thing is; for `empty` and `full` the covered share, 0..1. */
  size: number
}

/** What there is to know of a design before it is made. */
export interface Inspection {
  findings: Finding[]
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
export function inspectDesign(bits: Bits, rules: Rules): Inspection {
  const open = inverse(bits)
  const pieces = regionsOf(bits).list
  const enclosed = regionsOf(open, 4).list.filter(({ touchesEdge }) => !touchesEdge)
  const specks = pieces.filter(({ area }) => area < discArea(rules.strokeMm))
  const pinholes = enclosed.filter(({ area }) => area < discArea(rules.gapMm))
  const share = inkArea(bits) / bits.ink.length
  return {
    findings: [
      ...thinParts(bits, rules.strokeMm * PX_PER_MM).list.map(thinFinding('stroke')),
      ...thinParts(open, rules.gapMm * PX_PER_MM, 'same').list.map(thinFinding('gap')),
      ...specks.map(regionFinding('speck')),
      ...pinholes.map(regionFinding('pinhole')),
      ...(rules.technique === 'cutOut' ? enclosed.map(regionFinding('island')) : []),
      ...coverage(share, bits, rules),
    ],
    share,
    pieces: pieces.length,
    counters: enclosed.length,
  }
}

const thinFinding =
  (kind: 'stroke' | 'gap') =>
  ({ x, y, width }: ThinPart): Finding => ({ kind, x: mm(x), y: mm(y), size: mm(width) })

const regionFinding =
  (kind: FindingKind) =>
  ({ left, right, top, bottom, area }: Region): Finding => ({
    kind,
    x: mm((left + right) / 2),
    y: mm((top + bottom) / 2),
    size: mm(Math.sqrt(area)),
  })

function coverage(share: number, { width, height }: Bits, { leastShare, mostShare }: Rules): Finding[] {
  const kind = share < leastShare ? 'empty' : share > mostShare ? 'full' : null
  return kind ? [{ kind, x: mm(width / 2), y: mm(height / 2), size: share }] : []
}

import { copyBits, inkArea, inverse, type Bits } from '../bitmap/bits'
import { regionsOf } from '../bitmap/regions'
import { discArea, inspectDesign, type Finding } from './check'
import { PX_PER_MM, type Rules } from './rules'
import { thinParts, type ThinPart } from './thin'

/** A design that can be made, or why no careful repair gets there. */
export type Repair =
  | { ok: true; bits: Bits; changed: number }
  /** `changed` is the share of the ink that would have had to change. */
  | { ok: false; reason: 'tooMuch' | 'closesCounters' | 'notEnough'; changed: number; left: Finding[] }

const ROUNDS = 4
// A slit this thin cannot be opened without breaking the strokes beside it: it is closed.
const HOPELESS = 0.35

/**
 * Widens thin strokes and gaps where they are, drops specks and fills pinholes, until nothing is left to find. Refuses when
 * that changes more of the ink than the rules allow, or closes a counter: thirteen small characters would become blobs.
 */
export function repair(design: Bits, rules: Rules): Repair {
  let bits = withoutSpecks(copyBits(design), rules)
  for (let round = 0; round < ROUNDS; round++) {
    const strokes = thinParts(bits, rules.strokeMm * PX_PER_MM)
    bits = widened(bits, strokes.list, strokes.map, rules.strokeMm * PX_PER_MM)
    const open = inverse(bits)
    const gaps = thinParts(open, rules.gapMm * PX_PER_MM, 'same')
    if (strokes.list.length + gaps.list.length === 0) break
    bits = withoutSpecks(inverse(withWiderGaps(open, gaps.list, gaps.map, rules)), rules)
  }
  return judged(design, bits, rules)
}

function judged(design: Bits, bits: Bits, rules: Rules): Repair {
  const changed =
    bits.ink.reduce((sum, bit, i) => sum + (bit === design.ink[i] ? 0 : 1), 0) / Math.max(1, inkArea(design))
  const left = inspectDesign(bits, rules).findings.filter(({ kind }) => kind !== 'island')
  if (changed > rules.mostRepair) return { ok: false, reason: 'tooMuch', changed, left }
  if (countersOf(bits, rules) < countersOf(design, rules)) return { ok: false, reason: 'closesCounters', changed, left }
  return left.length > 0 ? { ok: false, reason: 'notEnough', changed, left } : { ok: true, bits, changed }
}

/** Openings inside the ink that are no pinholes. */
function countersOf(bits: Bits, { gapMm }: Rules): number {
  return regionsOf(inverse(bits), 4).list.filter(({ touchesEdge, area }) => !touchesEdge && area >= discArea(gapMm))
    .length
}

function withoutSpecks(bits: Bits, { strokeMm, gapMm }: Rules): Bits {
  const pieces = regionsOf(bits)
  const specks = new Set(pieces.list.filter(({ area }) => area < discArea(strokeMm)).map(({ id }) => id))
  for (let i = 0; i < bits.ink.length; i++) if (specks.has(pieces.map[i])) bits.ink[i] = 0
  const holes = regionsOf(inverse(bits), 4)
  const pinholes = holes.list.filter(({ touchesEdge, area }) => !touchesEdge && area < discArea(gapMm))
  const ids = new Set(pinholes.map(({ id }) => id))
  for (let i = 0; i < bits.ink.length; i++) if (ids.has(holes.map[i])) bits.ink[i] = 1
  return bits
}

function withWiderGaps(open: Bits, gaps: readonly ThinPart[], map: Int32Array, { gapMm }: Rules): Bits {
  const wanted = gapMm * PX_PER_MM
  const hopeless = new Set(gaps.filter(({ width }) => width <= HOPELESS * wanted).map(({ id }) => id))
  const wide = widened(
    open,
    gaps.filter(({ id }) => !hopeless.has(id)),
    map,
    wanted,
  )
  for (let i = 0; i < map.length; i++) if (hopeless.has(map[i])) wide.ink[i] = 0
  return wide
}

/** Every thin part painted over with a disc that makes it as wide as wanted. */
function widened(bits: Bits, parts: readonly ThinPart[], map: Int32Array, wanted: number): Bits {
  const result = copyBits(bits)
  const radii = new Map(parts.map(({ id, width }) => [id, Math.max(0.7, (wanted - width) / 2 + 0.5)]))
  for (let i = 0; i < map.length; i++) {
    const radius = radii.get(map[i])
    if (radius !== undefined) paintDisc(result, i % bits.width, Math.floor(i / bits.width), radius)
  }
  return result
}

function paintDisc({ width, height, ink }: Bits, x: number, y: number, radius: number): void {
  const reach = Math.ceil(radius)
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const [px, py] = [x + dx, y + dy]
      if (dx * dx + dy * dy > radius * radius || px < 0 || py < 0 || px >= width || py >= height) continue
      ink[py * width + px] = 1
    }
  }
}

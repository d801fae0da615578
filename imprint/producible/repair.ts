import { bitsOf, copyBits, inverse, type Bits } from '../bitmap/bits'
import { paintDisc } from '../bitmap/disc'
import { regionsOf, type Region } from '../bitmap/regions'
import type { Mask } from '../raster'
import { discArea } from './check'
import { groupsOf } from './group'
import type { Narrow } from './narrow'
import { PX_PER_MM, type Rules } from './rules'

// A slit this thin cannot be opened without breaking the strokes beside it: it is closed.
const HOPELESS = 0.35

/**
 * One round of mending: both edges of every narrow place are moved apart by half of what is missing (and `spareMm` more in
 * all), specks are dropped and pinholes filled.
 */
export function repair(mask: Mask, narrow: readonly Narrow[], rules: Rules, spareMm: number): Bits {
  const bits = withoutSpecks(bitsOf(mask), rules)
  const spare = spareMm * PX_PER_MM
  const of = (kind: Narrow['kind']) => narrow.filter((place) => place.kind === kind)
  for (const place of of('stroke')) moveApart(bits, place, rules.strokeMm * PX_PER_MM + spare, 1)
  const gap = rules.gapMm * PX_PER_MM
  for (const group of groupsOf(of('gap'))) {
    const hopeless = group.every(({ width }) => width <= HOPELESS * gap)
    for (const place of group) {
      if (hopeless) close(bits, place)
      else moveApart(bits, place, gap + spare, 0)
    }
  }
  return withoutSpecks(bits, rules)
}

function moveApart(bits: Bits, { from, to, width }: Narrow, wanted: number, tone: 0 | 1): void {
  const radius = (wanted - width) / 2 + 0.3
  paintDisc(bits, from[0], from[1], radius, tone)
  paintDisc(bits, to[0], to[1], radius, tone)
}

function close(bits: Bits, { from, to, width }: Narrow): void {
  paintDisc(bits, (from[0] + to[0]) / 2, (from[1] + to[1]) / 2, width / 2 + 0.7, 1)
}

// A counter that keeps less than this of itself is closed. One that has been opened to its surroundings is not.
const LEAST_LEFT = 0.3

/** Whether an opening inside the ink of `before`, larger than a pinhole, is filled in `after`. */
export function closesCounter(before: Bits, after: Bits, { gapMm }: Rules): boolean {
  const { list, map } = regionsOf(inverse(before), 4)
  const left = new Map<number, number>()
  for (let i = 0; i < map.length; i++) if (map[i] && !after.ink[i]) left.set(map[i], (left.get(map[i]) ?? 0) + 1)
  return list.some(
    ({ id, area, touchesEdge }) =>
      !touchesEdge && area >= discArea(gapMm) && (left.get(id) ?? 0) < Math.max(LEAST_LEFT * area, discArea(gapMm)),
  )
}

function withoutSpecks(bits: Bits, { strokeMm, gapMm }: Rules): Bits {
  const result = copyBits(bits)
  const pieces = regionsOf(bits)
  const specks = pieces.list.filter(({ area }) => area < discArea(strokeMm))
  for (const speck of specks) repaint(result, speck, pieces.map, 0)
  const holes = regionsOf(inverse(result), 4)
  const pinholes = holes.list.filter(({ touchesEdge, area }) => !touchesEdge && area < discArea(gapMm))
  for (const pinhole of pinholes) repaint(result, pinhole, holes.map, 1)
  return result
}

function repaint({ width, ink }: Bits, { id, left, top, right, bottom }: Region, map: Int32Array, tone: 0 | 1): void {
  for (let y = top; y <= bottom; y++) {
    for (let at = y * width + left; at <= y * width + right; at++) if (map[at] === id) ink[at] = tone
  }
}

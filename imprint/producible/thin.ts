import { emptyBits, type Bits } from '../bitmap/bits'
import { inkDepth, opened, type Beyond } from '../bitmap/distance'
import { AROUND, regionsOf, type Region } from '../bitmap/regions'

/** A part of the ink that is thinner than wanted. Lengths in px. */
export interface ThinPart {
  /** Its number on the map. */
  id: number
  area: number
  width: number
  /** Its thickest spot. */
  x: number
  y: number
}

export interface ThinParts {
  list: ThinPart[]
  map: Int32Array
}

// A dead end is a thin part when it is longer than this many times the width; shorter ones are blunted corners.
const DEAD_END = 2.6
const JOINT = 0.35
const FEWEST_PIXELS = 6
// Half a pixel of a stroke's edge is rounding.
const ROUNDING = 0.5

/**
 * The parts of the ink that a disc of `width` px does not reach, without the corners it blunts: what joins two thick parts,
 * what stands alone, and dead ends long enough to be strokes.
 */
export function thinParts(bits: Bits, width: number, beyond: Beyond = 'open'): ThinParts {
  const reached = opened(bits, width / 2 - ROUNDING, beyond)
  const residue = emptyBits(bits.width, bits.height)
  for (let i = 0; i < residue.ink.length; i++) residue.ink[i] = bits.ink[i] && !reached.ink[i] ? 1 : 0
  const { list, map } = regionsOf(residue)
  if (list.length === 0) return { list: [], map }
  const spots = thickestSpots(list, map, inkDepth(bits, beyond))
  const touching = neighboursOf(list, map, regionsOf(reached).map, bits)
  const parts = list.flatMap((region): ThinPart[] => {
    const { at, depth } = spots[region.id]
    const part = {
      id: region.id,
      area: region.area,
      width: 2 * Math.sqrt(depth) - ROUNDING,
      x: at % bits.width,
      y: Math.floor(at / bits.width),
    }
    return counts(part, touching[region.id].size, width) ? [part] : []
  })
  return { list: parts, map }
}

function counts({ area, width }: ThinPart, joins: number, wanted: number): boolean {
  const length = area / Math.max(1, 0.78 * width)
  if (joins === 1) return length > DEAD_END * wanted
  return area > FEWEST_PIXELS && (joins === 0 || length > JOINT * wanted)
}

function thickestSpots(list: readonly Region[], map: Int32Array, depth: Float32Array) {
  const spots = Array.from({ length: list.length + 1 }, () => ({ at: 0, depth: 0 }))
  for (let i = 0; i < map.length; i++) {
    const spot = spots[map[i]]
    if (map[i] && depth[i] > spot.depth) Object.assign(spot, { at: i, depth: depth[i] })
  }
  return spots
}

/** Which thick parts each thin one touches. */
function neighboursOf(
  list: readonly Region[],
  map: Int32Array,
  thick: Int32Array,
  { width, height }: Bits,
): Set<number>[] {
  const touching = Array.from({ length: list.length + 1 }, () => new Set<number>())
  for (let i = 0; i < map.length; i++) {
    if (!map[i]) continue
    const x = i % width
    const y = (i - x) / width
    for (const [dx, dy] of AROUND) {
      if (x + dx < 0 || y + dy < 0 || x + dx >= width || y + dy >= height) continue
      const id = thick[(y + dy) * width + x + dx]
      if (id) touching[map[i]].add(id)
    }
  }
  return touching
}

/** How wide a disc may be, px, from `least` up to `most`, before some stroke of the ink is too thin for it. */
export function thinnest(bits: Bits, least: number, most: number, beyond: Beyond = 'open'): number {
  let width = least
  while (width < most && thinParts(bits, width + 1, beyond).list.length === 0) width++
  return width
}

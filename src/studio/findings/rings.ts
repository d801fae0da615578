import type { SpotView } from '../../../contract/design-views'

/** More rings than these hide the design; the hints tell the worst of each kind anyway. */
const MOST = 5

/** Spots closer than this lie in one ring, mm. */
const APART_MM = 5

export interface Ring {
  x: number
  y: number
  /** Radius, mm. */
  r: number
}

/** Where to look first on one fruit of a design: rings around the worst spots, each well apart from the others. */
export function ringsOf(spots: readonly SpotView[], design: number): Ring[] {
  const rings: Ring[] = []
  const here = spots.filter((spot) => spot.design === design && spot.kind !== 'empty' && spot.kind !== 'full')
  for (const { x, y, size } of [...here].sort((a, b) => a.size - b.size)) {
    if (rings.length === MOST) break
    if (rings.every((ring) => Math.hypot(ring.x - x, ring.y - y) > APART_MM)) rings.push({ x, y, r: 1.6 + size })
  }
  return rings
}

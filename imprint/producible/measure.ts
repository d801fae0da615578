import type { Mask } from '../raster'
import { narrowPlaces, type Narrow } from './narrow'
import { PX_PER_MM } from './rules'

/** Wider strokes and gaps are not told apart, mm. */
export const WIDEST_MM = 3

// Edges that run side by side; the two sides of a corner do not.
const SQUARELY = 0.96

/** The thinnest stroke and gap of a design, mm on the 40 mm square, at most 3. */
export function measureThinnest(mask: Mask): { strokeMm: number; gapMm: number } {
  const widest = WIDEST_MM * PX_PER_MM
  const places = narrowPlaces(mask, { stroke: widest, gap: widest }, SQUARELY)
  const least = (wanted: Narrow['kind']) =>
    places.reduce((sum, { kind, width }) => (kind === wanted ? Math.min(sum, width) : sum), widest) / PX_PER_MM
  return { strokeMm: least('stroke'), gapMm: least('gap') }
}

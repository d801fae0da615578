import { bitsOf, inverse, type Bits } from '../../../../imprint/bitmap/bits'
import { regionsOf } from '../../../../imprint/bitmap/regions'
import { fillPath } from '../../../../imprint/outline/fill'
import { placePath, type Path } from '../../../../imprint/outline/path'
import { inkDepth } from './depth'

/** Finer than the stencil's own pixels, so that this is a second opinion: px a millimetre. */
const FINE = 18
/** Fragments smaller than this are tips that come off, px². */
const CRUMB = 0.4 * FINE * FINE

/** What an outline in mm around 0, 0 covers. */
export function finely(path: Path): Bits {
  return bitsOf(fillPath(placePath(path, FINE, 20 * FINE, 20 * FINE), 40 * FINE, 40 * FINE))
}

/** Ink from which everything within `mm` of open skin is taken away. */
function thinned(bits: Bits, mm: number): Bits {
  const depth = inkDepth(bits)
  return { ...bits, ink: bits.ink.map((_, i) => (Math.sqrt(depth[i]) > mm * FINE ? 1 : 0)) }
}

/** What comes apart or vanishes when the ink loses `mm` along all its edges: a stroke of less than twice that. */
export function brokenBy(bits: Bits, mm: number, neighbours: 4 | 8 = 8): string[] {
  const before = regionsOf(bits, neighbours)
  const after = regionsOf(thinned(bits, mm), neighbours)
  const parts = new Map(before.list.map(({ id }) => [id, new Set<number>()]))
  after.map.forEach((fragment, i) => {
    if (fragment) parts.get(before.map[i])?.add(fragment)
  })
  return before.list.flatMap(({ id, left, top, right, bottom }) => {
    const fragments = [...(parts.get(id) ?? [])].filter((fragment) => after.list[fragment - 1].area > CRUMB)
    const where = `${left}-${right}, ${top}-${bottom}`
    if (parts.get(id)?.size === 0) return [`vanishes at ${where}`]
    return fragments.length > 1 ? [`falls into ${fragments.length} at ${where}`] : []
  })
}

/** The same of what is open: gaps that close when the ink bleeds by `mm`. */
export const closedBy = (bits: Bits, mm: number): string[] => brokenBy(inverse(bits), mm, 4)

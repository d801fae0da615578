import { emptyMask, type Mask } from '../raster'
import { flatten, type Path } from './path'

const ROWS_PER_PIXEL = 4

/** Where the outline crosses one sampled height, from left to right. */
interface Crossings {
  x: number[]
  winds: number[]
}

/**
 * Fills an outline given in pixels by its winding, as fonts are drawn and as `trace` draws: coverage is exact across, and
 * sampled at four heights of each row.
 */
export function fillPath(path: Path, width: number, height: number): Mask {
  const mask = emptyMask(width, height)
  crossingsOf(path, height * ROWS_PER_PIXEL).forEach((crossings, height) => {
    if (crossings) addSpans(mask, Math.floor(height / ROWS_PER_PIXEL), crossings)
  })
  return mask
}

function crossingsOf(path: Path, heights: number): (Crossings | undefined)[] {
  const found: (Crossings | undefined)[] = Array.from({ length: heights })
  for (const polygon of flatten(path)) {
    for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
      const down = polygon[j + 1] < polygon[i + 1]
      const [from, to] = down ? [j, i] : [i, j]
      const [x, y] = [polygon[from], polygon[from + 1]]
      const slope = (polygon[to] - x) / (polygon[to + 1] - y)
      const end = Math.min(heights - 1, Math.ceil(polygon[to + 1] * ROWS_PER_PIXEL - 0.5) - 1)
      for (let at = Math.max(0, Math.ceil(y * ROWS_PER_PIXEL - 0.5)); at <= end; at++) {
        const crossings = (found[at] ??= { x: [], winds: [] })
        insert(crossings, x + slope * ((at + 0.5) / ROWS_PER_PIXEL - y), down ? 1 : -1)
      }
    }
  }
  return found
}

function insert({ x, winds }: Crossings, at: number, wind: 1 | -1): void {
  let k = x.length
  for (; k > 0 && x[k - 1] > at; k--) {
    x[k] = x[k - 1]
    winds[k] = winds[k - 1]
  }
  x[k] = at
  winds[k] = wind
}

function addSpans(mask: Mask, y: number, { x, winds }: Crossings): void {
  let winding = 0
  for (let i = 0; i + 1 < x.length; i++) {
    winding += winds[i]
    if (winding !== 0) addSpan(mask, y, x[i], x[i + 1])
  }
}

function addSpan({ width, coverage }: Mask, y: number, from: number, to: number): void {
  const left = Math.max(0, from)
  const right = Math.min(width, to)
  const share = 1 / ROWS_PER_PIXEL
  for (let x = Math.floor(left); x < right; x++) {
    const at = y * width + x
    coverage[at] = Math.min(1, coverage[at] + (Math.min(right, x + 1) - Math.max(left, x)) * share)
  }
}

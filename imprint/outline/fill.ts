import { emptyMask, type Mask } from '../raster'
import { flatten, type Path } from './path'

interface Edge {
  x0: number
  y0: number
  x1: number
  y1: number
  winds: 1 | -1
}

const ROWS_PER_PIXEL = 4

/**
 * Fills an outline given in pixels by its winding, as fonts are drawn and as `trace` draws: coverage is exact across, and sampled at four heights of
 * each row.
 */
export function fillPath(path: Path, width: number, height: number): Mask {
  const mask = emptyMask(width, height)
  const rows = edgesByRow(path, height)
  for (let y = 0; y < height; y++) {
    if (rows[y].length === 0) continue
    for (let k = 0; k < ROWS_PER_PIXEL; k++) {
      const crossings = crossingsAt(rows[y], y + (k + 0.5) / ROWS_PER_PIXEL)
      let winding = 0
      for (let i = 0; i + 1 < crossings.length; i++) {
        winding += crossings[i].winds
        if (winding !== 0) addSpan(mask, y, crossings[i].x, crossings[i + 1].x)
      }
    }
  }
  for (let i = 0; i < mask.coverage.length; i++) mask.coverage[i] = Math.min(1, mask.coverage[i])
  return mask
}

function edgesByRow(path: Path, height: number): Edge[][] {
  const rows: Edge[][] = Array.from({ length: height }, () => [])
  for (const polygon of flatten(path)) {
    const corners = polygon.length / 2
    for (let i = 0; i < corners; i++) {
      const j = (i + 1) % corners
      const [ax, ay, bx, by] = [polygon[2 * i], polygon[2 * i + 1], polygon[2 * j], polygon[2 * j + 1]]
      if (ay === by) continue
      const edge: Edge =
        ay < by ? { x0: ax, y0: ay, x1: bx, y1: by, winds: 1 } : { x0: bx, y0: by, x1: ax, y1: ay, winds: -1 }
      const last = Math.min(height - 1, Math.floor(edge.y1))
      for (let y = Math.max(0, Math.floor(edge.y0)); y <= last; y++) rows[y].push(edge)
    }
  }
  return rows
}

function crossingsAt(edges: readonly Edge[], y: number): { x: number; winds: number }[] {
  const crossings: { x: number; winds: number }[] = []
  for (const { x0, y0, x1, y1, winds } of edges) {
    if (y >= y0 && y < y1) crossings.push({ x: x0 + ((x1 - x0) * (y - y0)) / (y1 - y0), winds })
  }
  return crossings.sort((a, b) => a.x - b.x)
}

function addSpan({ width, coverage }: Mask, y: number, from: number, to: number): void {
  const left = Math.max(0, from)
  const right = Math.min(width, to)
  const share = 1 / ROWS_PER_PIXEL
  for (let x = Math.floor(left); x < right; x++) {
    coverage[y * width + x] += (Math.min(right, x + 1) - Math.max(left, x)) * share
  }
}

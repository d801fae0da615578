import type { Bits } from './bits'

/** A connected piece of ink. Box and area in pixels. */
export interface Region {
  /** Its number on the map, from 1. */
  id: number
  area: number
  left: number
  top: number
  right: number
  bottom: number
  /** Whether it reaches the edge of the picture. */
  touchesEdge: boolean
}

export interface Regions {
  list: Region[]
  /** The region's number at every pixel; 0 where there is no ink. */
  map: Int32Array
}

export const AROUND: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
  [1, 1],
  [-1, -1],
  [1, -1],
  [-1, 1],
]

/** The connected pieces of ink, over edges (4) or corners too (8), in reading order. */
export function regionsOf({ width, height, ink }: Bits, neighbours: 4 | 8 = 8): Regions {
  const map = new Int32Array(width * height)
  const queue = new Int32Array(width * height)
  const list: Region[] = []
  for (let start = 0; start < ink.length; start++) {
    if (!ink[start] || map[start]) continue
    const region: Region = {
      id: list.length + 1,
      area: 0,
      left: width,
      top: height,
      right: 0,
      bottom: 0,
      touchesEdge: false,
    }
    let waiting = 0
    queue[waiting++] = start
    map[start] = region.id
    while (waiting > 0) {
      const at = queue[--waiting]
      const x = at % width
      const y = (at - x) / width
      take(region, x, y, width, height)
      for (let k = 0; k < neighbours; k++) {
        const nx = x + AROUND[k][0]
        const ny = y + AROUND[k][1]
        if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
        const next = ny * width + nx
        if (!ink[next] || map[next]) continue
        map[next] = region.id
        queue[waiting++] = next
      }
    }
    list.push(region)
  }
  return { list, map }
}

function take(region: Region, x: number, y: number, width: number, height: number): void {
  region.area++
  region.left = Math.min(region.left, x)
  region.right = Math.max(region.right, x)
  region.top = Math.min(region.top, y)
  region.bottom = Math.max(region.bottom, y)
  if (x === 0 || y === 0 || x === width - 1 || y === height - 1) region.touchesEdge = true
}

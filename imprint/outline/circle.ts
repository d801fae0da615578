import { type Path } from './path'

/** A circle of four curves. */
export function circle(x: number, y: number, r: number): Path {
  const c = 0.5523 * r
  return [
    ['M', x + r, y],
    ['C', x + r, y + c, x + c, y + r, x, y + r],
    ['C', x - c, y + r, x - r, y + c, x - r, y],
    ['C', x - r, y - c, x - c, y - r, x, y - r],
    ['C', x + c, y - r, x + r, y - c, x + r, y],
    ['Z'],
  ]
}

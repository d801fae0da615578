import type { Bits } from './bits'

/** Paints every pixel whose middle lies within `radius` of a point; lengths in px. */
export function paintDisc({ width, height, ink }: Bits, x: number, y: number, radius: number, tone: 0 | 1): void {
  const last = Math.min(height - 1, Math.floor(y + radius - 0.5))
  for (let row = Math.max(0, Math.ceil(y - radius - 0.5)); row <= last; row++) {
    const half = Math.sqrt(radius * radius - (row + 0.5 - y) ** 2)
    const from = Math.max(0, Math.ceil(x - half - 0.5))
    const to = Math.min(width - 1, Math.floor(x + half - 0.5))
    if (from <= to) ink.fill(tone, row * width + from, row * width + to + 1)
  }
}

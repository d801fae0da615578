import type { Mask } from '../raster'

/** A two-tone picture: 1 is ink (opaque film, pale fruit), 0 is open. */
export interface Bits {
  width: number
  height: number
  ink: Uint8Array
}

export const emptyBits = (width: number, height: number): Bits => ({
  width,
  height,
  ink: new Uint8Array(width * height),
})

export const copyBits = ({ width, height, ink }: Bits): Bits => ({ width, height, ink: ink.slice() })

// Plain loops: `from` with a function walks an iterator and takes many times as long.

/** Ink where at least half of a pixel is covered. */
export function bitsOf({ width, height, coverage }: Mask): Bits {
  const bits = emptyBits(width, height)
  for (let i = 0; i < coverage.length; i++) bits.ink[i] = coverage[i] >= 0.5 ? 1 : 0
  return bits
}

/** Full coverage where there is ink. */
export const maskOf = ({ width, height, ink }: Bits): Mask => ({ width, height, coverage: new Float32Array(ink) })

/** Ink and open exchanged. */
export function inverse({ width, height, ink }: Bits): Bits {
  const bits = emptyBits(width, height)
  for (let i = 0; i < ink.length; i++) bits.ink[i] = 1 - ink[i]
  return bits
}

/** Pixels of ink. */
export function inkArea({ ink }: Bits): number {
  let area = 0
  for (const bit of ink) area += bit
  return area
}

import { createHash } from 'node:crypto'
import { PNG } from 'pngjs'
import { fillPath } from '../../imprint/outline/fill'
import { placePath, svgPath } from '../../imprint/outline/path'
import { cutDesign, type Cut } from '../../imprint/stencil/cut'
import { openFaces } from '../../press/faces'
import type { Golden } from './designs'

export const SIDE = 240
const faces = openFaces()

/** What a golden design is cut to. */
export const cutOf = ({ design, wish }: Golden): Cut => cutDesign(design(), faces, wish, { propose: false })

/** The outline as black and white pixels: 1 is ink. */
export function pixelsOf({ path }: Cut): Uint8Array {
  const scale = SIDE / 40
  const { coverage } = fillPath(placePath(path, scale, SIDE / 2, SIDE / 2), SIDE, SIDE)
  return Uint8Array.from(coverage, (value) => (value >= 0.5 ? 1 : 0))
}

/** SHA-256 of the outline as it is written to SVG. */
export const hashOf = ({ path }: Cut): string => createHash('sha256').update(svgPath(path)).digest('hex')

/** A file of one bit a pixel; it packs to a kilobyte or two. */
export function pngOf(pixels: Uint8Array): Buffer {
  const png = new PNG({ width: SIDE, height: SIDE, colorType: 0, inputColorType: 0, inputHasAlpha: false, bitDepth: 8 })
  png.data = Buffer.from(pixels.map((ink) => (ink ? 0 : 255)))
  return PNG.sync.write(png, { colorType: 0, inputColorType: 0, inputHasAlpha: false, deflateLevel: 9, filterType: 0 })
}

export function readPixels(file: Buffer): Uint8Array {
  const { data } = PNG.sync.read(file)
  return Uint8Array.from({ length: SIDE * SIDE }, (_, i) => (data[4 * i] < 128 ? 1 : 0))
}

import { readFileSync } from 'node:fs'
import { decode as decodeJpeg } from 'jpeg-js'
import { PNG } from 'pngjs'
import type { Picture } from '../imprint/raster'

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47]

/** Reads a JPEG or PNG file. Throws when it is neither. */
export function readPicture(file: string): Picture {
  const bytes = readFileSync(file)
  const isPng = PNG_MARK.every((byte, i) => bytes[i] === byte)
  const { width, height, data } = isPng ? PNG.sync.read(bytes) : decodeJpeg(bytes, { useTArray: true })
  return { width, height, pixels: new Uint8ClampedArray(data) }
}

import { readFileSync } from 'node:fs'
import { decodePhoto } from '../imprint/press/decode-photo'
import type { Picture } from '../imprint/raster'

/** Reads a JPEG or PNG file. Throws when it is neither. */
export function readPicture(file: string): Picture {
  const picture = decodePhoto(readFileSync(file))
  if (!picture) throw new Error(`${file} is no JPEG or PNG that can be read`)
  return picture
}

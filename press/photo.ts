import { readFileSync } from 'node:fs'
import { decodePhoto } from '../imprint/press/decode-photo'
import type { Picture } from '../imprint/raster'

/** A camera's own photo, on a machine with room for it. */
const MOST_MEGAPIXELS = 60

/** Reads a JPEG or PNG file. Throws when it is neither. */
export function readPicture(file: string): Picture {
  const picture = decodePhoto(readFileSync(file), MOST_MEGAPIXELS)
  if (!picture) throw new Error(`${file} is no JPEG or PNG that can be read`)
  return picture
}

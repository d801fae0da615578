import { decode as decodeJpeg } from 'jpeg-js'
import { PNG } from 'pngjs'
import type { Picture } from '../raster'
import { orientationIn, upright } from './upright'

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47]
const JPEG_MARK = [0xff, 0xd8]
/** What a function reads at most: the phone sends about one megapixel, and a small file may claim to hold thousands. */
const MOST_MEGAPIXELS = 6
/** The decoder's own count of what it needs for each megapixel. */
const MEGABYTES_EACH = 24

/** Reads a JPEG or PNG, upright as viewers show it; null when it is neither, broken, or has more megapixels than `most`. */
export function decodePhoto(bytes: Uint8Array, most = MOST_MEGAPIXELS): Picture | null {
  const begins = (mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)
  try {
    return begins(PNG_MARK) ? fromPng(Buffer.from(bytes), most) : begins(JPEG_MARK) ? fromJpeg(bytes, most) : null
  } catch {
    return null
  }
}

function fromPng(bytes: Buffer, most: number): Picture | null {
  // The size stands in the first chunk, before anything is unpacked.
  if ((bytes.readUInt32BE(16) * bytes.readUInt32BE(20)) / 1e6 > most) return null
  return pictureOf(PNG.sync.read(bytes))
}

function fromJpeg(bytes: Uint8Array, most: number): Picture {
  const limits = { maxResolutionInMP: most, maxMemoryUsageInMB: most * MEGABYTES_EACH }
  const decoded = decodeJpeg(bytes, { useTArray: true, ...limits })
  // The decoder keeps what the camera noted, though its types do not say so.
  const { exifBuffer } = decoded as { exifBuffer?: Uint8Array }
  return upright(pictureOf(decoded), exifBuffer ? orientationIn(exifBuffer) : 1)
}

// The same bytes, not a copy of them.
function pictureOf({ width, height, data }: { width: number; height: number; data: Uint8Array }): Picture {
  return { width, height, pixels: new Uint8ClampedArray(data.buffer, data.byteOffset, data.length) }
}

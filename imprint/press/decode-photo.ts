import { decode as decodeJpeg } from 'jpeg-js'
import { PNG } from 'pngjs'
import type { Picture } from '../raster'

const PNG_MARK = [0x89, 0x50, 0x4e, 0x47]
const JPEG_MARK = [0xff, 0xd8]
/** Phones send about one megapixel; a small file may claim to hold thousands. */
const MOST_MEGAPIXELS = 12
const MOST_JPEG_MEGABYTES = 160

/** Reads a JPEG or PNG; null when it is neither, broken, or larger than any phone would send. */
export function decodePhoto(bytes: Uint8Array): Picture | null {
  const begins = (mark: readonly number[]) => mark.every((byte, i) => bytes[i] === byte)
  try {
    return begins(PNG_MARK) ? fromPng(Buffer.from(bytes)) : begins(JPEG_MARK) ? fromJpeg(bytes) : null
  } catch {
    return null
  }
}

function fromPng(bytes: Buffer): Picture | null {
  // The size stands in the first chunk, before anything is unpacked.
  if ((bytes.readUInt32BE(16) * bytes.readUInt32BE(20)) / 1e6 > MOST_MEGAPIXELS) return null
  const { width, height, data } = PNG.sync.read(bytes)
  return { width, height, pixels: new Uint8ClampedArray(data) }
}

function fromJpeg(bytes: Uint8Array): Picture {
  const limits = { maxResolutionInMP: MOST_MEGAPIXELS, maxMemoryUsageInMB: MOST_JPEG_MEGABYTES }
  const { width, height, data } = decodeJpeg(bytes, { useTArray: true, ...limits })
  return { width, height, pixels: new Uint8ClampedArray(data) }
}

import type { Colour } from '../fruit/looks'
import type { Mask } from '../raster'

const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10]
const STORED_BLOCK = 65535

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65521
    b = (b + a) % 65521
  }
  return ((b << 16) | a) >>> 0
}

const word = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]

function join(parts: readonly ArrayLike<number>[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function chunk(type: string, data: ArrayLike<number>): Uint8Array {
  const body = join([[...type].map((char) => char.charCodeAt(0)), data])
  return join([word(data.length), body, word(crc32(body))])
}

// A stencil is small enough to travel unpacked, and a phone has no deflate of its own.
function stored(bytes: Uint8Array): Uint8Array {
  const parts: ArrayLike<number>[] = [[0x78, 0x01]]
  for (let at = 0; at < bytes.length; at += STORED_BLOCK) {
    const block = bytes.subarray(at, at + STORED_BLOCK)
    const last = at + STORED_BLOCK >= bytes.length ? 1 : 0
    parts.push([last, block.length & 255, block.length >> 8, ~block.length & 255, (~block.length >> 8) & 255], block)
  }
  return join([...parts, word(adler32(bytes))])
}

/** The mask as a PNG file: one colour, its coverage as 256 steps of opacity. */
export function maskPng({ width, height, coverage }: Mask, colour: Colour): Uint8Array {
  const rows = new Uint8Array(height * (width + 1))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = Math.round(coverage[y * width + x] * 255)
  }
  const steps = Array.from({ length: 256 }, (_, n) => n)
  return join([
    SIGNATURE,
    chunk('IHDR', [...word(width), ...word(height), 8, 3, 0, 0, 0]),
    chunk(
      'PLTE',
      steps.flatMap(() => [...colour]),
    ),
    chunk('tRNS', steps),
    chunk('IDAT', stored(rows)),
    chunk('IEND', []),
  ])
}

import { emptyPicture, type Picture } from '../raster'

/** How a camera held it, as Exif counts: 1 is upright, 2, 4, 5 and 7 are mirrored. */
const ORIENTATION = 0x0112
const UPRIGHT = 1
const MOST = 8
const SHORT = 3

/** The orientation that Exif data tells, 1 where it tells none. `exif` may begin before its TIFF header. */
export function orientationIn(exif: Uint8Array): number {
  const begin = exif.findIndex((byte, i) => (byte === 0x49 || byte === 0x4d) && exif[i + 1] === byte)
  if (begin < 0) return UPRIGHT
  const little = exif[begin] === 0x49
  const tiff = new DataView(exif.buffer, exif.byteOffset + begin, exif.length - begin)
  try {
    const fields = tiff.getUint32(4, little)
    const count = tiff.getUint16(fields, little)
    for (let at = fields + 2; at < fields + 2 + count * 12; at += 12) {
      if (tiff.getUint16(at, little) !== ORIENTATION || tiff.getUint16(at + 2, little) !== SHORT) continue
      const said = tiff.getUint16(at + 8, little)
      return said >= UPRIGHT && said <= MOST ? said : UPRIGHT
    }
  } catch {
    // Cut short: no viewer would turn it either.
  }
  return UPRIGHT
}

/**
 * The picture as every viewer shows it. A quarter turn would only lay the imprint on its side, but some cameras save what
 * their screen shows, mirrored, and an imprint read so is another one.
 */
export function upright(picture: Picture, orientation: number): Picture {
  if (orientation === UPRIGHT) return picture
  const { width, height, pixels } = picture
  const lying = orientation > 4
  const turned = lying ? emptyPicture(height, width) : emptyPicture(width, height)
  const fromRight = [2, 3, 7, 8].includes(orientation)
  const fromBottom = [3, 4, 6, 7].includes(orientation)
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height)
  const to = new Uint32Array(turned.pixels.buffer)
  for (let y = 0; y < turned.height; y++) {
    for (let x = 0; x < turned.width; x++) {
      const [across, down] = lying ? [y, x] : [x, y]
      const column = fromRight ? width - 1 - across : across
      const row = fromBottom ? height - 1 - down : down
      to[y * turned.width + x] = from[row * width + column]
    }
  }
  return turned
}

import { PNG } from 'pngjs'

const SIDE = 96

/** A photo as a shopper might send it: a dark disc with a light heart-sized hole, on a light ground. A PNG. */
export const PHOTO: Buffer = drawn()

function drawn(): Buffer {
  const picture = new PNG({ width: SIDE, height: SIDE })
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const off = Math.hypot(x - SIDE / 2, y - SIDE / 2) / SIDE
      const tone = off < 0.34 && off > 0.16 ? 30 : 235
      picture.data.set([tone, tone, tone, 255], (y * SIDE + x) * 4)
    }
  }
  return PNG.sync.write(picture)
}

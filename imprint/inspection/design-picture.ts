import { emptyMask, type Mask, type Picture } from '../raster'

/**
 * A design drawn black on white (or on nothing) as coverage. One that is no square lies in the middle of the sticker, its
 * longer side as long as that: stretched, it would be another design.
 */
export function maskOfPicture({ width, height, pixels }: Picture): Mask {
  const side = Math.max(width, height)
  const [left, top] = [(side - width) >> 1, (side - height) >> 1]
  const mask = emptyMask(side, side)
  for (let i = 0; i < width * height; i++) {
    const light = (pixels[i * 4] * 0.299 + pixels[i * 4 + 1] * 0.587 + pixels[i * 4 + 2] * 0.114) / 255
    const at = (top + Math.floor(i / width)) * side + left + (i % width)
    mask.coverage[at] = (1 - light) * (pixels[i * 4 + 3] / 255)
  }
  return mask
}

/** Less between its palest and its darkest place, and a picture shows no design. */
const LEAST_INK = 0.1

/** Whether all of it is one tone: nothing that a fruit could be compared with. */
export function isBlank({ coverage }: Mask): boolean {
  let [least, most] = [1, 0]
  for (const ink of coverage) {
    if (ink < least) least = ink
    if (ink > most) most = ink
  }
  return most - least < LEAST_INK
}

import { emptyMask, type Mask, type Picture } from '../raster'

/** A design drawn black on white (or on nothing) as coverage. */
export function maskOfPicture({ width, height, pixels }: Picture): Mask {
  const mask = emptyMask(width, height)
  for (let i = 0; i < mask.coverage.length; i++) {
    const light = (pixels[i * 4] * 0.299 + pixels[i * 4 + 1] * 0.587 + pixels[i * 4 + 2] * 0.114) / 255
    mask.coverage[i] = (1 - light) * (pixels[i * 4 + 3] / 255)
  }
  return mask
}

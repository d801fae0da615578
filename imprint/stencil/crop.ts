import { clamp, type Picture } from '../raster'

/** Which square of a photo is used: its middle as fractions of the photo, and its side as a share of the shorter edge. */
export interface Crop {
  x: number
  y: number
  side: number
}

export const CENTRED: Crop = { x: 0.5, y: 0.5, side: 1 }

/** The crop in photo pixels, moved inside the photo if it reached over the edge. */
export function cropSquare(photo: Picture, crop: Crop): { left: number; top: number; side: number } {
  const side = clamp(crop.side, 0.05, 1) * Math.min(photo.width, photo.height)
  return {
    left: clamp(crop.x * photo.width - side / 2, 0, photo.width - side),
    top: clamp(crop.y * photo.height - side / 2, 0, photo.height - side),
    side,
  }
}

/** Grey values 0..1 of the cropped square, averaged down to `size` pixels a side; clear pixels count as white. */
export function greySquare(photo: Picture, crop: Crop, size: number): Float32Array {
  const { left, top, side } = cropSquare(photo, crop)
  const step = side / size
  const samples = clamp(Math.ceil(step), 1, 6)
  const grey = new Float32Array(size * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0
      for (let j = 0; j < samples; j++) {
        const row = Math.min(photo.height - 1, Math.floor(top + (y + (j + 0.5) / samples) * step))
        for (let i = 0; i < samples; i++) {
          const column = Math.min(photo.width - 1, Math.floor(left + (x + (i + 0.5) / samples) * step))
          const at = (row * photo.width + column) * 4
          const { pixels } = photo
          const alpha = pixels[at + 3] / 255
          const value = 0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2]
          sum += value * alpha + 255 * (1 - alpha)
        }
      }
      grey[y * size + x] = sum / (samples * samples * 255)
    }
  }
  return grey
}

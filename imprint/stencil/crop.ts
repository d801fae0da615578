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

/**
 * Grey values 0..1 of the cropped square, averaged down to `size` pixels a side. The photo lies turned by `turn` degrees
 * clockwise around the square's middle. Clear pixels, and what lies beside the photo, count as white.
 */
export function greySquare(photo: Picture, crop: Crop, size: number, turn = 0): Float32Array {
  const { left, top, side } = cropSquare(photo, crop)
  const step = side / size
  const samples = clamp(Math.ceil(step), 1, 6)
  const angle = (turn * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const half = side / 2
  const [middleX, middleY] = [left + half, top + half]
  const grey = new Float32Array(size * size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      let sum = 0
      for (let j = 0; j < samples; j++) {
        const down = (y + (j + 0.5) / samples) * step - half
        for (let i = 0; i < samples; i++) {
          const across = (x + (i + 0.5) / samples) * step - half
          sum += greyAt(photo, middleX + across * cos + down * sin, middleY + down * cos - across * sin)
        }
      }
      grey[y * size + x] = sum / (samples * samples * 255)
    }
  }
  return grey
}

// Half a pixel beside the photo is still its edge: rounding must not draw a white line there.
function greyAt({ width, height, pixels }: Picture, x: number, y: number): number {
  if (x < -0.5 || y < -0.5 || x > width + 0.5 || y > height + 0.5) return 255
  const at = (clamp(Math.floor(y), 0, height - 1) * width + clamp(Math.floor(x), 0, width - 1)) * 4
  const alpha = pixels[at + 3] / 255
  const value = 0.299 * pixels[at] + 0.587 * pixels[at + 1] + 0.114 * pixels[at + 2]
  return value * alpha + 255 * (1 - alpha)
}

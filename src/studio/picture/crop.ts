import { WISH, type PictureWish } from '../../../domain/imprint/picture'

type Crop = PictureWish['crop']
interface Size {
  width: number
  height: number
}

const clamp = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** The crop with its square inside the photo. */
export function insidePhoto({ x, y, side }: Crop, { width, height }: Size): Crop {
  const kept = clamp(side, WISH.side.least, WISH.side.most)
  const half = (kept * Math.min(width, height)) / 2
  return {
    x: clamp(x, half / width, 1 - half / width),
    y: clamp(y, half / height, 1 - half / height),
    side: kept,
  }
}

/** Moves the photo under a round window of `window` px by a finger's way, px; the photo is turned by `turn` degrees. */
export function dragged(wish: PictureWish, photo: Size, window: number, dx: number, dy: number): Crop {
  const { crop, turn } = wish
  const perPx = (crop.side * Math.min(photo.width, photo.height)) / window
  const angle = (-turn * Math.PI) / 180
  const alongX = dx * Math.cos(angle) - dy * Math.sin(angle)
  const alongY = dx * Math.sin(angle) + dy * Math.cos(angle)
  return insidePhoto(
    { ...crop, x: crop.x - (alongX * perPx) / photo.width, y: crop.y - (alongY * perPx) / photo.height },
    photo,
  )
}

/** Makes the photo `by` times as large under its window. */
export const zoomed = (crop: Crop, photo: Size, by: number): Crop =>
  insidePhoto({ ...crop, side: crop.side / by }, photo)

/** Degrees turned on, within half a turn either way. */
export function turned(turn: number, by: number): number {
  const full = (((turn + by + 180) % 360) + 360) % 360
  return full - 180
}

/** Where the photo lies under a round window of `window` px: its size and the shift of its middle, before it is turned. */
export function placed({ crop }: PictureWish, { width, height }: Size, window: number) {
  const scale = window / (crop.side * Math.min(width, height))
  return {
    width: width * scale,
    height: height * scale,
    left: (0.5 - crop.x) * width * scale,
    top: (0.5 - crop.y) * height * scale,
  }
}

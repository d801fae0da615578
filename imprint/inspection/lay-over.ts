import { bentPath } from '../preview/wrap'
import type { Path } from '../outline/path'
import { emptyPicture, type Picture } from '../raster'
import type { Skin } from './channel'
import type { Lay } from './laid'
import type { Place, Spot } from './opinion'
import { drawnAt, frameOf } from './sphere'

const { cos, hypot, min, round, sin } = Math

/** Half of the sticker's side, mm. */
const HALF_MM = 20

/** The place of a laid design as plain data. */
export function placeOf(photo: Picture, { circle, left, top, scale }: Skin, lay: Lay, worst: Spot | null): Place {
  const share = (pixels: number) => short(pixels / photo.width)
  return {
    fruit: {
      x: share(left + (circle.x + 0.5) * scale),
      y: share(top + (circle.y + 0.5) * scale),
      radius: share(circle.radius * scale),
    },
    tilt: [short(lay.pose.right), short(lay.pose.down)],
    roll: short(lay.pose.roll),
    reach: short(lay.pose.reach),
    warp: Array.from(lay.warp, short),
    worst,
  }
}

const short = (value: number) => round(value * 1e5) / 1e5

/** Takes a point of the sticker, mm right and down of its middle, to the photo, in fractions of the photo's width. */
export function projectionTo({ fruit, tilt, roll, reach, warp }: Place) {
  const f = frameOf({ right: tilt[0], down: tilt[1], roll, reach })
  return (mmX: number, mmY: number): readonly [number, number] => {
    const [a, b] = [mmX / HALF_MM, mmY / HALF_MM]
    const bend = (k: number) =>
      warp[k] + warp[k + 1] * a + warp[k + 2] * b + warp[k + 3] * a * a + warp[k + 4] * a * b + warp[k + 5] * b * b
    const [u, v] = [(a + bend(0)) * reach, (b + bend(6)) * reach]
    const angle = hypot(u, v)
    const aside = angle > 1e-6 ? sin(angle) / angle : 1
    const on = (k: 0 | 1 | 2) => f[k] * cos(angle) + (f[3 + k] * u + f[6 + k] * v) * aside
    const far = fruit.radius * drawnAt(on(2))
    return [fruit.x + on(0) * far, fruit.y + on(1) * far]
  }
}

/** An outline of the design (mm around 0, 0 of the 40 mm square) as it lies on the photo, in fractions of its width. */
export const layOver = (path: Path, place: Place): Path => bentPath(path, projectionTo(place))

/** The imprint as if it lay flat and upright: the 40 mm square out of the photo, `size` px wide. */
export function straighten(photo: Picture, place: Place, size: number): Picture {
  const flat = emptyPicture(size, size)
  const project = projectionTo(place)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const mm = (pixel: number) => ((pixel + 0.5) / size) * 2 * HALF_MM - HALF_MM
      const [px, py] = project(mm(x), mm(y))
      copyPixel(photo, px * photo.width - 0.5, py * photo.width - 0.5, flat.pixels, (y * size + x) * 4)
    }
  }
  return flat
}

function copyPixel({ width, height, pixels }: Picture, x: number, y: number, to: Uint8ClampedArray, at: number): void {
  if (!(x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1)) return
  const left = min(width - 2, x | 0)
  const top = min(height - 2, y | 0)
  const [fx, fy] = [x - left, y - top]
  const from = (top * width + left) * 4
  for (let c = 0; c < 4; c++) {
    const upper = pixels[from + c] * (1 - fx) + pixels[from + 4 + c] * fx
    const lower = pixels[from + width * 4 + c] * (1 - fx) + pixels[from + width * 4 + 4 + c] * fx
    to[at + c] = upper * (1 - fy) + lower * fy
  }
}

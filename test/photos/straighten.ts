import { blurMask, sampleMask, type Mask, type Picture } from '../../imprint/raster'
import { makeBody } from './body'
import { fromSticker } from './sticker'
import type { Photo } from './photo'

const STEP_MM = 0.5
const REACH_MM = 17.5
/** Light bleeds about this far under the film. */
const BLEED_MM = 0.33

/**
 * How well a photo, straightened by its true pose, agrees with a mask of the 40 mm square: the correlation of the skin's
 * green share with the ink, less what the same fruit shows unprinted. Pale marks are positive, burnt ones negative.
 */
export function agreement({ picture, truth: { scene } }: Photo, bare: Photo, mask: Mask): number {
  const soft = blurMask(mask, (BLEED_MM * mask.width) / 40)
  const place = fromSticker(scene.imprint, makeBody(scene.body), scene.camera)
  const [seen, ink]: [number[], number[]] = [[], []]
  for (let down = -REACH_MM; down <= REACH_MM; down += STEP_MM) {
    for (let right = -REACH_MM; right <= REACH_MM; right += STEP_MM) {
      if (Math.hypot(down, right) > REACH_MM) continue
      const { x, y } = place(right, down)
      const at = (Math.floor(y) * picture.width + Math.floor(x)) * 4
      seen.push(greenShare(picture, at) - greenShare(bare.picture, at))
      ink.push(sampleMask(soft, ((right + 20) * mask.width) / 40, ((down + 20) * mask.height) / 40))
    }
  }
  return correlation(seen, ink)
}

function greenShare({ pixels }: Picture, at: number): number {
  return pixels[at + 1] / (pixels[at] + pixels[at + 1] + pixels[at + 2] + 1)
}

function correlation(one: readonly number[], other: readonly number[]): number {
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length
  const [a, b] = [mean(one), mean(other)]
  let [both, first, second] = [0, 0, 0]
  one.forEach((value, i) => {
    both += (value - a) * (other[i] - b)
    first += (value - a) ** 2
    second += (other[i] - b) ** 2
  })
  return both / (Math.sqrt(first * second) || 1)
}

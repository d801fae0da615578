import { blurred, blurredByWeight, valueAt, type Plane } from './plane'
import type { Skin } from './channel'
import { drawnAt } from './sphere'

const { cos, hypot, max, min, sin, sqrt, PI } = Math

/** The fruit's skin rolled flat around the line to the camera: so many pixels for so wide an angle on every side. */
export const MAP_SIDE = 96
const WIDEST = (70 * PI) / 180
const LEAST_WIDE = (49 * PI) / 180

/** Half the sticker's angle on an apple of 82 mm. */
export const USUAL_REACH = 20 / 41

/** How far around a sticker of this reach the skin is rolled flat: a small one must not be lost in it. */
export const mapAngleFor = (reach: number): number => min(WIDEST, max(LEAST_WIDE, (WIDEST * reach) / USUAL_REACH))

/** Patches wider than this are skin and light, in map pixels. */
const PATCH = 9
const EVEN_OUT = 12.6
/** Skin that shows less than this does not come forward, however quiet it is around. */
const LEAST_CONTRAST = 0.02
/** No spot may outweigh the rest. */
const MOST = 2.5

/** The skin rolled flat up to that angle, every place as strong in contrast as every other; 0 where nothing is seen. */
export function unroll(skin: Skin, most: number): Plane {
  const width = MAP_SIDE
  const height = MAP_SIDE
  const values = new Float32Array(width * height)
  const trust = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const u = angleAt(x, most)
      const v = angleAt(y, most)
      const angle = hypot(u, v)
      if (angle > most) continue
      const aside = (angle > 1e-6 ? sin(angle) / angle : 1) * drawnAt(cos(angle)) * skin.circle.radius
      const px = skin.circle.x + u * aside
      const py = skin.circle.y + v * aside
      values[y * width + x] = valueAt(skin.pale, px, py)
      trust[y * width + x] = valueAt(skin.trust, px, py) * min(1, max(0, (most - angle) / 0.15))
    }
  }
  return evened({ width, height, values }, { width, height, values: trust })
}

/** The angle from the line to the camera of a column or row of a map that reaches so far. */
export const angleAt = (pixel: number, most: number): number => (((pixel + 0.5) / MAP_SIDE) * 2 - 1) * most

function evened(map: Plane, trust: Plane): Plane {
  const { width, height } = map
  const around = blurredByWeight(map, trust, PATCH).values
  const values = new Float32Array(map.values.length)
  const squares = new Float32Array(values.length)
  for (let i = 0; i < values.length; i++) {
    values[i] = trust.values[i] > 0 ? map.values[i] - around[i] : 0
    squares[i] = values[i] * values[i]
  }
  const power = blurredByWeight({ width, height, values: squares }, trust, EVEN_OUT).values
  for (let i = 0; i < values.length; i++) {
    const even = values[i] / (sqrt(power[i]) + LEAST_CONTRAST)
    values[i] = max(-MOST, min(MOST, even)) * trust.values[i]
  }
  return blurred({ width, height, values }, 0.5)
}

import { makeBody } from './body'
import { onPhoto } from './camera'
import { diceOf } from './dice'
import type { Scene } from './scene'
import { lightOf } from './skin'

const { ceil, floor, hypot, max, min } = Math

const WOOD = lightOf([92, 66, 40])

/** The stalk, from the hollow outwards: a line of wood, a little thicker at its end. Mandarins are sold without. */
export function drawStalk(light: Float32Array, { seed, fruit, camera, body }: Scene): void {
  if (fruit === 'mandarin' || fruit === 'peach') return
  const dice = diceOf(seed, 'stalk')
  const { stem, side } = body.axes
  const foot = makeBody(body).reach(...stem) * 0.9
  const length = dice.between(9, 24)
  const bend = dice.between(-5, 5)
  const pointAt = (share: number) => {
    const [up, off] = [foot + length * share, bend * share * share]
    const [x, y, z] = [0, 1, 2].map((i) => stem[i] * up + side[i] * off)
    return onPhoto(camera, x, y, z)
  }
  const steps = 24
  const pxPerMm = camera.focalPx / camera.distanceMm
  for (let step = 0; step <= steps; step++) {
    const { x, y } = pointAt(step / steps)
    const radius = pxPerMm * (1 + 0.7 * (step / steps) ** 3)
    for (let py = max(0, floor(y - radius - 1)); py < min(camera.height, ceil(y + radius + 1)); py++) {
      for (let px = max(0, floor(x - radius - 1)); px < min(camera.width, ceil(x + radius + 1)); px++) {
        const cover = min(1, max(0, radius + 0.5 - hypot(px + 0.5 - x, py + 0.5 - y))) * 0.5
        const at = (py * camera.width + px) * 3
        for (let i = 0; i < 3; i++) light[at + i] += (WOOD[i] * (0.6 + (px - x) / (4 * radius)) - light[at + i]) * cover
      }
    }
  }
}

import type { Body } from './body'
import { onPhoto } from './camera'
import type { Camera, ImprintPose } from './scene'

const { acos, atan2, cos, hypot, sin, sqrt } = Math

/** Further round the fruit than this, no sticker reaches, radians. */
const FURTHEST = 0.75

/** Where a point of the skin (mm of the view) lies on the flat sticker, mm right and down of its middle. */
export type ToSticker = (x: number, y: number, z: number, on: { right: number; down: number }) => boolean

const rippleAt = ({ wrinkle }: ImprintPose, right: number, down: number) => {
  const along = right * cos(wrinkle.angle) + down * sin(wrinkle.angle)
  return wrinkle.mm * sin((2 * Math.PI * along) / wrinkle.lengthMm + wrinkle.phase)
}

/**
 * Follows the skin: the way from the imprint's middle, as an arc of the mean of the radius here and there, and its bearing;
 * then back through growth, slant and wrinkles.
 */
export function toSticker(pose: ImprintPose, body: Body): ToSticker {
  const { centre, right, down } = pose
  const middle = body.reach(centre[0], centre[1], centre[2])
  const nearest = cos(FURTHEST)
  return (x, y, z, on) => {
    const far = sqrt(x * x + y * y + z * z)
    const ahead = (x * centre[0] + y * centre[1] + z * centre[2]) / far
    if (ahead < nearest) return false
    const across = x * right[0] + y * right[1] + z * right[2]
    const below = x * down[0] + y * down[1] + z * down[2]
    const off = hypot(across, below) || 1e-9
    const way = acos(ahead > 1 ? 1 : ahead) * 0.5 * (far + middle)
    const v = (below / off) * way
    const u = (across / off) * way - pose.shear * v
    on.right = u / (pose.growth * pose.stretch)
    on.down = (v * pose.stretch) / pose.growth
    const ripple = rippleAt(pose, on.right, on.down)
    on.right -= ripple * sin(pose.wrinkle.angle)
    on.down += ripple * cos(pose.wrinkle.angle)
    return true
  }
}

/** Where a point of the flat sticker (mm) falls on the photo, px: the same way forwards, for whoever knows the truth. */
export function fromSticker(pose: ImprintPose, body: Body, camera: Camera) {
  const middle = body.reach(...pose.centre)
  return (right: number, down: number): { x: number; y: number } => {
    const ripple = rippleAt(pose, right, down)
    const v = ((down - ripple * cos(pose.wrinkle.angle)) * pose.growth) / pose.stretch
    const u = (right + ripple * sin(pose.wrinkle.angle)) * pose.growth * pose.stretch + pose.shear * v
    const way = hypot(u, v) || 1e-9
    const bearing = atan2(v, u)
    const towards = (angle: number) =>
      [0, 1, 2].map(
        (i) => cos(angle) * pose.centre[i] + sin(angle) * (cos(bearing) * pose.right[i] + sin(bearing) * pose.down[i]),
      ) as [number, number, number]
    let angle = way / middle
    for (let round = 0; round < 4; round++) angle = (2 * way) / (middle + body.reach(...towards(angle)))
    const direction = towards(angle)
    const far = body.reach(...direction)
    return onPhoto(camera, direction[0] * far, direction[1] * far, direction[2] * far)
  }
}

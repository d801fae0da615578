import { type Look } from './looks'
import { makeShape, type Pose, poseFruit, skinDistance } from './shape'
import { dot, type Vector } from './vectors'

/** The sticker is 40 mm square, its outermost 2 mm stay empty. */
export const STICKER_MM = 40
export const SAFE_MM = 36

/** Millimetres along the skin for one radian at the imprint. */
export function mmPerRadian(look: Look): number {
  const shape = makeShape(look, poseFruit(look, [0, 0], 0))
  const [x, y, z] = shape.pose.imprint.centre
  const widest = Math.max(...look.profile.map((r, i) => r * Math.sin((i * Math.PI) / (look.profile.length - 1))))
  return (skinDistance(shape, x, y, z, 1) / widest) * (look.diameterMm / 2)
}

/** Where a direction falls on the flat sticker, mm right and down of its middle; null on the far side. */
export function stickerPoint(pose: Pose, direction: Vector, perRadian: number): readonly [number, number] | null {
  const ahead = dot(direction, pose.imprint.centre)
  if (ahead < 0.2) return null
  const across = dot(direction, pose.imprint.right)
  const down = dot(direction, pose.imprint.down)
  const off = Math.hypot(across, down)
  if (off < 1e-6) return [0, 0]
  const scale = (Math.atan2(off, ahead) / off) * perRadian
  return [across * scale, down * scale]
}

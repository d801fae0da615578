import type { Vector } from '../../imprint/fruit/vectors'
import type { Camera } from './scene'

/** Where the lens is: the fruit need not lie in the middle of the picture. */
export function lensOf({ width, height, distanceMm, focalPx, fruit }: Camera): Vector {
  const scale = distanceMm / focalPx
  return [(width / 2 - fruit.x) * scale, (height / 2 - fruit.y) * scale, distanceMm]
}

/** Where a point of the view (mm) falls on the photo, px. */
export function onPhoto(camera: Camera, x: number, y: number, z: number): { x: number; y: number } {
  const lens = lensOf(camera)
  const scale = camera.focalPx / (lens[2] - z)
  return { x: camera.width / 2 + (x - lens[0]) * scale, y: camera.height / 2 + (y - lens[1]) * scale }
}

/** The focal length that shows a ball of that radius as large as wanted, px. */
export const focalFor = (radiusMm: number, distanceMm: number, radiusPx: number): number =>
  (radiusPx * Math.sqrt(distanceMm ** 2 - radiusMm ** 2)) / radiusMm

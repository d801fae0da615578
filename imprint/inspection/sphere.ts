const { asin, atan2, cos, hypot, sin, sqrt } = Math

/**
 * The fruit as a ball before a camera some radii away: near enough for every fruit once the rest is bent into place.
 * Directions are unit vectors: x to the right, y down, z to the camera.
 */
const CAMERA = 5
const ZOOM = sqrt(CAMERA * CAMERA - 1)
/** Skin turned away further than this is seen too slantingly. */
export const EDGE_ON = 1 / CAMERA + 0.08

/** How much wider the ball's outline is drawn than a step of its skin that faces the camera. */
export const NEARER = ZOOM / (CAMERA - 1)

/** How far from the middle of the outline, in its radii and for one unit of x or y, a point of the skin is drawn. */
export const drawnAt = (z: number): number => ZOOM / (CAMERA - z)

/** Where the sticker is put on the ball. Angles in radians. */
export interface Pose {
  /** How far its middle is turned to the right and down. */
  right: number
  down: number
  /** Clockwise. */
  roll: number
  /** The angle that half its side takes up. */
  reach: number
}

/** The sticker's middle, its own right and its own down, as nine numbers. */
export function frameOf({ right, down, roll }: Pose, frame = new Float64Array(9)): Float64Array {
  const cx = sin(right) * cos(down)
  const cy = sin(down)
  const cz = cos(right) * cos(down)
  const flat = hypot(cx, cz) || 1
  const ax = cz / flat
  const az = -cx / flat
  // The middle across its right gives its down.
  const bx = cy * az
  const by = cz * ax - cx * az
  const bz = -cy * ax
  const c = cos(roll)
  const s = sin(roll)
  frame[0] = cx
  frame[1] = cy
  frame[2] = cz
  frame[3] = ax * c + bx * s
  frame[4] = by * s
  frame[5] = az * c + bz * s
  frame[6] = bx * c - ax * s
  frame[7] = by * c
  frame[8] = bz * c - az * s
  return frame
}

/** The angles right and down of a direction. */
export const anglesOf = (x: number, y: number, z: number): readonly [right: number, down: number] => [
  atan2(x, z),
  asin(y < -1 ? -1 : y > 1 ? 1 : y),
]

/** The pose after its middle has been moved by (u, v) half sides along the skin, turned and enlarged. */
export function movedPose(pose: Pose, u: number, v: number, turn: number, grow: number): Pose {
  const f = frameOf(pose)
  const angle = hypot(u, v) * pose.reach
  const aside = angle > 1e-9 ? (sin(angle) / angle) * pose.reach : pose.reach
  const ahead = cos(angle)
  const on = (i: 0 | 1 | 2) => f[i] * ahead + (f[3 + i] * u + f[6 + i] * v) * aside
  const [x, y, z] = [on(0), on(1), on(2)]
  const [right, down] = anglesOf(x, y, z)
  const moved = { right, down, roll: pose.roll + turn, reach: pose.reach * grow }
  // Carried along the skin, the sticker's own right keeps its direction as far as it can.
  const level = frameOf({ ...moved, roll: 0 })
  const dot = (k: 3 | 6) => f[3] * level[k] + f[4] * level[k + 1] + f[5] * level[k + 2]
  return { ...moved, roll: atan2(dot(6), dot(3)) + turn }
}

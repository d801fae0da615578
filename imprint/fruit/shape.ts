import { smoothstep } from '../raster'
import { type Look } from './looks'
import { dot, rotate, type Vector } from './vectors'

// Looked up once: a picture asks for them millions of times, and some engines look through a global each time.
const { abs, cos, exp, sin, sqrt } = Math

const STEPS = 4096

/** A fruit turned in front of the camera. Directions are unit vectors in view space. */
export interface Pose {
  right: Vector
  stem: Vector
  front: Vector
  /** Middle of the imprint, and its own right and down. */
  imprint: { centre: Vector; right: Vector; down: Vector }
}

export interface Shape {
  look: Look
  pose: Pose
  /** Distance from the middle to the skin by cosine of the angle from the stem. */
  table: Float32Array
  reach: number
}

function profileAt(profile: readonly number[], angle: number): number {
  const at = (angle / Math.PI) * (profile.length - 1)
  const last = profile.length - 1
  const i = Math.min(last - 1, Math.floor(at))
  const t = at - i
  const point = (k: number) => profile[k < 0 ? -k : k > last ? 2 * last - k : k]
  const [a, b, c, d] = [point(i - 1), point(i), point(i + 1), point(i + 2)]
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
}

/** Poses a fruit: `tilt` [turn right, nod down] and `roll` clockwise, radians. */
export function poseFruit(look: Look, tilt: readonly [number, number], roll: number): Pose {
  const view = (v: Vector) => rotate(v, -tilt[1], tilt[0], roll)
  const lean = look.lean
  const below = look.imprintBelow
  return {
    right: view([1, 0, 0]),
    stem: view([0, -cos(lean), sin(lean)]),
    front: view([0, sin(lean), cos(lean)]),
    imprint: {
      centre: view([0, sin(below), cos(below)]),
      right: view([1, 0, 0]),
      down: view([0, cos(below), -sin(below)]),
    },
  }
}

export function makeShape(look: Look, pose: Pose): Shape {
  const table = new Float32Array(STEPS + 2)
  for (let i = 0; i <= STEPS; i++) table[i] = profileAt(look.profile, Math.acos(1 - (2 * i) / STEPS))
  table[STEPS + 1] = table[STEPS]
  return { look, pose, table, reach: Math.max(...look.profile) * (1 + look.lobes) + 0.01 }
}

/** Distance from the middle to the skin in a direction (any length above 0), model units. */
export function skinDistance(shape: Shape, x: number, y: number, z: number, length: number): number {
  const { pose, table, look } = shape
  const cosine = (x * pose.stem[0] + y * pose.stem[1] + z * pose.stem[2]) / length
  const at = (1 - (cosine > 1 ? 1 : cosine < -1 ? -1 : cosine)) * 0.5 * STEPS
  const i = at | 0
  const r = table[i] + (table[i + 1] - table[i]) * (at - i)
  if (look.lobes === 0 && !look.cleft) return r
  const across = (x * pose.right[0] + y * pose.right[1] + z * pose.right[2]) / length
  const ahead = (x * pose.front[0] + y * pose.front[1] + z * pose.front[2]) / length
  const ring = across * across + ahead * ahead
  if (ring < 1e-9) return r
  if (look.cleft) return r * (1 - cleftDepth(look.cleft, across, ahead, cosine))
  // cos 5λ from the coordinates, spares an atan2 for every step of every ray
  const c = ahead / sqrt(ring)
  const five = c * (c * c * (16 * c * c - 20) + 5)
  const blossom = cosine < 0 ? ring * cosine * cosine * 2.2 + 0.1 * ring : 0.1 * ring
  return r * (1 - look.lobes * five * blossom)
}

/** How much the seam takes from the skin's distance: deepest at the stem, gone on the far side. */
function cleftDepth(cleft: NonNullable<Look['cleft']>, across: number, ahead: number, cosine: number): number {
  const c = cos(cleft.right)
  const s = sin(cleft.right)
  const off = (across * c - ahead * s) / cleft.width
  if (off > 3 || off < -3) return 0
  const near = smoothstep(-0.25, 0.2, across * s + ahead * c)
  return cleft.depth * exp(-(abs(off) ** 1.5)) * near * (0.62 + 0.38 * cosine)
}

/** Result of one ray: depth where it meets the skin, and how far (model units) it passes outside when it does not. */
export interface Trace {
  z: number
  miss: number
}

/** Follows the camera ray through (x, y) into the fruit; writes to `out` so that no object is made per pixel. */
export function traceSkin(shape: Shape, x: number, y: number, out: Trace): void {
  const flat = x * x + y * y
  const reach2 = shape.reach * shape.reach
  out.z = 0
  out.miss = 1
  if (flat >= reach2) return
  let z = sqrt(reach2 - flat)
  const floor = -0.6 * z
  let miss = 1
  for (let step = 0; step < 120 && z > floor; step++) {
    const length = sqrt(flat + z * z)
    const gap = length - skinDistance(shape, x, y, z, length)
    if (gap < miss) miss = gap
    if (gap < 0.0012) {
      out.z = z
      out.miss = 0
      return
    }
    // The least step carries rays that graze the rim of the stem hollow on to its far wall.
    z -= gap < 0.006 ? 0.0045 : gap * 0.75
  }
  out.miss = miss
}

/** Outward unit normal at a point of the skin. */
export function skinNormal(shape: Shape, x: number, y: number, z: number): Vector {
  const step = 0.006
  const gap = (a: number, b: number, c: number) => {
    const length = sqrt(a * a + b * b + c * c)
    return length - skinDistance(shape, a, b, c, length)
  }
  const here = gap(x, y, z)
  const nx = gap(x + step, y, z) - here
  const ny = gap(x, y + step, z) - here
  const nz = gap(x, y, z + step) - here
  const length = sqrt(nx * nx + ny * ny + nz * nz) || 1
  return [nx / length, ny / length, nz / length]
}

/** Direction in the fruit's own frame (right, stem, front). */
export const ownDirection = (pose: Pose, d: Vector): Vector => [
  dot(d, pose.right),
  dot(d, pose.stem),
  dot(d, pose.front),
]

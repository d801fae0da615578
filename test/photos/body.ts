import { dot, type Vector } from '../../imprint/fruit/vectors'
import type { BodyShape } from './scene'

// Looked up once: a photo asks for them millions of times.
const { exp, sqrt } = Math

/** A point of the skin, written over from ray to ray. Millimetres and unit directions of the view. */
export interface Hit {
  x: number
  y: number
  z: number
  nx: number
  ny: number
  nz: number
  /** The same point in the body's own frame, on a ball of about 1: towards the stem, the front, the side. */
  stem: number
  front: number
  side: number
  /** How near the ray passed the outline from within, in parts of the radius; below 0 it missed. */
  within: number
}

export const newHit = (): Hit => ({ x: 0, y: 0, z: 0, nx: 0, ny: 0, nz: 1, stem: 0, front: 0, side: 0, within: 0 })

/** The skin of one fruit. In its own frame the stem's axis is shrunk, so that it is a ball of radius 1 with bumps. */
export interface Body {
  /** Shoots a ray; false when it passes the fruit by. */
  shoot(from: Vector, dx: number, dy: number, dz: number, hit: Hit): boolean
  /** How far the skin is from the middle in a direction (unit, of the view), mm. */
  reach(x: number, y: number, z: number): number
}

const STEM_WIDTH = 0.05
/** How far the slope of the skin is felt, in parts of the radius. */
const STEP = 1e-3

/** How far the ball with bumps reaches in a direction of its own frame (unit). */
function bumpy({ bumps, neck, hollow }: BodyShape, s: number, f: number, c: number): number {
  let r = 1 + bumps[0] * (f * f - c * c) + bumps[1] * 2 * f * c + bumps[2] * s * f + bumps[3] * s * c
  r += bumps[4] * f * (f * f - 3 * c * c) + bumps[5] * c * (3 * f * f - c * c) + bumps[6] * s * (5 * s * s - 3) * 0.5
  if (neck > 0 && s > 0) r -= neck * s * s * (1 - 0.55 * s * s)
  if (s > 0.6) r -= hollow * exp(-(1 - s) / STEM_WIDTH)
  else if (s < -0.75) r -= 0.5 * hollow * exp(-(1 + s) / STEM_WIDTH)
  return r
}

export function makeBody(shape: BodyShape): Body {
  const { radiusMm, ratio } = shape
  const { stem, front, side } = shape.axes
  const tall = 1 / (radiusMm * ratio)
  const wide = 1 / radiusMm

  const reach = (x: number, y: number, z: number): number => {
    const s = (x * stem[0] + y * stem[1] + z * stem[2]) * tall
    const f = (x * front[0] + y * front[1] + z * front[2]) * wide
    const c = (x * side[0] + y * side[1] + z * side[2]) * wide
    const length = sqrt(s * s + f * f + c * c)
    return bumpy(shape, s / length, f / length, c / length) / length
  }

  const shoot = (from: Vector, dx: number, dy: number, dz: number, hit: Hit): boolean => {
    const os = dot(from, stem) * tall
    const of = dot(from, front) * wide
    const oc = dot(from, side) * wide
    const ds = (dx * stem[0] + dy * stem[1] + dz * stem[2]) * tall
    const df = (dx * front[0] + dy * front[1] + dz * front[2]) * wide
    const dc = (dx * side[0] + dy * side[1] + dz * side[2]) * wide
    const dd = ds * ds + df * df + dc * dc
    const nearest = -(os * ds + of * df + oc * dc) / dd
    let s = os + nearest * ds
    let f = of + nearest * df
    let c = oc + nearest * dc
    const past = sqrt(s * s + f * f + c * c) || 1e-9
    if (past > 1.3) return false
    let size = bumpy(shape, s / past, f / past, c / past)
    hit.within = size - past
    if (hit.within < -0.02) return false
    // The bumps are low, so a few steps of a ball that takes the size of the skin it met are enough.
    let t = nearest
    for (let round = 0; round < 3; round++) {
      const depth = size * size - past * past
      t = nearest - (depth > 0 ? sqrt(depth / dd) : 0)
      s = os + t * ds
      f = of + t * df
      c = oc + t * dc
      const length = sqrt(s * s + f * f + c * c)
      s /= length
      f /= length
      c /= length
      size = bumpy(shape, s, f, c)
    }
    hit.stem = s
    hit.front = f
    hit.side = c
    hit.x = from[0] + t * dx
    hit.y = from[1] + t * dy
    hit.z = from[2] + t * dz
    // The normal: the slope of |q| - size(q) in the body's frame, taken back to the view.
    const ns = (s - slope(s + STEP, f, c, size)) * tall
    const nf = (f - slope(s, f + STEP, c, size)) * wide
    const nc = (c - slope(s, f, c + STEP, size)) * wide
    const x = ns * stem[0] + nf * front[0] + nc * side[0]
    const y = ns * stem[1] + nf * front[1] + nc * side[1]
    const z = ns * stem[2] + nf * front[2] + nc * side[2]
    const length = sqrt(x * x + y * y + z * z)
    hit.nx = x / length
    hit.ny = y / length
    hit.nz = z / length
    return true
  }

  const slope = (s: number, f: number, c: number, size: number): number => {
    const length = sqrt(s * s + f * f + c * c)
    return (bumpy(shape, s / length, f / length, c / length) - size) / STEP
  }

  return { shoot, reach }
}

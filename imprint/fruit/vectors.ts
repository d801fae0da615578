// Looked up once: a picture asks for them millions of times, and some engines look through a global each time.
const { hypot } = Math

/** View space: x to the right, y down, z towards the camera. */
export type Vector = readonly [number, number, number]

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]

export const cross = (a: Vector, b: Vector): Vector => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

export function unit(a: Vector): Vector {
  const length = hypot(a[0], a[1], a[2]) || 1
  return [a[0] / length, a[1] / length, a[2] / length]
}

/** Turns a vector about x (nod), then y (turn), then z (roll); radians. */
export function rotate(v: Vector, nod: number, turn: number, roll: number): Vector {
  const y1 = v[1] * Math.cos(nod) - v[2] * Math.sin(nod)
  const z1 = v[1] * Math.sin(nod) + v[2] * Math.cos(nod)
  const x2 = v[0] * Math.cos(turn) + z1 * Math.sin(turn)
  const z2 = z1 * Math.cos(turn) - v[0] * Math.sin(turn)
  return [x2 * Math.cos(roll) - y1 * Math.sin(roll), x2 * Math.sin(roll) + y1 * Math.cos(roll), z2]
}

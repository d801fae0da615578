import { cross, unit, type Vector } from '../../imprint/fruit/vectors'
import type { Hit } from './body'
import type { Lamp, Lighting, Shade } from './scene'

const { abs, acos, cos, exp, sin } = Math

/** The light at a point of the skin, written over from point to point. */
export interface Lit {
  /** What the skin's colour is multiplied with. */
  diffuse: number
  /** White light thrown back by the shine. */
  glare: number
}

const edge = (size: number, soft: number, off: number) => {
  const t = (size + soft - off) / (2 * soft)
  const share = t <= 0 ? 0 : t >= 1 ? 1 : t
  return share * share * (3 - 2 * share)
}

/** How much of a lamp is mirrored in a direction (unit): its picture, and a faint halo of the wax around it. */
function mirroredLamp({ towards, shape, size, soft, strength }: Lamp): (x: number, y: number, z: number) => number {
  const right = unit(cross([0, 1, 0.001], towards))
  const up = cross(towards, right)
  const reachOfHalo = size * 3 + 0.2
  const nearest = cos(size * 3 + soft + 0.9)
  return (x, y, z) => {
    const ahead = x * towards[0] + y * towards[1] + z * towards[2]
    if (ahead < nearest) return 0
    const off = acos(ahead > 1 ? 1 : ahead)
    const halo = 0.14 * exp(-((off / reachOfHalo) ** 2))
    if (shape === 'round') return strength * (edge(size, soft, off) + halo)
    const across = abs(x * right[0] + y * right[1] + z * right[2])
    const high = abs(x * up[0] + y * up[1] + z * up[2])
    const bars = 1 - 0.8 * edge(size * 0.06, soft * 0.4, across)
    return strength * (edge(size, soft, across) * edge(size * 0.72, soft, high) * bars + halo)
  }
}

/** Share of the light that a band of shade leaves at a point, in radii of the fruit from its middle. */
export function shadeAt(shade: Shade | null, x: number, y: number): number {
  if (!shade) return 1
  const off = abs(x * cos(shade.angle) + y * sin(shade.angle) - shade.at)
  return 1 - (1 - shade.left) * edge(shade.halfWidth, shade.soft, off)
}

/** How the fruit is lit, seen from the lens. */
export function lightOn({ key, ambient, sheen, lamps }: Lighting, fuzz: number) {
  const mirrors = lamps.map(mirroredLamp)
  const shine = 1 - fuzz
  const towards: Vector = unit(key)
  return (hit: Hit, vx: number, vy: number, vz: number, left: number, lit: Lit): void => {
    const { nx, ny, nz } = hit
    const facing = nx * vx + ny * vy + nz * vz
    const lambert = towards[0] * nx + towards[1] * ny + towards[2] * nz
    const wrapped = lambert > -0.25 ? (lambert + 0.25) / 1.25 : 0
    const sky = ambient * (0.72 - 0.28 * ny)
    // Light from the table below, and skin that turns away gives less of its colour back.
    lit.diffuse = (sky + wrapped) * (0.35 + 0.65 * left) * left + 0.06 * ambient * (ny > 0 ? ny : 0)
    const rim = 1 - (facing > 0 ? facing : 0)
    lit.glare = sheen * left * (0.02 + 0.35 * rim * rim * rim * rim) + fuzz * 0.1 * rim * rim
    if (shine <= 0) return
    const rx = 2 * facing * nx - vx
    const ry = 2 * facing * ny - vy
    const rz = 2 * facing * nz - vz
    for (const mirror of mirrors) lit.glare += shine * mirror(rx, ry, rz) * (0.4 + 0.6 * left)
  }
}

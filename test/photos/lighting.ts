import type { Vector } from '../../imprint/fruit/vectors'
import type { Dice } from './dice'
import type { Fault } from './faults'
import type { Kind, Lamp, Lighting, Shade } from './scene'

/** A direction so far off the line to the camera (radians), in that bearing. */
const towards = (off: number, bearing: number): Vector => [
  Math.sin(off) * Math.cos(bearing),
  Math.sin(off) * Math.sin(bearing),
  Math.cos(off),
]

/** The lamp whose mirror image shows where the skin faces `normal`. */
const mirroredAt = (normal: Vector): Vector => [
  2 * normal[2] * normal[0],
  2 * normal[2] * normal[1],
  2 * normal[2] * normal[2] - 1,
]

/** Lamps hang above more often than not. */
const bearingOf = (dice: Dice) => -Math.PI / 2 + dice.normal() * 1.3

function lampsFor(dice: Dice): Lamp[] {
  const count = 1 + dice.below(3)
  const shape = dice.chance(0.55) ? 'window' : 'round'
  const [off, bearing] = [dice.between(0.05, 0.75), bearingOf(dice)]
  return Array.from({ length: count }, (_, i) => ({
    towards: mirroredAt(towards(off + (i ? dice.between(-0.25, 0.25) : 0), bearing + i * dice.between(0.3, 1.2))),
    shape: i === 0 ? shape : dice.of(['round', 'window'] as const),
    size: shape === 'window' ? dice.between(0.1, 0.22) : dice.between(0.07, 0.2),
    soft: dice.between(0.02, 0.09),
    strength: dice.between(0.35, 1.5) * (i ? 0.6 : 1),
  }))
}

function shadeFor(dice: Dice): Shade | null {
  if (!dice.chance(0.35)) return null
  const wide = dice.chance(0.5)
  const side = wide ? dice.between(1, 1.9) : dice.between(-0.6, 0.6)
  return {
    angle: dice.angle(),
    at: side,
    halfWidth: wide ? side - dice.between(-0.3, 0.7) : dice.between(0.12, 0.4),
    soft: dice.between(0.06, 0.3),
    left: dice.between(0.25, 0.65),
  }
}

/** The light of a photo: soft with one highlight on the bench, anything in a shed. */
export function lightFor(kind: Kind, fault: Fault, imprint: Vector, dice: Dice): Lighting {
  const glare: Lamp[] =
    fault === 'glare'
      ? [
          {
            towards: mirroredAt(imprint),
            shape: 'round',
            size: dice.between(0.7, 0.95),
            soft: 0.15,
            strength: dice.between(1.2, 2),
          },
        ]
      : []
  const key = towards(dice.between(0.3, 1), bearingOf(dice))
  if (kind === 'guided') {
    const soft: Lamp = {
      towards: mirroredAt(towards(dice.between(0.25, 0.75), bearingOf(dice))),
      shape: 'round',
      size: dice.between(0.14, 0.28),
      soft: dice.between(0.1, 0.16),
      strength: dice.between(0.12, 0.34),
    }
    return { key, ambient: dice.between(0.7, 1), sheen: dice.between(0.15, 0.3), lamps: [soft, ...glare], shade: null }
  }
  return {
    key,
    ambient: dice.between(0.2, 0.6),
    sheen: dice.between(0.2, 0.6),
    lamps: [...lampsFor(dice), ...glare],
    shade: shadeFor(dice),
  }
}

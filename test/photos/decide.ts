import { cross, dot, unit, type Vector } from '../../imprint/fruit/vectors'
import { focalFor } from './camera'
import { diceOf, type Dice } from './dice'
import { FRUIT, type Fruit, type FruitId } from './fruits'
import type { Fault } from './faults'
import { BACKDROPS, type BodyShape, type Camera, type Exposure, type ImprintPose, type Kind, type Scene } from './scene'
import { lightFor } from './lighting'

/** What a photo is to show; everything else is left to its seed. */
export interface Wish {
  seed: number
  kind: Kind
  fault: Fault
  fruit: FruitId
  /** Pixels across; the picture is 4:3. */
  width?: number
}

const DEGREE = Math.PI / 180

/** Turns what looks to the camera so that it looks in `towards` (a unit vector), by the shortest way. */
function turnedTo(towards: Vector, v: Vector): Vector {
  const half: Vector = [towards[0], towards[1], towards[2] + 1]
  const share = dot(half, v) / (1 + towards[2])
  return [0, 1, 2].map((i) => v[i] - share * half[i] + 2 * v[2] * towards[i]) as unknown as Vector
}

function cameraFor(kind: Kind, width: number, radiusMm: number, dice: Dice): Camera {
  const height = (width * 3) / 4
  const guided = kind === 'guided'
  const radius = (height * (guided ? dice.between(0.68, 0.78) : dice.between(0.54, 0.88))) / 2
  const distanceMm = guided ? dice.between(300, 450) : dice.between(220, 600)
  const room = (side: number) => (guided ? 0.03 * height : Math.max(0, side / 2 - radius * 1.08) * 0.9)
  const fruit = {
    x: width / 2 + room(width) * dice.between(-1, 1),
    y: height / 2 + room(height) * dice.between(-1, 1),
    radius,
  }
  return { width, height, distanceMm, focalPx: focalFor(radiusMm, distanceMm, radius), fruit }
}

function imprintFor(kind: Kind, fault: Fault, dice: Dice): ImprintPose {
  const guided = kind === 'guided'
  const tilt = DEGREE * (fault === 'farSide' ? dice.between(75, 130) : dice.between(0, guided ? 11 : 30))
  const bearing = dice.angle()
  const roll = dice.angle()
  const centre: Vector = [Math.sin(tilt) * Math.cos(bearing), Math.sin(tilt) * Math.sin(bearing), Math.cos(tilt)]
  const [c, s] = [Math.cos(roll), Math.sin(roll)]
  const ease = guided ? 0.35 : 1
  const contrast = guided ? dice.between(0.86, 1) : dice.between(0.5, 1)
  return {
    centre,
    right: turnedTo(centre, [c, s, 0]),
    down: turnedTo(centre, [-s, c, 0]),
    tilt,
    bearing,
    roll,
    growth: dice.between(0.98, guided ? 1.05 : 1.08),
    stretch: 1 + ease * dice.between(-0.03, 0.04),
    shear: ease * dice.between(-0.05, 0.05),
    wrinkle: {
      mm: ease * dice.between(0, 0.45),
      lengthMm: dice.between(10, 20),
      angle: dice.angle(),
      phase: dice.angle(),
    },
    contrast: fault === 'faded' ? dice.between(0.04, 0.14) : contrast,
    fade: { least: guided || dice.chance(0.5) ? 1 : dice.between(0.6, 0.95), angle: dice.angle() },
    bleedMm: dice.between(0.15, guided ? 0.3 : 0.45),
  }
}

/** The fruit grew around the sticker: upright against the stem but for the hand that put it on. */
function bodyFor(fruit: Fruit, kind: Kind, radiusMm: number, pose: ImprintPose, dice: Dice): BodyShape {
  const slip = dice.normal() * DEGREE * (kind === 'guided' ? 3 : 6)
  const height = dice.between(-0.18, 0.22)
  const up: Vector = [0, 1, 2].map(
    (i) => -pose.down[i] * Math.cos(slip) + pose.right[i] * Math.sin(slip),
  ) as unknown as Vector
  const stem = unit(
    [0, 1, 2].map((i) => up[i] * Math.cos(height) - pose.centre[i] * Math.sin(height)) as unknown as Vector,
  )
  const along = dot(pose.centre, stem)
  const front = unit([0, 1, 2].map((i) => pose.centre[i] - along * stem[i]) as unknown as Vector)
  const lumpy = kind === 'guided' ? 0.6 : 1
  return {
    radiusMm,
    ratio: dice.between(...fruit.ratio),
    neck: fruit.neck,
    hollow: fruit.hollow,
    bumps: [0.02, 0.02, 0.025, 0.025, 0.01, 0.01, 0.02].map((most) => lumpy * most * dice.between(-1, 1)),
    axes: { stem, front, side: cross(stem, front) },
  }
}

function exposureFor(kind: Kind, fault: Fault, dice: Dice): Exposure {
  const guided = kind === 'guided'
  const cast = guided ? 0.03 : 0.12
  return {
    gain: guided ? dice.between(0.9, 1.1) : dice.between(0.68, 1.3),
    whiteBalance: [
      1 + cast * dice.between(-1, 1),
      1 + 0.4 * cast * dice.between(-1, 1),
      1 + cast * dice.between(-1, 1),
    ],
    blurPx: fault === 'blurred' ? dice.between(8, 12) : dice.between(0.5, guided ? 0.9 : 2.4),
    noise: guided ? dice.between(1, 2.5) : dice.between(1.5, 6),
    quality: Math.round(guided ? dice.between(80, 90) : dice.between(60, 90)),
  }
}

/** The scene of a wish: the same wish always gives the same one. */
export function decide({ seed, kind, fault, fruit: id, width = 640 }: Wish): Scene {
  const fruit = FRUIT[id]
  const dice = (matter: string) => diceOf(seed, `${kind} ${matter}`)
  const grown = dice('fruit')
  const radiusMm = grown.between(...fruit.diameterMm) / 2
  const skin = grown.of(fruit.skins)
  const imprint = imprintFor(kind, fault, dice('imprint'))
  return {
    seed,
    kind,
    fault,
    fruit: id,
    skin,
    camera: cameraFor(kind, width, radiusMm, dice('camera')),
    body: bodyFor(fruit, kind, radiusMm, imprint, dice('body')),
    imprint,
    light: lightFor(kind, fault, imprint.centre, dice('light')),
    backdrop: dice('backdrop').of(kind === 'guided' ? (['paper', 'slate', 'cloth'] as const) : BACKDROPS),
    exposure: exposureFor(kind, fault, dice('exposure')),
  }
}

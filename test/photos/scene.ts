import type { Vector } from '../../imprint/fruit/vectors'
import type { FruitId, Skin } from './fruits'
import type { Fault } from './faults'

/** How a photo was taken: with the capture screen's circle and soft light, or anyhow. */
export const KINDS = ['guided', 'hard'] as const
export type Kind = (typeof KINDS)[number]

/** The view: x right, y down, z towards the camera; the middle of the fruit is the origin, lengths in mm. */
export interface Camera {
  width: number
  height: number
  distanceMm: number
  focalPx: number
  /** Where the middle of the fruit falls, px, and how large its outline is. */
  fruit: { x: number; y: number; radius: number }
}

/** A body of revolution with bumps. */
export interface BodyShape {
  radiusMm: number
  ratio: number
  neck: number
  hollow: number
  /** Size of each low harmonic, in parts of the radius. */
  bumps: readonly number[]
  /** Towards the stem, towards the imprint's meridian, and across. */
  axes: { stem: Vector; front: Vector; side: Vector }
}

/** Where the sticker sat, how it was deformed, and what the sun left. */
export interface ImprintPose {
  centre: Vector
  right: Vector
  down: Vector
  tilt: number
  bearing: number
  roll: number
  /** Size on the fruit against the 40 mm sticker; one side against the other; slant. */
  growth: number
  stretch: number
  shear: number
  wrinkle: { mm: number; lengthMm: number; angle: number; phase: number }
  /** 1 is as pale as film makes it. */
  contrast: number
  /** What is left at the faded end, 0..1, and the direction in which it fades. */
  fade: { least: number; angle: number }
  bleedMm: number
}

export interface Lamp {
  towards: Vector
  shape: 'round' | 'window'
  /** Half its width as seen from the fruit, radians. */
  size: number
  soft: number
  strength: number
}

/** A band of shade over the picture: how far its middle line is from the fruit's middle, in radii. */
export interface Shade {
  angle: number
  at: number
  halfWidth: number
  soft: number
  /** Share of the light that is left. */
  left: number
}

export interface Lighting {
  key: Vector
  ambient: number
  sheen: number
  lamps: readonly Lamp[]
  shade: Shade | null
}

export const BACKDROPS = ['paper', 'wood', 'cloth', 'slate', 'leaves', 'crate', 'kraft'] as const
export type BackdropId = (typeof BACKDROPS)[number]

export interface Exposure {
  gain: number
  whiteBalance: readonly [number, number, number]
  /** Standard deviation of the blur, px of a picture 800 wide. */
  blurPx: number
  noise: number
  quality: number
}

/** Everything that makes one photo. */
export interface Scene {
  seed: number
  kind: Kind
  fault: Fault
  fruit: FruitId
  skin: Skin
  camera: Camera
  body: BodyShape
  imprint: ImprintPose
  light: Lighting
  backdrop: BackdropId
  exposure: Exposure
}

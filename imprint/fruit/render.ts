import { blurMask, clamp, type Mask, mix, type Picture, sampleMask, smoothstep } from '../raster'
import { FILM, FILM_ALPHA, FILM_MM, INK, INK_ALPHA } from './film'
import { mmPerRadian, STICKER_MM, stickerPoint } from './imprint-frame'
import { lightSkin } from './light'
import { type Look, type LookId, LOOKS } from './looks'
import { noise } from './noise'
import { makeShape, ownDirection, type Pose, poseFruit, type Shape, skinNormal, type Trace, traceSkin } from './shape'
import { rindHeight, skinAt } from './skin'
import { drawStem } from './stem'
import { unit, type Vector } from './vectors'

/** From the day the film goes on to the day of picking. */
export type Stage = 'green' | 'film' | 'colouring' | 'ripe'

export const STAGES: readonly Stage[] = ['green', 'film', 'colouring', 'ripe']

const STAGE_STATE: Readonly<Record<Stage, { ripeness: number; film: boolean }>> = {
  green: { ripeness: 0, film: false },
  film: { ripeness: 0.08, film: true },
  colouring: { ripeness: 0.52, film: true },
  ripe: { ripeness: 1, film: false },
}

export interface FruitOptions {
  look: LookId
  /** Side of the square picture, px. */
  size: number
  /** Default ripe. */
  stage?: Stage
  /** 0 green to 1 ripe; default by stage. */
  ripeness?: number
  /** Whether the printed film is still on; default by stage. */
  film?: boolean
  imprint?: Mask
  seed?: number
  /** Turned to the right and nodded down, radians. */
  tilt?: readonly [number, number]
  /** Rolled clockwise, radians. */
  roll?: number
  /** Soft brown shadow where the fruit stands. */
  shadow?: boolean
}

/** Light creeps this far under the printed film, so grown edges are soft. */
const BLEED_MM = 0.1

/** Paints the imprint into a skin colour; returns the gloss left (the film shines more, grown words a little less). */
function paintImprint(
  colour: [number, number, number],
  look: Look,
  mask: Mask,
  mm: readonly [number, number],
  own: Vector,
  state: { ripeness: number; film: boolean; streak: number; blush: number; seed: number },
): number {
  const side = STICKER_MM
  const cover = clamp(sampleMask(mask, (mm[0] / side + 0.5) * mask.width, (mm[1] / side + 0.5) * mask.height))
  if (!state.film) {
    const laser = look.technique === 'laser'
    const grown = cover * (laser ? smoothstep(0.9, 1, state.ripeness) : smoothstep(0.12, 0.75, state.ripeness))
    if (grown === 0) return 1
    if (laser) return burn(colour, look, own, grown, state.seed)
    const grain = noise(own[0] * 11, own[1] * 11, own[2] * 11, state.seed + 8) - 0.5
    const tone = 1 + 0.05 * grain + 0.05 * (state.streak - 0.5)
    const kept = 0.95 - 0.07 * smoothstep(0.5, 1, state.streak) * state.blush
    for (let c = 0; c < 3; c++) colour[c] = mix(colour[c], look.pale[c] * tone, grown * kept)
    return 1 - 0.25 * grown
  }
  const off = Math.hypot(mm[0], mm[1])
  const inside = smoothstep(FILM_MM + 0.2, FILM_MM - 0.2, off)
  if (inside === 0) return 1
  const edge = smoothstep(0.9, 0, Math.abs(off - FILM_MM + 0.4))
  for (let c = 0; c < 3; c++) {
    colour[c] = mix(colour[c], FILM[c], FILM_ALPHA * inside)
    colour[c] = mix(colour[c], INK[c], INK_ALPHA * cover * inside)
    colour[c] = mix(colour[c], 255, 0.4 * edge * inside)
  }
  return 1 + 0.4 * inside
}

/** A laser dries the skin to brown cork: matt, a little uneven, the skin's own dots gone. */
function burn(colour: [number, number, number], look: Look, own: Vector, grown: number, seed: number): number {
  const cork = noise(own[0] * 60, own[1] * 60, own[2] * 60, seed + 9) - 0.5
  for (let c = 0; c < 3; c++) colour[c] = mix(colour[c], look.pale[c] * (1 + 0.16 * cork), grown * 0.94)
  return 1 - 0.8 * grown
}

function pebbled(look: Look, pose: Pose, direction: Vector, angle: number, normal: Vector, seed: number): Vector {
  const step = 0.014
  const height = (d: Vector) => rindHeight(look, ownDirection(pose, d), angle, seed)
  const here = height(direction)
  const slope = (d: Vector) => (height(d) - here) / step
  return unit([
    normal[0] - slope([direction[0] + step, direction[1], direction[2]]),
    normal[1] - slope([direction[0], direction[1] + step, direction[2]]),
    normal[2] - slope([direction[0], direction[1], direction[2] + step]),
  ])
}

function drawShadow(pixels: Uint8ClampedArray, size: number, shape: Shape, scale: number, middle: number): void {
  const base = middle + scale * shape.look.profile[shape.look.profile.length - 2] * 0.965
  for (let py = Math.floor(base - scale * 0.3); py < size; py++) {
    for (let px = 0; px < size; px++) {
      const x = (px + 0.5 - size / 2 - scale * 0.04) / scale
      const y = (py + 0.5 - base) / scale
      const wide = Math.exp(-((x / 0.62) ** 2) - (y / 0.075) ** 2)
      const tight = Math.exp(-((x / 0.36) ** 2) - (y / 0.035) ** 2)
      const edge = smoothstep(0.5, 0.38, Math.abs((px + 0.5) / size - 0.5)) * smoothstep(size, size * 0.96, py + 1)
      const alpha = (0.36 * wide + 0.3 * tight) * edge
      const at = (py * size + px) * 4
      pixels[at] = 74
      pixels[at + 1] = 40
      pixels[at + 2] = 14
      pixels[at + 3] = alpha < 0.012 ? 0 : alpha * 255
    }
  }
}

/**
 * Draws one fruit on a transparent ground. The same options always give the same bytes.
 * The imprint covers the 40 mm sticker in true proportion to the fruit's usual diameter.
 */
export function renderFruit(options: FruitOptions): Picture {
  const { size, seed = 7, tilt = [0, 0], roll = 0 } = options
  const look = LOOKS[options.look]
  const stage = STAGE_STATE[options.stage ?? 'ripe']
  const ripeness = clamp(options.ripeness ?? stage.ripeness)
  const film = look.technique === 'mask' && (options.film ?? stage.film)
  const bleed = options.imprint && !film ? (options.imprint.width / STICKER_MM) * BLEED_MM : 0
  const imprint = options.imprint && blurMask(options.imprint, bleed)
  const pose = poseFruit(look, tilt, roll)
  const shape = makeShape(look, pose)
  const perRadian = mmPerRadian(look)
  const scale = look.fit.scale * size
  const middle = look.fit.middle * size
  const pixels = new Uint8ClampedArray(size * size * 4)
  const depth = new Float32Array(size * size).fill(-9)
  if (options.shadow) drawShadow(pixels, size, shape, scale, middle)

  const lit = new Uint8ClampedArray(4)
  const hit: Trace = { z: 0, miss: 0 }
  for (let py = 0; py < size; py++) {
    const y = (py + 0.5 - middle) / scale
    for (let px = 0; px < size; px++) {
      const x = (px + 0.5 - size / 2) / scale
      traceSkin(shape, x, y, hit)
      const cover = clamp(1 - hit.miss * scale)
      if (cover <= 0) continue
      const z = hit.miss > 0 ? 0.02 : hit.z
      const direction = unit([x, y, z])
      const own = ownDirection(pose, direction)
      const angle = Math.acos(clamp(own[1], -1, 1))
      const skin = skinAt(look, own, angle, ripeness, seed)
      const mm = imprint ? stickerPoint(pose, direction, perRadian) : null
      const gloss =
        imprint && mm
          ? paintImprint(skin.colour, look, imprint, mm, own, {
              ripeness,
              film,
              seed,
              streak: skin.streak,
              blush: skin.blush,
            })
          : 1
      let normal = skinNormal(shape, x, y, z)
      if (look.skin.pores > 0) normal = pebbled(look, pose, direction, angle, normal, seed)
      lightSkin(lit, 0, look, skin.colour, normal, angle, gloss)
      const at = py * size + px
      depth[at] = hit.miss > 0 ? -9 : z
      const below = (pixels[at * 4 + 3] / 255) * (1 - cover)
      const total = cover + below
      for (let c = 0; c < 3; c++) pixels[at * 4 + c] = (lit[c] * cover + pixels[at * 4 + c] * below) / total
      pixels[at * 4 + 3] = total * 255
    }
  }
  drawStem(pixels, depth, size, shape, scale, middle, seed)
  return { width: size, height: size, pixels }
}

import { clamp, mix, smoothstep } from '../raster'
import { type Colour, type Look } from './looks'
import { noise, spots } from './noise'
import { type Vector } from './vectors'

// Looked up once: a picture asks for them millions of times, and some engines look through a global each time.
const { hypot, max } = Math

/** Bare skin at one point, plus the pattern that also shows faintly through grown-in words. */
export interface SkinPoint {
  colour: [number, number, number]
  /** 0..1 pattern of streaks, one half on average. */
  streak: number
  /** How strongly the skin blushed here, 0..1. */
  blush: number
}

const RUSSET: Colour = [150, 112, 58]

function towards(colour: [number, number, number], other: Colour, share: number): void {
  colour[0] += (other[0] - colour[0]) * share
  colour[1] += (other[1] - colour[1]) * share
  colour[2] += (other[2] - colour[2]) * share
}

/** Streaks run from stem to blossom end, so their noise is stretched along that angle. */
function streakAt(look: Look, own: Vector, angle: number, seed: number): number {
  const ring = hypot(own[0], own[2]) || 1e-6
  const { along, contrast } = look.skin.streaks
  const waver = (noise(own[0] * 3, own[1] * 3, own[2] * 3, seed + 11) - 0.5) * 0.09
  const c = own[2] / ring + waver
  const s = own[0] / ring - waver
  const broad = noise(c * along * 0.55, s * along * 0.55, angle * 0.9, seed)
  const fine = noise(c * along * 1.7, s * along * 1.7, angle * 1.5, seed + 1)
  const hair = noise(c * along * 4.6, s * along * 4.6, angle * 2.6, seed + 2)
  return clamp((broad * 0.38 + fine * 0.36 + hair * 0.26 - 0.5) * contrast + 0.5)
}

/**
 * Colour of the skin where the fruit's own direction is `own` and the angle from the stem is `angle` (radians).
 * `ripeness` 0 is the green fruit on the day of the film, 1 the day of picking.
 */
export function skinAt(look: Look, own: Vector, angle: number, ripeness: number, seed: number): SkinPoint {
  const { skin } = look
  const streak = streakAt(look, own, angle, seed)
  const patch = noise(own[0] * 1.9 + 5, own[1] * 1.9 + 5, own[2] * 1.9, seed + 3)
  const strength = skin.streaks.strength
  const cover = streak * strength * 0.75 + patch * (1 - strength * 0.75)

  // The sunny upper left blushes first, streak by streak; the last of the green goes from the shadow side.
  const sunny = 0.16 * own[1] - 0.2 * own[0] + 0.12 * own[2]
  const shy = skin.shadeSide * (1.5 * max(0, own[0] - 0.12) + 0.8 * max(0, -0.5 - own[1]))
  const start = 1.08 - 0.5 * (patch - 0.5) - 0.42 * (streak - 0.5) - sunny + shy
  const blush = ripeness <= 0 ? 0 : smoothstep(start - 0.55, start + 0.4, ripeness * 1.75)
  const groundShows = smoothstep(skin.ground01 + 0.24, skin.ground01 - 0.2, cover)

  const stem = smoothstep(skin.stemPatch, skin.stemPatch * 0.25, angle + (streak - 0.5) * 0.34)
  const under: [number, number, number] = [skin.green[0], skin.green[1], skin.green[2]]
  towards(under, skin.ground, ripeness * (0.92 - 0.35 * stem))
  const mottle = (patch - 0.5) * 26 + (streak - 0.5) * 15
  under[0] += mottle
  under[1] += mottle * 0.8
  under[2] += mottle * 0.5

  const red: [number, number, number] = [skin.blush[0], skin.blush[1], skin.blush[2]]
  towards(red, skin.deep, smoothstep(0.34, 0.86, cover * 0.75 + (1 - streak) * 0.1 + patch * 0.2))
  towards(red, skin.ground, groundShows * 0.8)

  const colour = under
  const shown = blush * (1 - stem * 0.86)
  towards(colour, red, shown)

  const { lenticels } = skin
  if (lenticels.share > 0) {
    const dots = max(
      spots(own[0], own[1], own[2], lenticels.density, lenticels.share, seed + 20),
      0.7 * spots(own[0], own[1], own[2], lenticels.density * 2.1, lenticels.share * 0.6, seed + 30),
    )
    towards(colour, lenticels.colour, dots * lenticels.strength * mix(0.6, 1, blush))
  }
  if (skin.pores === 0 && skin.fuzz === 0)
    towards(colour, RUSSET, smoothstep(0.2, 0.04, angle + (streak - 0.5) * 0.12) * 0.65)
  return { colour, streak, blush: shown }
}

/** Height of the pebbled rind in a direction, model units; 0 for smooth fruit. */
export function rindHeight(look: Look, own: Vector, angle: number, seed: number): number {
  const pores = look.skin.pores
  if (pores === 0) return 0
  const pebbles = noise(own[0] * 25, own[1] * 25, own[2] * 25, seed + 40)
  if (angle > 0.75) return pores * pebbles * 0.012
  const ring = hypot(own[0], own[2]) || 1e-6
  const folds = noise((own[0] / ring) * 4.2, (own[2] / ring) * 4.2, 1, seed + 42)
  return pores * (pebbles * 0.012 + folds * 0.05 * smoothstep(0.75, 0.1, angle))
}

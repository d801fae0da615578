import { noise, spots } from '../../imprint/fruit/noise'
import type { Hit } from './body'
import type { Colour, Skin } from './fruits'

const { sqrt } = Math

/** Light of a colour, 0..1 in each of red, green and blue: sRGB undone. */
export const lightOf = (colour: Colour): readonly [number, number, number] =>
  colour.map((value) => {
    const share = value / 255
    return share > 0.04045 ? ((share + 0.055) / 1.055) ** 2.4 : share / 12.92
  }) as unknown as readonly [number, number, number]

/** What a point of the skin gives back of white light, written over from point to point. */
export type Albedo = Float64Array

const step = (low: number, high: number, value: number) => {
  const t = value <= low ? 0 : value >= high ? 1 : (value - low) / (high - low)
  return t * t * (3 - 2 * t)
}

/** The colour of the skin, with the imprint's share (0..1) of it at that point. */
export function skinOf(skin: Skin, seed: number): (hit: Hit, imprint: number, albedo: Albedo) => void {
  const [blush, deep, ground, mark] = [skin.blush, skin.deep, skin.ground, skin.mark].map(lightOf)
  const patchFrom = 0.78 - 0.5 * skin.patches
  return ({ stem, front, side }, imprint, albedo) => {
    const around = sqrt(front * front + side * side) || 1e-9
    const east = (front / around) * skin.stripes * 0.55
    const north = (side / around) * skin.stripes * 0.55
    const broad = noise(east, north, stem * 1.6, seed)
    const fine = noise(east * 2.7 + 40, north * 2.7, stem * 2.4, seed + 1)
    const patch = noise(front * 1.5 + 9, side * 1.5, stem * 1.5, seed + 2)
    const mottle = noise(front * 14, side * 14, stem * 14, seed + 3)
    const streak = step(0.42, 0.8, 0.62 * broad + 0.38 * fine) * skin.striped
    // Film is put on the side that the sun reaches: large pale patches are rather elsewhere.
    const sunny = 1 - 0.7 * step(0.2, 0.9, front)
    const bare = 0.75 * sunny * step(patchFrom, patchFrom + 0.28, patch) + 0.8 * step(0.8, 0.98, stem)
    const open = Math.min(0.92, streak + bare * (0.6 + 0.4 * fine))
    const dark = step(0.35, 0.75, fine) * 0.7 + 0.3 * mottle
    const dot = skin.lenticels && spots(front, side, stem, 16, 0.4, seed + 4) * skin.lenticels * (1 - 0.8 * imprint)
    const pore = skin.pores && (spots(front, side, stem, 26, 0.9, seed + 5) * 0.16 + 0.1 * (mottle - 0.5)) * skin.pores
    const uneven = 1 - pore + 0.08 * (mottle - 0.5)
    for (let i = 0; i < 3; i++) {
      let value = blush[i] + (deep[i] - blush[i]) * dark
      value += (ground[i] - value) * open
      value += (mark[i] * (0.96 + 0.08 * mottle) - value) * imprint
      value += (ground[i] * 1.1 - value) * dot * 0.7
      albedo[i] = value * uneven
    }
  }
}

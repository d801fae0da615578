import { trusting, type Skin } from './channel'
import { emptyView, gridOf, look, pointsOf, softInk, type Lay } from './laid'
import { Normals } from './least-squares'
import { quantile, type Plane } from './plane'
import type { Template } from './template'

const { abs, ceil, hypot, max, min } = Math

const SIDE = 80
const GROUND = 6
/** Shine weaker than `least`, in the light that falls there, or than `rare` spreads of the rest, is left. */
interface Shining {
  least: number
  rare: number
  /** What lies so near to shine is in it too, mm on the sticker. */
  aroundMm: number
}
const STRONG: Shining = { least: 0.2, rare: 3.5, aroundMm: 0.9 }
const FAINT: Shining = { least: 0.07, rare: 2.5, aroundMm: 0.7 }
/** Taken for ink: so much of the ink's contrast, and so many spreads, where there should be none or less. */
const FALSE_INK = 0.2
const OUTSTANDING = 2.5
/** From this on red is burnt out, in 0..255, and only green and blue tell. */
const BURNT = 240

/**
 * Takes back the trust in skin that shines. Pale or tinted, a reflection is told from an imprint by its colour once the
 * design lies on the fruit: what ink does to red, green and blue is known then, and what shines adds the same to all three.
 */
export function withoutShine(skin: Skin, template: Template, lay: Lay): Skin {
  const trust = dulled(skin, template, lay, STRONG, () => true)
  return trust ? trusting(skin, trust) : skin
}

/** The same of weaker shine, where it would be taken for ink in the channel that the skin is seen through now. */
export function withoutFalseInk(skin: Skin, template: Template, lay: Lay): Skin {
  const grid = gridOf(SIDE, max(1, template.extent))
  const view = emptyView(grid)
  look(skin, skin.pale, lay, grid, view)
  const { rest, contrast, spread } = robustFit(view.pale, view.trust, softInk(template, grid), grid)
  const least = max(FALSE_INK * contrast, OUTSTANDING * spread)
  const trust = dulled(skin, template, lay, FAINT, (i) => rest[i] > least)
  return trust ? { ...skin, trust } : skin
}

/** The trust that is left when the points that shine, and that `counts` says yes to, are taken out; null if none does. */
function dulled(
  skin: Skin,
  template: Template,
  lay: Lay,
  shining: Shining,
  counts: (i: number) => boolean,
): Plane | null {
  const grid = gridOf(SIDE, max(1, template.extent))
  const ink = softInk(template, grid)
  const views = skin.tones.map((tone) => {
    const view = emptyView(grid)
    look(skin, tone, lay, grid, view)
    return view
  })
  const { trust } = views[0]
  const fits = views.map(({ pale }) => robustFit(pale, trust, ink, grid))
  const mark = fits.map(({ contrast }) => contrast)
  const pixels = pointsOf(skin, lay, grid)
  const shine = new Float32Array(grid.count)
  const sizes = new Float32Array(grid.count)
  let known = 0
  for (let i = 0; i < grid.count; i++) {
    if (trust[i] <= 0) continue
    const rest = fits.map((fit) => fit.rest[i])
    shine[i] = shineOf(rest, mark)
    if (burnt(skin, pixels[3 * i], pixels[3 * i + 1])) shine[i] = max(shine[i], shineOfTwo(rest, mark))
    sizes[known++] = abs(shine[i])
  }
  const least = max(shining.least, shining.rare * quantile(sizes.subarray(0, known), 0.6))
  const changed = skin.trust.values.slice()
  const reach = (shining.aroundMm / 20) * lay.pose.reach * skin.circle.radius
  let any = false
  for (let i = 0; i < grid.count; i++) {
    if (shine[i] < least || trust[i] <= 0 || !counts(i)) continue
    any = true
    darken(changed, skin.trust.width, pixels[3 * i], pixels[3 * i + 1], reach)
  }
  return any ? { ...skin.trust, values: changed } : null
}

/**
 * How much of what is left of the three tones is the same in all: the rest, when it points the way of the ink, is ink
 * where none should be, and no shine.
 */
function shineOf(rest: readonly number[], mark: readonly number[]): number {
  const [m2, m1] = [mark[0] ** 2 + mark[1] ** 2 + mark[2] ** 2, mark[0] + mark[1] + mark[2]]
  const [e1, em] = [rest[0] + rest[1] + rest[2], rest[0] * mark[0] + rest[1] * mark[1] + rest[2] * mark[2]]
  const determinant = 3 * m2 - m1 * m1
  if (determinant < 0.05 * m2 || m2 < 1e-6) return e1 / 3
  const ink = (3 * em - m1 * e1) / determinant
  const shine = (m2 * e1 - m1 * em) / determinant
  // Ink that is missing must not come out as shine, nor shine that is mostly ink.
  return ink < 0 ? min(shine, e1 / 3) : shine
}

/** The same from green and blue alone. */
function shineOfTwo([, green, blue]: readonly number[], [, g, b]: readonly number[]): number {
  return abs(g - b) < 0.05 ? 0 : (g * blue - b * green) / (g - b)
}

const burnt = ({ colours: { red, width } }: Skin, x: number, y: number): boolean =>
  red[(y | 0) * width + (x | 0)] >= BURNT

/** What the ground and the ink leave of one tone, outliers not followed. */
function robustFit(
  tone: Float32Array,
  trust: Float32Array,
  ink: Float32Array,
  grid: { count: number; u: Float32Array; v: Float32Array },
) {
  const rest = new Float32Array(grid.count)
  const row = new Float64Array(GROUND + 2)
  let contrast = 0
  let spread = Infinity
  for (let round = 0; round < 3; round++) {
    const normals = new Normals(GROUND + 2)
    for (let i = 0; i < grid.count; i++) {
      if (trust[i] <= 0) continue
      ground(row, grid.u[i], grid.v[i])
      row[GROUND] = ink[i]
      row[GROUND + 1] = tone[i]
      const off = rest[i] / (2 * spread)
      normals.add(row, trust[i] / (1 + off * off))
    }
    const fit = normals.solve()
    contrast = fit[GROUND]
    const sizes = new Float32Array(grid.count)
    let known = 0
    for (let i = 0; i < grid.count; i++) {
      if (trust[i] <= 0) continue
      ground(row, grid.u[i], grid.v[i])
      let expected = fit[GROUND] * ink[i]
      for (let k = 0; k < GROUND; k++) expected += fit[k] * row[k]
      rest[i] = tone[i] - expected
      sizes[known++] = abs(rest[i])
    }
    spread = max(1e-4, quantile(sizes.subarray(0, known), 0.68))
  }
  return { rest, contrast, spread }
}

function ground(row: Float64Array, u: number, v: number): void {
  row[0] = 1
  row[1] = u
  row[2] = v
  row[3] = u * u
  row[4] = u * v
  row[5] = v * v
}

function darken(trust: Float32Array, width: number, x: number, y: number, reach: number): void {
  const most = ceil(reach)
  for (let dy = -most; dy <= most; dy++) {
    for (let dx = -most; dx <= most; dx++) {
      const [px, py] = [(x + dx) | 0, (y + dy) | 0]
      if (px < 0 || py < 0 || px >= width || py * width >= trust.length) continue
      if (hypot(px - x, py - y) <= reach) trust[py * width + px] = 0
    }
  }
}

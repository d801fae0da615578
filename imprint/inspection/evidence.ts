import type { Aligned, Blurs } from './align'
import { NO_EVIDENCE, type Evidence } from './evidence-names'
import { emptyView, gridOf, look, sampled } from './laid'
import type { Spot } from './opinion'
import { blurred, blurredByWeight, quantile, type Plane } from './plane'
import type { Template } from './template'

const { abs, ceil, max, min, round, sqrt } = Math

/** Points a side of the square on which a laid design is judged: two for each mm. */
export const POINTS = 80
const PER_MM = POINTS / 40
/** Slower than this the skin's own colour changes, in points. */
const SLOW = 5 * PER_MM

/** The skin under the sticker and the ink that should be there, point for point, slow changes taken out of both. */
export interface Compared {
  skin: Plane
  ink: Plane
  trust: Plane
  /** The same before slow changes were taken out; ink 0..1. */
  rawSkin: Plane
  rawInk: Plane
  /** Skin contrast for full ink. */
  contrast: number
}

/** Lays the ink over the skin. */
export function compare(blurs: Blurs, template: Template, { lay }: Aligned): Compared {
  const grid = gridOf(POINTS, max(1, template.extent))
  const view = emptyView(grid)
  look(blurs.skin, blurs.of(0), lay, grid, view)
  const square = (values: Float32Array): Plane => {
    const plane = { width: POINTS, height: POINTS, values: new Float32Array(POINTS * POINTS) }
    for (let i = 0; i < grid.count; i++) plane.values[grid.at[i]] = values[i]
    return plane
  }
  const rawSkin = square(view.pale)
  const trust = square(view.trust)
  const rawInk = square(sampled(template.soft, grid))
  const skin = withoutSlow(rawSkin, trust)
  const ink = withoutSlow(rawInk, trust)
  let [products, powers] = [0, 0]
  for (let i = 0; i < trust.values.length; i++) {
    products += trust.values[i] * skin.values[i] * ink.values[i]
    powers += trust.values[i] * ink.values[i] * ink.values[i]
  }
  return { skin, ink, trust, rawSkin, rawInk, contrast: powers > 1e-6 ? products / powers : 0 }
}

function withoutSlow(plane: Plane, trust: Plane): Plane {
  const slow = blurredByWeight(plane, trust, SLOW).values
  return { ...plane, values: plane.values.map((value, i) => (trust.values[i] > 0 ? value - slow[i] : 0)) }
}

/** A round window of the sticker, in which skin and ink are compared by themselves. */
interface Window {
  x: number
  y: number
  correlation: number
  /** Contrast here against the contrast of the whole. */
  strength: number
  /** How much there is to be seen by, and the share of it that is seen. */
  detail: number
  seen: number
}

const LEAST_DETAIL = 0.028
const LEAST_SEEN = 0.5

function windowsOf({ skin, ink, trust, contrast }: Compared, radiusMm: number, stepMm: number): Window[] {
  const radius = radiusMm * PER_MM
  const reach = ceil(radius)
  const step = round(stepMm * PER_MM)
  const windows: Window[] = []
  for (let y = step; y < POINTS; y += step) {
    for (let x = step; x < POINTS; x += step) {
      let [n, w, s, t, ss, tt, st, plainT, plainTT] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
      for (let dy = -reach; dy <= reach; dy++) {
        for (let dx = -reach; dx <= reach; dx++) {
          if (dx * dx + dy * dy > radius * radius) continue
          const [px, py] = [x + dx, y + dy]
          if (px < 0 || py < 0 || px >= POINTS || py >= POINTS) continue
          const at = py * POINTS + px
          const a = ink.values[at]
          const weight = trust.values[at]
          n++
          plainT += a
          plainTT += a * a
          if (weight <= 0) continue
          const b = skin.values[at]
          w += weight
          t += weight * a
          s += weight * b
          tt += weight * a * a
          ss += weight * b * b
          st += weight * a * b
        }
      }
      const detail = plainTT / n - (plainT / n) ** 2
      if (detail < LEAST_DETAIL) continue
      const [inkPower, skinPower, both] = w > 0 ? [tt - (t * t) / w, ss - (s * s) / w, st - (s * t) / w] : [0, 0, 0]
      const seen = min(1, inkPower / (detail * n))
      windows.push({
        x,
        y,
        detail,
        seen,
        correlation: inkPower > 1e-6 && skinPower > 1e-12 ? both / sqrt(inkPower * skinPower) : 0,
        strength: inkPower > 1e-6 && contrast > 1e-6 ? both / inkPower / contrast : 0,
      })
    }
  }
  return windows
}

/** Worst, tenth and quarter of the windows that are seen, and how much is seen of the least seen one. */
function ranked(windows: readonly Window[]) {
  const seen = windows.filter((window) => window.seen >= LEAST_SEEN)
  const correlations = Float64Array.from(seen, ({ correlation }) => correlation)
  const strengths = Float64Array.from(seen, ({ strength }) => strength)
  const at = (values: Float64Array, share: number) => (values.length ? quantile(values, share) : 0)
  return {
    worst: at(correlations, 0),
    low: at(correlations, 0.1),
    quarter: at(correlations, 0.25),
    strength: at(strengths, 0.05),
    seenLeast: windows.reduce((least, window) => min(least, window.seen), 1),
    worstWindow: seen.reduce<Window | null>((a, b) => (a && a.correlation <= b.correlation ? a : b), null),
  }
}

/** On skin so quiet every speck is rare, and says nothing. */
const LEAST_NOISE = 0.08

/** What is left of the skin when the ink is taken away: spots of it, and how much it varies. */
function leftovers({ skin, ink, rawInk, trust, contrast }: Compared) {
  const values = new Float32Array(skin.values.length)
  for (let i = 0; i < values.length; i++) values[i] = skin.values[i] - contrast * ink.values[i]
  const spots = blurredByWeight({ width: POINTS, height: POINTS, values }, trust, 0.7 * PER_MM).values
  const seen = blurred(trust, 0.7 * PER_MM).values
  const inkHere = blurred(rawInk, 0.7 * PER_MM).values
  const unit = max(1e-6, contrast)
  let [missing, extra] = [0, 0]
  const besides: number[] = []
  for (let i = 0; i < spots.length; i++) {
    if (seen[i] < 0.7) continue
    const spot = spots[i] / unit
    if (inkHere[i] > 0.3) missing = max(missing, -spot)
    else extra = max(extra, spot)
    if (inkHere[i] < 0.1) besides.push(spot)
  }
  const size = Float32Array.from(besides, abs)
  const spread = size.length ? quantile(size, 0.68) : 1
  return { missing, extra, noise: spread }
}

/** Everything the verdict on one laid design rests on, and where it fits least. */
export function weigh(blurs: Blurs, template: Template, aligned: Aligned, coarse: number) {
  const compared = compare(blurs, template, aligned)
  const { skin, ink, trust, rawInk, contrast } = compared
  const wide = ranked(windowsOf(compared, 4.5, 4))
  const narrow = ranked(windowsOf(compared, 2.75, 2.5))
  const { missing, extra, noise } = leftovers(compared)
  let [ss, tt, st, inkSeen, inkAll] = [0, 0, 0, 0, 0]
  for (let i = 0; i < trust.values.length; i++) {
    const weight = trust.values[i]
    ss += weight * skin.values[i] * skin.values[i]
    tt += weight * ink.values[i] * ink.values[i]
    st += weight * skin.values[i] * ink.values[i]
    inkAll += rawInk.values[i]
    inkSeen += rawInk.values[i] * weight
  }
  const evidence: Evidence = {
    ...NO_EVIDENCE,
    fit: aligned.fit,
    detail: ss * tt > 1e-12 ? st / sqrt(ss * tt) : 0,
    coarse,
    wideWorst: wide.worst,
    wideLow: wide.low,
    wideQuarter: wide.quarter,
    narrowWorst: narrow.worst,
    narrowLow: narrow.low,
    narrowQuarter: narrow.quarter,
    wideStrength: clip(wide.strength),
    narrowStrength: clip(narrow.strength),
    missing: min(3, missing),
    extra: min(3, extra),
    missingRare: min(20, missing / max(LEAST_NOISE, noise)),
    extraRare: min(20, extra / max(LEAST_NOISE, noise)),
    noise: min(3, noise),
    contrast,
    seen: inkAll > 0 ? inkSeen / inkAll : 0,
    seenLeast: wide.seenLeast,
    seenNarrow: narrow.seenLeast,
  }
  return { evidence, compared, worst: spotOf(narrow.worstWindow ?? wide.worstWindow) }
}

const clip = (value: number) => max(-1, min(2, value))

const spotOf = (window: Window | null): Spot | null =>
  window && {
    x: round(((window.x + 0.5) / PER_MM - 20) * 10) / 10,
    y: round(((window.y + 0.5) / PER_MM - 20) * 10) / 10,
    radius: 3,
  }

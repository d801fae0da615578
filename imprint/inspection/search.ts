import { emptySpectrum, Fourier, type Spectrum } from './fourier'
import type { Plane } from './plane'
import { anglesOf, type Pose } from './sphere'
import { onSticker, type Template } from './template'
import { angleAt, mapAngleFor, MAP_SIDE } from './unroll'

const { abs, atan2, ceil, cos, hypot, max, min, sin, sqrt, PI } = Math

const SIDE = 128
const TURNS = 36
/** The imprint's middle may lie this far from the line to the camera, as a share of what is rolled flat. */
const FURTHEST = 5 / 7
/** Fruit of one kind is larger or smaller by a tenth, and its outline is taken a little too wide or too narrow. */
const SIZES = [0.861, 0.974, 1.097]
const LEAST_LIKE = 0.2
const KEPT_EACH = 3

const fourier = new Fourier(SIDE)

/** A pose, and how like the design the skin is there as far as the first search can tell, 0..1. */
export interface Candidate {
  pose: Pose
  likeness: number
}

/** The unrolled skin, ready to be searched for one design after the other. */
export class SearchMap {
  private readonly spectrum: Spectrum
  private readonly energies = new Map<number, Float64Array>()
  private readonly found = emptySpectrum(SIDE)

  /** How far the map reaches, and how far the middle of an imprint is looked for; radians. */
  private readonly most: number
  private readonly furthest: number

  /** A map of `mapAngleFor(reach)`; half a sticker is so wide an angle on usual fruit of this kind. */
  constructor(
    private readonly map: Plane,
    private readonly reach: number,
  ) {
    this.most = mapAngleFor(reach)
    this.furthest = FURTHEST * this.most
    this.spectrum = padded(map, (value) => value)
  }

  /** The places most like the design, best first: at every turn, in three sizes. */
  candidates(template: Template, keep: number, sizes: readonly number[] = SIZES): Candidate[] {
    const all: (Candidate & { at: number })[] = []
    for (const reach of sizes.map((size) => size * this.reach)) {
      for (let turn = 0; turn < TURNS; turn += 2) {
        const rolls = [turn, turn + 1].map((k) => (k / TURNS) * 2 * PI)
        this.correlate(patchSpectrum(template, this.halfOf(reach), rolls))
        const energy = this.energyOf(reach)
        rolls.forEach((roll, part) => {
          for (const peak of this.peaks(part ? this.found.im : this.found.re, energy)) {
            const [right, down] = anglesAt(this.angle(peak.at % SIDE), this.angle((peak.at / SIDE) | 0))
            all.push({ ...peak, pose: { right, down, roll, reach } })
          }
        })
      }
    }
    all.sort((a, b) => b.likeness - a.likeness)
    const kept: Candidate[] = []
    for (const { pose, likeness } of all) {
      if (kept.length === keep) break
      if (!kept.some((other) => near(other.pose, pose))) kept.push({ pose, likeness })
    }
    return kept
  }

  /** How like the design the likeliest place is, in the middle size only: a glance. */
  promise(template: Template): number {
    return this.candidates(template, 1, [SIZES[1]])[0]?.likeness ?? 0
  }

  /** Two designs at once: one as the real, the other as the imaginary part. */
  private correlate(patches: Spectrum): void {
    const { re, im } = this.found
    for (let y = 0; y < SIDE; y++) {
      const mirrorRow = ((SIDE - y) % SIDE) * SIDE
      for (let x = 0; x < SIDE; x++) {
        const i = y * SIDE + x
        const j = mirrorRow + ((SIDE - x) % SIDE)
        const ar = (patches.re[i] + patches.re[j]) / 2
        const ai = (patches.im[i] - patches.im[j]) / 2
        const br = (patches.im[i] + patches.im[j]) / 2
        const bi = (patches.re[j] - patches.re[i]) / 2
        const zr = this.spectrum.re[i]
        const zi = this.spectrum.im[i]
        re[i] = zr * ar + zi * ai - (zi * br - zr * bi)
        im[i] = zi * ar - zr * ai + (zr * br + zi * bi)
      }
    }
    fourier.back(this.found, this.isSearched)
  }

  /** The root of the skin's power under a sticker of this reach, at every place. */
  private energyOf(reach: number): Float64Array {
    const known = this.energies.get(reach)
    if (known) return known
    const powers = padded(this.map, (value) => value * value)
    const disc = emptySpectrum(SIDE)
    const half = this.halfOf(reach)
    const most = ceil(half)
    for (let y = -most; y <= most; y++) {
      for (let x = -most; x <= most; x++) if (x * x + y * y <= half * half) disc.re[wrapped(x, y)] = 1
    }
    fourier.forward(disc)
    for (let i = 0; i < disc.re.length; i++) {
      const [pr, pi, dr, di] = [powers.re[i], powers.im[i], disc.re[i], disc.im[i]]
      powers.re[i] = pr * dr + pi * di
      powers.im[i] = pi * dr - pr * di
    }
    fourier.back(powers, this.isSearched)
    const energy = powers.re.map((power) => sqrt(max(1, power / (SIDE * SIDE))))
    this.energies.set(reach, energy)
    return energy
  }

  private peaks(found: Float64Array, energy: Float64Array): { at: number; likeness: number }[] {
    const best: { at: number; likeness: number }[] = []
    for (let y = 2; y < MAP_SIDE - 2; y++) {
      if (!this.isSearched(y) || !this.isSearched(y - 1) || !this.isSearched(y + 1)) continue
      for (let x = 2; x < MAP_SIDE - 2; x++) {
        const at = y * SIDE + x
        const value = found[at]
        if (value < LEAST_LIKE * energy[at]) continue
        if (value < found[at - 1] || value < found[at + 1] || value < found[at - SIDE] || value < found[at + SIDE])
          continue
        if (hypot(this.angle(x), this.angle(y)) > this.furthest) continue
        best.push({ at, likeness: min(1, value / energy[at]) })
      }
    }
    return best.sort((a, b) => b.likeness - a.likeness).slice(0, KEPT_EACH)
  }

  private angle(pixel: number): number {
    return angleAt(pixel, this.most)
  }

  private halfOf(reach: number): number {
    return (reach * MAP_SIDE) / 2 / this.most
  }

  private readonly isSearched = (row: number): boolean => row < MAP_SIDE && abs(this.angle(row)) <= this.furthest + 0.04
}

const wrapped = (x: number, y: number) => ((y + SIDE) % SIDE) * SIDE + ((x + SIDE) % SIDE)

function padded({ width, height, values }: Plane, of: (value: number) => number): Spectrum {
  const spectrum = emptySpectrum(SIDE)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) spectrum.re[y * SIDE + x] = of(values[y * width + x])
  }
  fourier.forward(spectrum, (row) => row < height)
  return spectrum
}

const patches = emptySpectrum(SIDE)
const MOST_POINTS = (2 * ceil(MAP_SIDE / 2) + 1) ** 2
const places = new Int32Array(MOST_POINTS)
const strengths = new Float64Array(MOST_POINTS)

/** Two turns of the design in map pixels, so many from its middle to its edge, one as the real, one as the imaginary part; good until the next call. */
function patchSpectrum(template: Template, half: number, rolls: readonly number[]): Spectrum {
  patches.re.fill(0)
  patches.im.fill(0)
  const most = ceil(half)
  for (let part = 0; part < rolls.length; part++) {
    const [c, s] = [cos(rolls[part]) / half, sin(rolls[part]) / half]
    let count = 0
    let sum = 0
    for (let y = -most; y <= most; y++) {
      for (let x = -most; x <= most; x++) {
        if (x * x + y * y > half * half) continue
        places[count] = wrapped(x, y)
        strengths[count] = onSticker(template.strokes, x * c + y * s, y * c - x * s)
        sum += strengths[count++]
      }
    }
    const mean = sum / count
    let power = 0
    for (let i = 0; i < count; i++) power += (strengths[i] - mean) ** 2
    const share = 1 / sqrt(power || 1) / (SIDE * SIDE)
    const target = part ? patches.im : patches.re
    for (let i = 0; i < count; i++) target[places[i]] = (strengths[i] - mean) * share
  }
  fourier.forward(patches, (row) => row <= most || row >= SIDE - most)
  return patches
}

function anglesAt(u: number, v: number): readonly [number, number] {
  const angle = hypot(u, v)
  const aside = angle > 1e-6 ? sin(angle) / angle : 1
  return anglesOf(u * aside, v * aside, cos(angle))
}

const near = (a: Pose, b: Pose) =>
  hypot(a.right - b.right, a.down - b.down) < 0.1 && abs(atan2(sin(a.roll - b.roll), cos(a.roll - b.roll))) < 0.3

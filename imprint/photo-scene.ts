import { drawLeaf, drawTwig } from './fruit/branch'
import { type LookId, LOOKS } from './fruit/looks'
import { noise, scatter } from './fruit/noise'
import { renderFruit, type Stage } from './fruit/render'
import { makeShape, poseFruit } from './fruit/shape'
import { stemLine } from './fruit/stem'
import { blurPlane, clamp, emptyPicture, type Mask, mix, paste, type Picture, smoothstep } from './raster'

export type Scene = 'orchard' | 'bench'

export interface PhotoOptions {
  look: LookId
  stage: Stage
  scene: Scene
  mask?: Mask
  /** Decides fruit, pose and background; the same seed takes the same photo. */
  seed: number
  /** Side of the square photo, px; default 480. */
  size?: number
}

type Paint = (x: number, y: number) => readonly [number, number, number]

function fill(picture: Picture, paint: Paint): void {
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const [r, g, b] = paint(x, y)
      picture.pixels.set([r, g, b, 255], (y * picture.width + x) * 4)
    }
  }
}

/** Wooden sorting bench, lit from the upper left. Boards run across, their joints are dark. */
function benchGround(size: number, seed: number): Picture {
  const picture = emptyPicture(size, size)
  const board = size / 3.1
  fill(picture, (x, y) => {
    const u = x / size
    const v = y / size
    const which = Math.floor((y + size * 0.12) / board)
    const into = (y + size * 0.12) / board - which
    const wave = noise(u * 2.2, v * 7, which * 5, seed + 60) * 0.5
    const grain = noise(u * 3 + which * 9, v * 46 + wave * 9, 2, seed + 61)
    const hair = noise(u * 9 + which * 5, v * 190 + wave * 20, 4, seed + 62)
    const tone = 0.9 + 0.16 * noise(which * 3.7, 1, 1, seed + 63) + (grain - 0.5) * 0.2 + (hair - 0.5) * 0.09
    const joint = 1 - 0.5 * smoothstep(0.016, 0.002, Math.min(into, 1 - into))
    const light = (1.16 - 0.3 * Math.hypot(u - 0.12, v - 0.05)) * joint * tone
    return [196 * light, 158 * light, 112 * light]
  })
  return picture
}

function benchShadow(picture: Picture, look: LookId, left: number, top: number, side: number): void {
  const { fit, profile } = LOOKS[look]
  const scale = fit.scale * side
  const x0 = left + side / 2 + scale * 0.22
  const y0 = top + fit.middle * side + scale * profile[profile.length - 1] * 0.9
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const dx = (x - x0) / scale
      const dy = (y - y0) / scale
      const wide = Math.exp(-Math.pow((dx / 1.02) ** 2 + (dy / 0.26) ** 2, 1.2))
      const tight = Math.exp(-(((dx + 0.2) / 0.62) ** 2 + (dy / 0.1) ** 2))
      const shade = 1 - 0.5 * wide - 0.36 * tight
      const at = (y * picture.width + x) * 4
      picture.pixels[at] *= shade
      picture.pixels[at + 1] *= shade * (1 - 0.04 * wide)
      picture.pixels[at + 2] *= shade * (1 - 0.1 * wide)
    }
  }
}

/** Leaves and sky far out of focus: discs scattered on a coarse plane, blurred, then enlarged. */
function orchardGround(size: number, seed: number): Picture {
  const coarse = 96
  const next = scatter(seed * 7919 + 13)
  const planes = [0, 1, 2].map((c) =>
    Float32Array.from({ length: coarse * coarse }, (_, i) => {
      const u = (i % coarse) / coarse
      const v = Math.floor(i / coarse) / coarse
      const light = 1.2 - 0.42 * Math.hypot(u - 0.2, v - 0.05)
      return [190, 196, 118][c] * light
    }),
  )
  const tones = [
    [112, 146, 72],
    [124, 154, 76],
    [88, 122, 60],
    [188, 200, 118],
    [240, 232, 176],
    [150, 128, 84],
  ]
  for (let k = 0; k < 70; k++) {
    const x0 = next() * coarse
    const y0 = next() * coarse
    const tone = tones[Math.floor(next() * tones.length)]
    const half = 3 + next() * 8
    const squash = 0.5 + next() * 0.7
    const turn = next() * Math.PI
    const strength = 0.35 + next() * 0.45
    for (let y = Math.max(0, Math.floor(y0 - half)); y < Math.min(coarse, y0 + half); y++) {
      for (let x = Math.max(0, Math.floor(x0 - half)); x < Math.min(coarse, x0 + half); x++) {
        const a = (x - x0) * Math.cos(turn) + (y - y0) * Math.sin(turn)
        const b = ((y - y0) * Math.cos(turn) - (x - x0) * Math.sin(turn)) / squash
        if (a * a + b * b > half * half) continue
        planes.forEach((plane, c) => (plane[y * coarse + x] = mix(plane[y * coarse + x], tone[c], strength)))
      }
    }
  }
  const soft = planes.map((plane) => blurPlane(plane, coarse, coarse, 2, 2))
  const picture = emptyPicture(size, size)
  const at = (plane: Float32Array, x: number, y: number) => {
    const px = clamp((x / size) * coarse - 0.5, 0, coarse - 1.001)
    const py = clamp((y / size) * coarse - 0.5, 0, coarse - 1.001)
    const i = Math.floor(py) * coarse + Math.floor(px)
    const fx = px % 1
    const fy = py % 1
    return mix(mix(plane[i], plane[i + 1], fx), mix(plane[i + coarse], plane[i + coarse + 1], fx), fy)
  }
  fill(picture, (x, y) => [at(soft[0], x, y), at(soft[1], x, y), at(soft[2], x, y)])
  return picture
}

/** Fine sensor grain and darker corners, so that a photo can be told from a render. */
function develop(picture: Picture, seed: number): void {
  const next = scatter(seed + 991)
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) {
      const corner = Math.hypot(x / picture.width - 0.5, y / picture.height - 0.5)
      const shade = 1 - 0.34 * corner * corner
      const grain = (next() - 0.5) * 9
      const at = (y * picture.width + x) * 4
      for (let c = 0; c < 3; c++) picture.pixels[at + c] = picture.pixels[at + c] * shade + grain
    }
  }
}

/**
 * The picture an orchard or bench camera would take of one fruit: opaque, square, slightly turned by the seed
 * (within 9 degrees each way). Used by the camera of the local workbench, where there is no orchard.
 */
export function renderPhoto(options: PhotoOptions): Picture {
  const { look, stage, scene, mask, seed, size = 480 } = options
  const next = scatter(seed)
  const tilt = [(next() - 0.5) * 0.3, (next() - 0.5) * 0.18] as const
  const roll = (next() - 0.5) * 0.24
  const share = scene === 'bench' ? 0.86 : 0.78
  const side = Math.round(size * share)
  const left = Math.round((size - side) / 2 + (next() - 0.5) * size * 0.06)
  const top = Math.round(size * (scene === 'bench' ? 0.05 : 0.17) + (next() - 0.5) * size * 0.03)
  const fruit = renderFruit({ look, size: side, stage, imprint: mask, seed: seed % 997, tilt, roll })
  const picture = scene === 'bench' ? benchGround(size, seed) : orchardGround(size, seed)
  if (scene === 'bench') {
    benchShadow(picture, look, left, top, side)
    paste(picture, fruit, left, top)
  } else {
    const { fit, stem } = LOOKS[look]
    const tip = stemLine(makeShape(LOOKS[look], poseFruit(LOOKS[look], tilt, roll))).slice(-1)[0]
    const tipX = left + (0.5 + tip.x * fit.scale) * side
    const tipY = top + (fit.middle + tip.y * fit.scale) * side
    // A short-stemmed fruit (mandarin) hangs from its own twig.
    const drop = stem.length < 0.25 ? size * 0.07 : 0
    const knotX = tipX + drop * 0.2
    const knotY = tipY - drop + size * 0.006
    const twig = size * 0.0085
    if (drop > 0)
      drawTwig(
        picture,
        [
          [knotX, knotY, twig],
          [tipX, tipY + size * 0.008, twig],
        ],
        seed,
      )
    paste(picture, fruit, left, top)
    drawTwig(
      picture,
      [
        [-8, knotY - size * 0.06, size * 0.011],
        [size * 0.3, knotY - size * 0.035, size * 0.012],
        [knotX, knotY, size * 0.014],
        [size + 8, knotY - size * 0.1, size * 0.018],
      ],
      seed,
    )
    const leaf = (x: number, y: number, length: number, turn: number, shade: number) =>
      drawLeaf(picture, { x, y, length: length * size, turn, colour: [86 * shade, 124 * shade, 58 * shade], seed })
    leaf(size * 0.3, knotY - size * 0.03, 0.26, 2.5, 0.92)
    leaf(knotX + size * 0.05, knotY - size * 0.015, 0.3, 0.42, 1.04)
    leaf(size * 0.8, knotY - size * 0.07, 0.2, -0.5, 1.2)
  }
  develop(picture, seed)
  return picture
}

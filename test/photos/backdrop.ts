import { noise } from '../../imprint/fruit/noise'
import type { Colour } from './fruits'
import type { BackdropId, Camera } from './scene'
import { lightOf } from './skin'

const { abs, cos, exp, floor, sin } = Math

/** Two colours and how far a point (in picture heights) is from the first to the second. */
interface Cloth {
  colours: readonly (readonly [Colour, Colour])[]
  pattern: (x: number, y: number, seed: number) => number
}

const CLOTHS: Readonly<Record<BackdropId, Cloth>> = {
  paper: {
    colours: [
      [
        [236, 234, 228],
        [224, 222, 216],
      ],
      [
        [214, 218, 222],
        [200, 204, 210],
      ],
    ],
    pattern: (x, y, seed) => noise(x * 9, y * 9, 0, seed),
  },
  wood: {
    colours: [
      [
        [176, 128, 78],
        [126, 84, 48],
      ],
      [
        [206, 172, 122],
        [168, 128, 80],
      ],
    ],
    pattern: (x, y, seed) => 0.65 * noise(x * 2.2, y * 26, 1, seed) + 0.35 * noise(x * 6, y * 90, 2, seed),
  },
  cloth: {
    colours: [
      [
        [126, 138, 160],
        [92, 102, 126],
      ],
      [
        [168, 160, 176],
        [140, 130, 150],
      ],
    ],
    pattern: (x, y, seed) => 0.5 * noise(floor(x * 44), floor(y * 44), 0, seed) + 0.5 * noise(x * 4, y * 4, 3, seed),
  },
  slate: {
    colours: [
      [
        [58, 60, 64],
        [40, 41, 45],
      ],
      [
        [92, 94, 98],
        [72, 73, 78],
      ],
    ],
    pattern: (x, y, seed) => noise(x * 7, y * 7, 0, seed),
  },
  leaves: {
    colours: [
      [
        [98, 128, 62],
        [34, 56, 28],
      ],
      [
        [120, 140, 74],
        [58, 66, 34],
      ],
    ],
    pattern: (x, y, seed) => noise(x * 8, y * 8, 0, seed) * 0.7 + 0.3 * noise(x * 21, y * 21, 4, seed),
  },
  crate: {
    colours: [
      [
        [40, 92, 164],
        [22, 50, 98],
      ],
      [
        [206, 202, 190],
        [120, 116, 106],
      ],
    ],
    pattern: (x, y, seed) => {
      const [u, v] = [abs(((x * 5.5 + seed) % 1) - 0.5), abs(((y * 5.5) % 1) - 0.5)]
      return u > 0.34 || v > 0.34 ? 0.15 * noise(x * 20, y * 20, 0, seed) : 0.9
    },
  },
  kraft: {
    colours: [
      [
        [190, 152, 106],
        [162, 124, 82],
      ],
      [
        [172, 140, 104],
        [150, 116, 80],
      ],
    ],
    pattern: (x, y, seed) => 0.6 * noise(x * 5, y * 60, 0, seed) + 0.4 * noise(x * 70, y * 8, 5, seed),
  },
}

/** The table is out of focus, so a quarter of the picture's points is enough. */
const COARSE = 4

/** What lies behind and under the fruit, with its shadow: light of red, green and blue, row by row. */
export function drawBackdrop(id: BackdropId, { width, height, fruit }: Camera, seed: number): Float32Array {
  const { colours, pattern } = CLOTHS[id]
  const [one, other] = colours[seed % colours.length].map(lightOf)
  const turn = (seed % 628) / 100
  const [c, s] = [cos(turn), sin(turn)]
  const [columns, rows] = [Math.ceil(width / COARSE) + 2, Math.ceil(height / COARSE) + 2]
  const coarse = new Float32Array(columns * rows * 3)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const [x, y] = [column * COARSE, row * COARSE]
      const [u, v] = [x / height + 7, y / height + 7]
      const share = pattern(u * c - v * s + 20, u * s + v * c + 20, seed)
      const [dx, dy] = [
        (x - fruit.x) / (fruit.radius * 1.1),
        (y - fruit.y - fruit.radius * 0.5) / (fruit.radius * 0.78),
      ]
      const light = (1 - 0.62 * exp(-((dx * dx + dy * dy) ** 2))) * (1.05 - (0.3 * y) / height)
      for (let i = 0; i < 3; i++) {
        coarse[(row * columns + column) * 3 + i] = (one[i] + (other[i] - one[i]) * share) * light
      }
    }
  }
  return enlarged(coarse, columns, width, height)
}

function enlarged(coarse: Float32Array, columns: number, width: number, height: number): Float32Array {
  const plane = new Float32Array(width * height * 3)
  for (let y = 0; y < height; y++) {
    const row = floor(y / COARSE)
    const fy = y / COARSE - row
    for (let x = 0; x < width; x++) {
      const column = floor(x / COARSE)
      const fx = x / COARSE - column
      const at = (row * columns + column) * 3
      for (let i = at; i < at + 3; i++) {
        const upper = coarse[i] + (coarse[i + 3] - coarse[i]) * fx
        const below = i + columns * 3
        plane[(y * width + x) * 3 + i - at] =
          upper + (coarse[below] + (coarse[below + 3] - coarse[below]) * fx - upper) * fy
      }
    }
  }
  return plane
}

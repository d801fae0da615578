import { clamp, emptyPicture, mix, paste, type Picture, smoothstep } from '../raster'
import { type Colour } from './looks'
import { noise } from './noise'

export interface Leaf {
  /** Where the leaf joins the branch, px. */
  x: number
  y: number
  length: number
  /** Direction of the tip, radians clockwise from the right. */
  turn: number
  colour: Colour
  seed: number
}

/** Lays one lit leaf with midrib and side veins on a picture, in place. */
export function drawLeaf(picture: Picture, leaf: Leaf): void {
  const { length, turn, colour, seed } = leaf
  const cos = Math.cos(turn)
  const sin = Math.sin(turn)
  const reach = Math.ceil(length * 1.1)
  const layer = emptyPicture(reach * 2, reach * 2)
  for (let py = 0; py < layer.height; py++) {
    for (let px = 0; px < layer.width; px++) {
      const dx = (px + 0.5 - reach) / length
      const dy = (py + 0.5 - reach) / length
      const t = dx * cos + dy * sin
      if (t < -0.02 || t > 1.02) continue
      const curl = 0.16 * t * t
      const side = dy * cos - dx * sin - curl
      const teeth = 1 + 0.035 * Math.sin(t * 74 + (side > 0 ? 1 : 0))
      const half = 0.27 * Math.pow(Math.sin(Math.PI * Math.pow(clamp(t), 0.82)), 0.85) * (1 - 0.22 * t) * teeth
      const stalk = t < 0.1 ? 0.011 : 0
      const cover = clamp((Math.max(half, stalk) - Math.abs(side)) * length + 0.5)
      if (cover <= 0) continue
      const across = half > 0.01 ? side / half : 0
      const upper = across * Math.cos(turn) < 0
      const rib = smoothstep(0.016, 0.004, Math.abs(side))
      const vein = smoothstep(0.86, 1, Math.cos((t * 9.5 - Math.abs(across) * 2.6) * Math.PI)) * (1 - Math.abs(across))
      const mottle = noise(t * 9, side * 16, 1, seed) - 0.5
      const sheen = Math.exp(-(((across + 0.42) / 0.35) ** 2) - ((t - 0.45) / 0.3) ** 2)
      const light = (upper ? 1.16 : 0.82) * (0.9 + 0.2 * mottle) * (1 - 0.16 * Math.abs(across)) - vein * 0.05
      const at = (py * layer.width + px) * 4
      for (let c = 0; c < 3; c++) {
        const lit = colour[c] * light + [52, 58, 36][c] * sheen * 0.8
        layer.pixels[at + c] = mix(lit, [206, 220, 150][c], rib * 0.5)
      }
      layer.pixels[at + 3] = cover * 255
    }
  }
  paste(picture, layer, Math.round(leaf.x) - reach, Math.round(leaf.y) - reach)
}

/** Lays a round branch along a curve of points (px) with a thickness at each, in place. */
export function drawTwig(picture: Picture, points: readonly (readonly [number, number, number])[], seed: number): void {
  const layer = emptyPicture(picture.width, picture.height)
  const fine: [number, number, number][] = []
  for (let i = 0; i + 1 < points.length; i++) {
    const parts = Math.ceil(Math.hypot(points[i + 1][0] - points[i][0], points[i + 1][1] - points[i][1]) / 1.5) + 1
    for (let k = 0; k < parts; k++) {
      const t = k / parts
      const before = points[Math.max(0, i - 1)]
      const after = points[Math.min(points.length - 1, i + 2)]
      const at = (c: 0 | 1 | 2) => {
        const [a, b, d, e] = [before[c], points[i][c], points[i + 1][c], after[c]]
        return b + 0.5 * t * (d - a + t * (2 * a - 5 * b + 4 * d - e + t * (3 * (b - d) + e - a)))
      }
      fine.push([at(0), at(1), at(2)])
    }
  }
  fine.forEach(([x, y, half], i) => {
    const [nextX, nextY] = fine[Math.min(fine.length - 1, i + 1)]
    const [lastX, lastY] = fine[Math.max(0, i - 1)]
    const long = Math.hypot(nextX - lastX, nextY - lastY) || 1
    const ax = -(nextY - lastY) / long
    const ay = (nextX - lastX) / long
    const flip = ax * 0.6 + ay * 0.8 < 0 ? -1 : 1
    for (let py = Math.max(0, Math.floor(y - half - 1)); py < Math.min(picture.height, y + half + 2); py++) {
      for (let px = Math.max(0, Math.floor(x - half - 1)); px < Math.min(picture.width, x + half + 2); px++) {
        const dx = px + 0.5 - x
        const dy = py + 0.5 - y
        const cover = clamp(half - Math.hypot(dx, dy) + 0.5)
        const o = (py * picture.width + px) * 4
        if (cover === 0 || cover * 255 < layer.pixels[o + 3]) continue
        const across = clamp(((dx * ax + dy * ay) * flip) / half, -1, 1)
        const bark = 0.84 + 0.32 * noise(px * 0.09, py * 0.22, across * 2, seed)
        const light = (0.42 + 0.72 * clamp(0.5 - across * 0.6)) * bark
        layer.pixels.set([128 * light, 96 * light, 62 * light, cover * 255], o)
      }
    }
  })
  paste(picture, layer, 0, 0)
}

import { mmPerRadian, STICKER_MM, stickerPoint } from './fruit/imprint-frame'
import { type Colour, type LookId, LOOKS } from './fruit/looks'
import { renderFruit } from './fruit/render'
import { poseFruit } from './fruit/shape'
import { unit } from './fruit/vectors'
import { emptyMask, emptyPicture, type Picture, smoothstep } from './raster'

function fullPrint(look: LookId, size: number): { bare: Picture; printed: Picture } {
  const mask = emptyMask(64, 64)
  mask.coverage.fill(1)
  return { bare: renderFruit({ look, size }), printed: renderFruit({ look, size, imprint: mask }) }
}

/** How much of the sticker a picture pixel belongs to: 1 well inside, 0 outside. */
function onSticker(look: LookId, size: number): (px: number, py: number) => number {
  const { fit, profile } = LOOKS[look]
  const pose = poseFruit(LOOKS[look], [0, 0], 0)
  const perRadian = mmPerRadian(LOOKS[look])
  const near = profile[6] * 1.001
  return (px, py) => {
    const x = ((px + 0.5) / size - 0.5) / fit.scale
    const y = ((py + 0.5) / size - fit.middle) / fit.scale
    const z2 = near * near - x * x - y * y
    if (z2 <= 0.01) return 0
    const mm = stickerPoint(pose, unit([x, y, Math.sqrt(z2)]), perRadian)
    return mm ? smoothstep(STICKER_MM / 2, STICKER_MM / 2 - 2.5, Math.hypot(mm[0], mm[1])) : 0
  }
}

/**
 * The layer above flat pale words. It is painted in the colours of the bare skin beneath, so over bare skin it
 * cannot be seen; over the words it lets as much skin through as makes them look grown in and lit.
 */
export function lightLayer(look: LookId, size: number): Picture {
  const { bare, printed } = fullPrint(look, size)
  const flat = LOOKS[look].paleOnScreen
  const inside = onSticker(look, size)
  const layer = emptyPicture(size, size)
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const share = inside(x, y)
      if (share === 0) continue
      const at = (y * size + x) * 4
      let along = 0
      let whole = 1e-6
      for (let c = 0; c < 3; c++) {
        const span = flat[c] - bare.pixels[at + c]
        along += span * (flat[c] - printed.pixels[at + c])
        whole += span * span
      }
      const alpha = Math.max(0, along / whole) * share
      layer.pixels.set([bare.pixels[at], bare.pixels[at + 1], bare.pixels[at + 2], Math.min(0.8, alpha) * 255], at)
    }
  }
  return layer
}

/** The lit colour of grown-in words at their brightest; `paleOnScreen` in the looks is this, measured. */
export function brightestPale(look: LookId, size: number): Colour {
  const { printed } = fullPrint(look, size)
  const inside = onSticker(look, size)
  const channels: [number[], number[], number[]] = [[], [], []]
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (inside(x, y) < 0.99) continue
      channels.forEach((list, c) => list.push(printed.pixels[(y * size + x) * 4 + c]))
    }
  }
  const high = (list: number[]) => list.sort((a, b) => a - b)[Math.floor(list.length * 0.9)] ?? 0
  return [high(channels[0]), high(channels[1]), high(channels[2])]
}

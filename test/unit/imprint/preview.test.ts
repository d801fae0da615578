import { LOOK_IDS, LOOKS } from '../../../imprint/fruit/looks'
import { renderFruit, STAGES } from '../../../imprint/fruit/render'
import { brightestPale, lightLayer } from '../../../imprint/light-layer'
import { renderPhoto } from '../../../imprint/photo-scene'
import { hexOf, previewBox } from '../../../imprint/preview-box'
import { emptyMask } from '../../../imprint/raster'

const SIZE = 60

describe('the live preview', () => {
  it.each(LOOK_IDS)('%s: the box for words lies where the renderer prints them', (look) => {
    const mask = emptyMask(80, 80)
    for (let y = 20; y < 60; y++) for (let x = 20; x < 60; x++) mask.coverage[y * 80 + x] = 1
    const bare = renderFruit({ look, size: SIZE })
    const printed = renderFruit({ look, size: SIZE, imprint: mask })
    const changed: { x: number; y: number }[] = []
    for (let i = 0; i < SIZE * SIZE; i++) {
      const change = [0, 1, 2].map((c) => Math.abs(printed.pixels[i * 4 + c] - bare.pixels[i * 4 + c]))
      if (Math.max(...change) < 25) continue
      changed.push({ x: ((i % SIZE) + 0.5) / SIZE, y: (Math.floor(i / SIZE) + 0.5) / SIZE })
    }
    const xs = changed.map((p) => p.x)
    const ys = changed.map((p) => p.y)
    const box = previewBox(look)
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(box.centre.x, 1)
    expect((Math.min(...ys) + Math.max(...ys)) / 2).toBeCloseTo(box.centre.y, 1)
    expect(Math.abs(Math.max(...xs) - Math.min(...xs) - 20 * box.mm.x)).toBeLessThan(0.03)
    expect(Math.abs(Math.max(...ys) - Math.min(...ys) - 20 * box.mm.y)).toBeLessThan(0.03)
  })

  it.each(LOOK_IDS)('%s: the flat colour of the words is what the light makes of pale skin', (look) => {
    const measured = brightestPale(look, SIZE)
    measured.forEach((value, c) => expect(Math.abs(value - LOOKS[look].paleOnScreen[c])).toBeLessThan(8))
    expect(previewBox(look).pale).toBe(hexOf(LOOKS[look].paleOnScreen))
  })

  it.each(LOOK_IDS)('%s: words under the light layer come close to words grown in the skin', (look) => {
    const full = emptyMask(16, 16)
    full.coverage.fill(1)
    const grown = renderFruit({ look, size: SIZE, imprint: full }).pixels
    const layer = lightLayer(look, SIZE).pixels
    const flat = LOOKS[look].paleOnScreen
    const { centre, mm } = previewBox(look)
    let [error, plain, n] = [0, 0, 0]
    for (let i = 0; i < SIZE * SIZE; i++) {
      const x = ((i % SIZE) + 0.5) / SIZE - centre.x
      const y = (Math.floor(i / SIZE) + 0.5) / SIZE - centre.y
      if (Math.hypot(x / mm.x, y / mm.y) > 15) continue
      const a = layer[i * 4 + 3] / 255
      for (let c = 0; c < 3; c++) {
        error += Math.abs(flat[c] * (1 - a) + layer[i * 4 + c] * a - grown[i * 4 + c])
        plain += Math.abs(flat[c] - grown[i * 4 + c])
      }
      n += 3
    }
    expect(error / n).toBeLessThan(plain / n)
    expect(error / n).toBeLessThan(16)
  })
})

describe('a photo of the local camera', () => {
  it('is opaque, and the same seed takes the same photo', () => {
    const options = { look: 'fuji', stage: 'ripe', scene: 'bench', seed: 5, size: 64 } as const
    const photo = renderPhoto(options)
    expect(photo.pixels.filter((_, i) => i % 4 === 3).every((alpha) => alpha === 255)).toBe(true)
    expect(renderPhoto(options).pixels).toEqual(photo.pixels)
    expect(renderPhoto({ ...options, seed: 6 }).pixels).not.toEqual(photo.pixels)
  })

  it.each(LOOK_IDS)('can be taken of %s in the orchard and on the bench', (look) => {
    const photos = (['orchard', 'bench'] as const).map((scene) =>
      renderPhoto({ look, stage: 'colouring', scene, seed: 9, size: 32, mask: emptyMask(8, 8) }),
    )
    expect(photos[0].pixels).not.toEqual(photos[1].pixels)
  })

  it('shows another fruit at each stage', () => {
    const photos = STAGES.map((stage) =>
      renderPhoto({ look: 'gala', stage, scene: 'bench', seed: 9, size: 32, mask: emptyMask(8, 8) }),
    )
    expect(new Set(photos.map(({ pixels }) => pixels.join())).size).toBe(STAGES.length)
  })
})

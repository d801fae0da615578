import { emptyPicture, type Mask, type Picture } from '../../../imprint/raster'
import { cropSquare } from '../../../imprint/stencil/crop'
import { printedShare, splitLevel, stencilFromPhoto } from '../../../imprint/stencil/two-tone'

/** A dark disc of half the width on light paper. */
function disc(width: number, height: number, dark = 40, light = 220): Picture {
  const picture = emptyPicture(width, height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const inside = Math.hypot(x - width / 2, y - height / 2) < Math.min(width, height) / 4
      const value = inside ? dark : light
      picture.pixels.set([value, value, value, 255], (y * width + x) * 4)
    }
  }
  return picture
}

const at = (mask: Mask, x: number, y: number) =>
  mask.coverage[Math.round(y * mask.height) * mask.width + Math.round(x * mask.width)]

describe('a stencil from a photo', () => {
  it('finds the level between two tones, and answers for an even plane', () => {
    const level = splitLevel(Float32Array.from([0.1, 0.12, 0.1, 0.8, 0.82, 0.8]))
    expect(level).toBeGreaterThan(0.2)
    expect(level).toBeLessThan(0.75)
    expect(splitLevel(new Float32Array(20).fill(0.5))).toBeCloseTo(0.5, 2)
  })

  it('prints the dark part of a logo and leaves the paper clear', () => {
    const mask = stencilFromPhoto(disc(200, 140), { style: 'logo' })
    expect(at(mask, 0.5, 0.5)).toBe(1)
    expect(at(mask, 0.5, 0.85)).toBe(0)
    expect(at(mask, 0.01, 0.01)).toBe(0)
  })

  it('prints the light part when inverted, but nothing outside the circle', () => {
    const mask = stencilFromPhoto(disc(200, 200), { style: 'logo', invert: true })
    expect(at(mask, 0.5, 0.5)).toBe(0)
    expect(at(mask, 0.5, 0.85)).toBe(1)
    expect(at(mask, 0.08, 0.08)).toBe(0)
  })

  it('keeps a square inside the safe circle', () => {
    const mask = stencilFromPhoto(disc(200, 200), { style: 'logo', invert: true, outline: 'square' })
    mask.coverage.forEach((value, i) => {
      if (value === 0) return
      const x = ((i % mask.width) + 0.5) / mask.width - 0.5
      const y = (Math.floor(i / mask.width) + 0.5) / mask.height - 0.5
      expect(Math.hypot(x, y) * 40).toBeLessThan(18.3)
    })
  })

  it('prints more with a threshold above 0 and less with one below', () => {
    const photo = emptyPicture(128, 128)
    for (let i = 0; i < 128 * 128; i++)
      photo.pixels.set(
        [i % 128, i % 128, i % 128, 255].map((v, c) => (c < 3 ? v * 2 : v)),
        i * 4,
      )
    const share = (threshold: number) => printedShare(stencilFromPhoto(photo, { style: 'logo', threshold }))
    expect(share(0.2)).toBeGreaterThan(share(0) + 0.1)
    expect(share(-0.2)).toBeLessThan(share(0) - 0.1)
  })

  it('turns the photo clockwise around the middle of its crop, and takes what lies beside it for paper', () => {
    const photo = emptyPicture(120, 120)
    for (let i = 0; i < 120 * 120; i++) {
      const value = i % 120 > 80 && Math.abs(Math.floor(i / 120) - 60) < 15 ? 20 : 230
      photo.pixels.set([value, value, value, 255], i * 4)
    }
    const turned = (turn: number) => stencilFromPhoto(photo, { style: 'logo', turn })
    const places = { right: [0.8, 0.5], below: [0.5, 0.8], left: [0.2, 0.5] } as const
    const inked = (mask: Mask) =>
      Object.entries(places).flatMap(([name, [x, y]]) => (at(mask, x, y) > 0.5 ? [name] : []))
    expect([0, 90, 180].map((turn) => inked(turned(turn)))).toEqual([['right'], ['below'], ['left']])
    expect(printedShare(turned(45))).toBeCloseTo(printedShare(turned(0)), 1)
  })

  it('loses specks and keeps the large when it is simplified', () => {
    const photo = disc(240, 240)
    for (let y = 6; y < 240; y += 24)
      for (let x = 6; x < 240; x += 24)
        for (let i = 0; i < 25; i++) photo.pixels.set([20, 20, 20], ((y + Math.floor(i / 5)) * 240 + x + (i % 5)) * 4)
    const inks = (simplify: number) =>
      stencilFromPhoto(photo, { style: 'logo', simplify }).coverage.reduce(
        (sum, value, i) => sum + (Math.hypot((i % 240) - 120, Math.floor(i / 240) - 120) > 70 ? value : 0),
        0,
      )
    expect(inks(0)).toBeGreaterThan(50)
    expect(inks(3)).toBe(0)
    expect(at(stencilFromPhoto(photo, { style: 'logo', simplify: 3 }), 0.5, 0.5)).toBe(1)
  })

  it('finds fine lines of a pale photo when its contrast is raised', () => {
    const photo = disc(160, 160, 200, 220)
    for (let i = 0; i < 160; i++) for (let c = 0; c < 3; c++) photo.pixels[(120 * 160 + i) * 4 + c] = 195
    const share = (contrast: number) => printedShare(stencilFromPhoto(photo, { style: 'portrait', contrast }))
    expect(share(2)).not.toBeCloseTo(share(0.5), 2)
  })

  it('finds a face under uneven light as a portrait, where one level would not do', () => {
    const photo = disc(160, 160, 90, 150)
    for (let y = 0; y < 160; y++) {
      for (let x = 0; x < 160; x++) {
        const o = (y * 160 + x) * 4
        for (let c = 0; c < 3; c++) photo.pixels[o + c] += x * 0.5
      }
    }
    const mask = stencilFromPhoto(photo, { style: 'portrait', outline: 'circle' })
    expect(at(mask, 0.42, 0.5)).toBeGreaterThan(0.5)
    expect(at(mask, 0.58, 0.5)).toBeGreaterThan(0.5)
    expect(at(mask, 0.86, 0.5)).toBeLessThan(0.5)
  })

  it('moves a crop that reached over the edge back inside the photo', () => {
    expect(
      cropSquare({ width: 300, height: 200, pixels: new Uint8ClampedArray(0) }, { x: 0, y: 1, side: 0.5 }),
    ).toEqual({
      left: 0,
      top: 100,
      side: 100,
    })
  })
})

import { LOOK_IDS, LOOKS, type LookId } from '../../../imprint/fruit/looks'
import { renderFruit, STAGES } from '../../../imprint/fruit/render'
import { makeShape, poseFruit, skinDistance } from '../../../imprint/fruit/shape'
import { emptyMask, type Mask, type Picture } from '../../../imprint/raster'

const SIZE = 60

function meanColour(picture: Picture): { r: number; g: number; b: number } {
  let [r, g, b, n] = [0, 0, 0, 0]
  for (let i = 0; i < picture.pixels.length; i += 4) {
    if (picture.pixels[i + 3] < 255) continue
    r += picture.pixels[i]
    g += picture.pixels[i + 1]
    b += picture.pixels[i + 2]
    n += 1
  }
  return { r: r / n, g: g / n, b: b / n }
}

function squareMask(): Mask {
  const mask = emptyMask(80, 80)
  for (let y = 25; y < 55; y++) for (let x = 25; x < 55; x++) mask.coverage[y * 80 + x] = 1
  return mask
}

const alphaAt = (picture: Picture, x: number, y: number) => picture.pixels[(y * picture.width + x) * 4 + 3]

const bySun = LOOK_IDS.filter((look) => LOOKS[look].technique === 'mask')
const byLaser = LOOK_IDS.filter((look) => LOOKS[look].technique === 'laser')

/** Pixel in the middle of the imprint. */
const MIDDLE = (Math.round(SIZE * 0.56) * SIZE + SIZE / 2) * 4

describe('a rendered fruit', () => {
  it('is the same to the byte for the same options and differs for another seed', () => {
    const first = renderFruit({ look: 'fuji', size: SIZE, seed: 3 })
    expect(renderFruit({ look: 'fuji', size: SIZE, seed: 3 }).pixels).toEqual(first.pixels)
    expect(renderFruit({ look: 'fuji', size: SIZE, seed: 4 }).pixels).not.toEqual(first.pixels)
  })

  it.each(LOOK_IDS)('%s is clear at the edges of the picture and solid in the middle', (look) => {
    const picture = renderFruit({ look, size: SIZE })
    const last = SIZE - 1
    const border = Array.from({ length: SIZE }, (_, i) => i).flatMap((i) => [
      alphaAt(picture, i, 0),
      alphaAt(picture, i, last),
      alphaAt(picture, 0, i),
      alphaAt(picture, last, i),
    ])
    expect(Math.max(...border)).toBe(0)
    expect(alphaAt(picture, SIZE / 2, Math.round(SIZE * 0.55))).toBe(255)
  })

  it.each(LOOK_IDS)('%s has no holes: from its left edge to its right edge every row is solid', (look) => {
    const picture = renderFruit({ look, size: SIZE, seed: 11 })
    for (let y = Math.round(SIZE * 0.3); y < SIZE * 0.8; y++) {
      const row = Array.from({ length: SIZE }, (_, x) => alphaAt(picture, x, y))
      const solid = row.slice(row.indexOf(255), row.lastIndexOf(255) + 1)
      expect(solid.every((alpha) => alpha === 255)).toBe(true)
    }
  })

  it.each(bySun)('%s is green first and reddens from stage to stage', (look) => {
    const redness = STAGES.filter((stage) => stage !== 'film').map((stage) => {
      const { r, g } = meanColour(renderFruit({ look, size: SIZE, stage, film: false }))
      return r - g
    })
    expect(redness[0]).toBeLessThan(5)
    expect(redness[1]).toBeGreaterThan(redness[0] + 25)
    expect(redness[2]).toBeGreaterThan(redness[1] + 5)
    expect(redness[2]).toBeGreaterThan(60)
  })

  it.each(bySun)('%s shows a ripe imprint as paler skin, and only inside the mask', (look) => {
    const bare = renderFruit({ look, size: SIZE })
    const printed = renderFruit({ look, size: SIZE, imprint: squareMask() })
    const differences = Array.from({ length: SIZE * SIZE }, (_, i) => ({
      off: Math.hypot((i % SIZE) - SIZE / 2, Math.floor(i / SIZE) - SIZE * 0.58),
      green: printed.pixels[i * 4 + 1] - bare.pixels[i * 4 + 1],
    }))
    expect(differences.filter(({ off, green }) => off > SIZE * 0.22 && green !== 0)).toEqual([])
    expect(differences.filter(({ green }) => green < -9)).toEqual([])
    expect(differences.filter(({ green }) => green > 20).length).toBeGreaterThan(80)
    const middle = (Math.round(SIZE * 0.58) * SIZE + SIZE / 2) * 4
    expect(printed.pixels[middle + 1] - bare.pixels[middle + 1]).toBeGreaterThan(40)
  })

  it.each(byLaser)('%s never reddens', (look) => {
    const { r, g } = meanColour(renderFruit({ look, size: SIZE }))
    expect(r - g).toBeLessThan(10)
  })

  it.each(byLaser)('%s wears no film, and carries its brown mark only when it is picked', (look) => {
    const imprint = squareMask()
    for (const stage of ['green', 'film', 'colouring'] as const) {
      const bare = renderFruit({ look, size: SIZE, stage, film: false })
      expect(renderFruit({ look, size: SIZE, stage, imprint }).pixels).toEqual(bare.pixels)
    }
    const [bare, marked] = [renderFruit({ look, size: SIZE }), renderFruit({ look, size: SIZE, imprint })]
    const greener = (pixels: Uint8ClampedArray) => pixels[MIDDLE + 1] - pixels[MIDDLE]
    expect(marked.pixels[MIDDLE + 1]).toBeLessThan(bare.pixels[MIDDLE + 1] - 60)
    expect(greener(marked.pixels)).toBeLessThan(-20)
  })

  it('shows the seam of a peach on one side only, and down instead of a shine', () => {
    const shape = makeShape(LOOKS.tao, poseFruit({ ...LOOKS.tao, lean: 0 }, [0, 0], 0))
    const skinAt = (right: number) => skinDistance(shape, Math.sin(right), 0, Math.cos(right), 1)
    const seam = LOOKS.tao.cleft?.right ?? 0
    expect(skinAt(seam)).toBeLessThan(skinAt(seam - 0.4) - 0.02)
    expect(skinAt(seam)).toBeLessThan(skinAt(seam + 0.4) - 0.02)
    expect(skinAt(-seam)).toBeCloseTo(skinAt(-seam - 0.4), 2)
    const brightest = (look: LookId) =>
      Math.max(...renderFruit({ look, size: SIZE }).pixels.filter((_, i) => i % 4 === 2))
    expect(brightest('tao')).toBeLessThan(brightest('fuji') - 20)
  })

  it('carries dark words on the film before it is ripe, and none on green skin without a film', () => {
    const imprint = squareMask()
    const green = { look: 'fuji', size: SIZE, stage: 'green' } as const
    expect(renderFruit({ ...green, imprint }).pixels).toEqual(renderFruit(green).pixels)
    const film = renderFruit({ look: 'fuji', size: SIZE, stage: 'film', imprint })
    const middle = (Math.round(SIZE * 0.58) * SIZE + SIZE / 2) * 4
    expect(film.pixels[middle]).toBeLessThan(110)
    expect(renderFruit(green).pixels[middle]).toBeGreaterThan(130)
  })

  it('draws any look at any stage, turned and rolled, without throwing', () => {
    for (const look of LOOK_IDS) {
      for (const stage of STAGES) {
        const picture = renderFruit({
          look,
          size: 24,
          stage,
          imprint: squareMask(),
          tilt: [0.5, -0.4],
          roll: 2,
          shadow: true,
        })
        expect(picture.pixels.length).toBe(24 * 24 * 4)
      }
    }
  })
})

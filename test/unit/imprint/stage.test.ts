import { LOOK_IDS, LOOKS } from '../../../imprint/fruit/looks'
import { boxOf, type Path } from '../../../imprint/outline/path'
import { fadedPictures, middleOf, momentAt, phaseAt, printedPart, stageOutlines } from '../../../imprint/preview/stage'
import { wrapPath } from '../../../imprint/preview/wrap'

const season = Array.from({ length: 101 }, (_, i) => i / 100)

describe('a season under a film', () => {
  it('begins with a bare green fruit and ends with a printed red one', () => {
    expect(momentAt(0, 'mask')).toEqual({ ripe: 0, film: 0, print: 0 })
    expect(momentAt(1, 'mask')).toEqual({ ripe: 1, film: 0, print: 1 })
  })

  it('has the film on before it colours, and takes it off only when it has', () => {
    for (const t of season) {
      const { ripe, film, print } = momentAt(t, 'mask')
      if (ripe > 0 && ripe < 1) expect(film).toBe(1)
      if (print > 0) expect(ripe).toBe(1)
      expect(film + print).toBeLessThanOrEqual(1)
    }
  })

  it('only ever ripens', () => {
    const ripe = season.map((t) => momentAt(t, 'mask').ripe)
    expect(ripe).toEqual([...ripe].sort((a, b) => a - b))
  })

  it('names what is seen', () => {
    for (const phase of ['before', 'sticker', 'colouring', 'harvest'] as const) {
      expect(phaseAt(middleOf(phase), 'mask')).toBe(phase)
    }
    expect(momentAt(middleOf('sticker'), 'mask')).toEqual({ ripe: 0, film: 1, print: 0 })
    expect(momentAt(middleOf('colouring'), 'mask')).toMatchObject({ film: 1 })
  })
})

describe('a season with a laser', () => {
  it('never wears a film, and is marked at the end', () => {
    expect(season.map((t) => momentAt(t, 'laser').film)).toEqual(season.map(() => 0))
    expect(momentAt(0.8, 'laser').print).toBe(0)
    expect(momentAt(1, 'laser').print).toBe(1)
    expect(season.map((t) => phaseAt(t, 'laser'))).not.toContain('sticker')
  })
})

describe.each(LOOK_IDS)('the pictures of %s', (look) => {
  it('fade from green to ripe with nothing to be seen through', () => {
    const at = (ripe: number) => fadedPictures(look, ripe)
    expect(at(0)).toEqual([{ picture: 'green', alpha: 1 }])
    expect(at(1)).toEqual([{ picture: 'ripe', alpha: 1 }])
    for (const ripe of season) {
      expect(at(ripe)[0].alpha).toBe(1)
      expect(at(ripe).length).toBeLessThanOrEqual(2)
    }
    const between = season.flatMap((ripe) => at(ripe).map(({ picture }) => picture))
    expect(between.includes('colouring')).toBe(LOOKS[look].technique === 'mask')
  })

  it('keep the printed skin wherever an imprint may lie', () => {
    const { left, top, side } = printedPart(look)
    const safe: Path = Array.from(
      { length: 36 },
      (_, i) => [i ? 'L' : 'M', 19 * Math.cos(i / 5.7), 19 * Math.sin(i / 5.7)] as const,
    )
    const box = boxOf(wrapPath(safe, look))
    expect(box?.left).toBeGreaterThan(left)
    expect(box?.top).toBeGreaterThan(top)
    expect(box?.right).toBeLessThan(left + side)
    expect(box?.bottom).toBeLessThan(top + side)
  })

  it('carry a ring around each spot, never smaller than can be seen', () => {
    const widthOf = (r: number) => {
      const box = boxOf(stageOutlines([], [{ x: 5, y: -5, r }], look, 1000).rings)
      return box ? box.right - box.left : 0
    }
    expect(widthOf(0.1)).toBeGreaterThan(5)
    expect(widthOf(0.1)).toBe(widthOf(1))
    expect(widthOf(6)).toBeGreaterThan(2.5 * widthOf(0.1))
  })
})

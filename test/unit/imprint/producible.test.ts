import { bitsOf, inkArea, maskOf } from '../../../imprint/bitmap/bits'
import { inspectDesign } from '../../../imprint/producible/check'
import { FILM, LASER, PX_PER_MM } from '../../../imprint/producible/rules'
import { stencilOfBits } from '../../../imprint/stencil/make-stencil'
import { boxes } from './support/drawn'

const SIDE = 480
const mm = (length: number) => Math.round(length * PX_PER_MM)
/** A big square that carries enough ink, and more boxes; all in mm. */
const withBlock = (...list: [number, number, number, number][]) =>
  boxes(
    SIDE,
    [mm(4), mm(4), mm(14), mm(14)],
    ...list.map(([x, y, w, h]): [number, number, number, number] => [mm(x), mm(y), mm(w), mm(h)]),
  )
const kinds = (bits: ReturnType<typeof boxes>, rules = FILM) =>
  inspectDesign(maskOf(bits), rules).findings.map(({ kind }) => kind)

describe('what cannot be made', () => {
  test('is nothing in a sturdy design', () => {
    expect(kinds(withBlock([22, 4, 2, 14]))).toEqual([])
  })

  test('is a stroke that is too thin, and where it is', () => {
    const { findings } = inspectDesign(maskOf(withBlock([22, 4, 0.5, 14])), FILM)
    expect(findings).toMatchObject([{ kind: 'stroke' }])
    expect(findings[0].size).toBeCloseTo(0.5, 1)
    expect(findings[0].x).toBeCloseTo(22.2, 0)
  })

  test('is a gap that is too narrow', () => {
    const { findings } = inspectDesign(maskOf(withBlock([18.4, 4, 6, 14])), FILM)
    expect(findings).toMatchObject([{ kind: 'gap' }])
    expect(Math.abs(findings[0].size - 0.42)).toBeLessThan(0.1)
  })

  test('is a speck, a pinhole, too little ink and too much', () => {
    expect(kinds(withBlock([30, 30, 0.4, 0.4]))).toContain('speck')
    const pin = withBlock()
    pin.ink[mm(10) * SIDE + mm(10)] = 0
    expect(kinds(pin)).toContain('pinhole')
    expect(kinds(boxes(SIDE, [100, 100, 20, 20]))).toEqual(['empty'])
    expect(kinds(boxes(SIDE, [0, 0, SIDE, 400]))).toEqual(['full'])
  })
})

describe('a laser', () => {
  test('draws finer than film, and may burn less of the skin', () => {
    const fine = withBlock([22, 4, 0.5, 14])
    expect(kinds(fine)).toEqual(['stroke'])
    expect(kinds(fine, LASER)).toEqual([])
    const large = boxes(SIDE, [40, 40, 400, 220])
    expect(kinds(large)).toEqual([])
    expect(kinds(large, LASER)).toEqual(['full'])
  })
})

describe('mending', () => {
  test('widens a thin stroke until it can be made, and changes little else', () => {
    const mended = stencilOfBits(withBlock([18, 10, 8, 0.6], [26, 4, 6, 14]), FILM)
    expect(mended).toMatchObject({ refused: null, findings: [] })
    expect(mended.asDrawn.findings).toMatchObject([{ kind: 'stroke' }])
    expect(mended.changed).toBeLessThan(0.02)
    expect(mended.changed).toBeGreaterThan(0)
  })

  test('drops specks and fills pinholes', () => {
    const design = withBlock([30, 30, 0.5, 0.5])
    for (let y = mm(10); y < mm(10) + 5; y++) design.ink.fill(0, y * SIDE + mm(10), y * SIDE + mm(10) + 5)
    const mended = stencilOfBits(design, FILM)
    expect(mended.asDrawn.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['speck', 'pinhole']))
    expect(Math.abs(inkArea(bitsOf(mended.mask)) - mm(14) ** 2)).toBeLessThan(25)
  })

  test('leaves a design alone that needs none', () => {
    expect(stencilOfBits(withBlock(), FILM)).toMatchObject({ refused: null, changed: 0, asDrawn: { findings: [] } })
  })

  test('refuses to turn a grid of hairs into a blob, and shows the hairs', () => {
    const hairs = Array.from({ length: 30 }, (_, i): [number, number, number, number] => [2 + i * 1.2, 2, 0.5, 36])
    const mended = stencilOfBits(
      boxes(SIDE, ...hairs.map(([x, y, w, h]): [number, number, number, number] => [mm(x), mm(y), mm(w), mm(h)])),
      FILM,
    )
    expect(mended.refused).toBe('tooMuch')
    expect(mended.findings.filter(({ kind }) => kind === 'stroke')).toHaveLength(30)
  })

  test('refuses to close a counter', () => {
    // A letter whose counter is a slit: too narrow to open without breaking its thin walls.
    const walls: [number, number, number, number][] = [
      [4, 4, 30, 12],
      [4, 16.17, 30, 12],
      [4, 16, 2, 0.3],
      [32, 16, 2, 0.3],
    ]
    const mended = stencilOfBits(
      boxes(SIDE, ...walls.map(([x, y, w, h]): [number, number, number, number] => [mm(x), mm(y), mm(w), mm(h)])),
      FILM,
    )
    expect(mended).toMatchObject({ refused: 'closesCounters', findings: [{ kind: 'gap' }] })
  })
})

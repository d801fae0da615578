import fc from 'fast-check'
import { SAFE_MM } from '../../../imprint/fruit/imprint-frame'
import { boxOf, svgPath } from '../../../imprint/outline/path'
import { FILM } from '../../../imprint/producible/rules'
import { cutDesign, isProducible, type CutWish, type TextDesign } from '../../../imprint/stencil/cut'
import { rulesOn, stickerMmOn } from '../../../imprint/stencil/make-stencil'
import { CUT_FACES } from '../../../imprint/typeset/faces'
import { setText } from '../../../imprint/typeset/set-text'
import { openFaces } from '../../../press/faces'
import { explore, runsOf } from '../../support/runs'
import { brokenBy, closedBy, finely } from './support/bleeding'

jest.setTimeout(600_000)

const faces = openFaces()
// What the field accepts: Han, letters, figures and signs.
const CHARS = [
  ...'福寿喜乐平安吉祥如意生日快乐新年好爱你永远大小一二三中国人天地心花开春秋果香甜红梅龙马鑫囍',
  ...'AgBxyz059&+·,.，。、~-❤',
]
const FULL: CutWish = { diameterMm: 80, technique: 'mask', mend: 'full' }
const text = (words: string, face: TextDesign['face'], more: Partial<TextDesign> = {}): TextDesign => ({
  kind: 'text',
  text: words,
  face,
  direction: 'rows',
  ...more,
})
const cut = (words: string, face: TextDesign['face'], wish: Partial<CutWish> = {}) =>
  cutDesign(text(words, face), faces, { ...FULL, ...wish })

test('is the same to the byte for the same design', () => {
  const again = cutDesign(text('平安', 'hei'), openFaces(), FULL)
  expect(svgPath(again.path)).toBe(svgPath(cut('平安', 'hei').path))
})

test('keeps the outlines of the font when nothing has to be mended', () => {
  const { path, measures, refused, findings } = cut('福', 'hei')
  expect({ refused, findings, changed: measures.changed }).toEqual({ refused: null, findings: [], changed: 0 })
  expect(path).toEqual(setText('福', faces.hei).path)
})

test('mends what is a little too thin, and says where', () => {
  const made = cut('福', 'song', { mend: 'light' })
  expect(made).toMatchObject({ refused: null, findings: [], thickenable: false })
  expect(made.mended.length).toBeGreaterThan(0)
  expect(made.mended.every(({ char }) => char === '福')).toBe(true)
  expect(made.measures.changed).toBeLessThan(0.02)
})

test('changes more than anybody would see only when it is told to', () => {
  const light = cut('平安', 'song', { mend: 'light' })
  expect(light).toMatchObject({ refused: 'tooMuch', thickenable: true })
  expect(light.path).toEqual(setText('平安', faces.song).path)
  expect(isProducible(cut('平安', 'song'))).toBe(true)
})

test('refuses serifs that are too small, and proposes a face that works', () => {
  const made = cut('生日快乐小明', 'song')
  expect(made).toMatchObject({ refused: 'tooMuch', proposes: { face: 'hei' } })
  expect(made.findings.length).toBeGreaterThan(0)
})

test('refuses thirteen characters in every face, and says how many would fit', () => {
  const made = cut('祝爷爷奶奶福如东海寿比南山', 'hei')
  expect(made.refused).not.toBeNull()
  expect(made.proposes.face).toBeUndefined()
  expect(made.proposes.most).toBeGreaterThanOrEqual(4)
  expect(made.proposes.most).toBeLessThan(13)
})

test('leaves a text the room inside its frame', () => {
  const framed = cutDesign(text('平安', 'hei', { frame: 'ring' }), faces, FULL)
  expect(framed.findings).toEqual([])
  expect(framed.measures.emMm).toBeLessThan(cut('平安', 'hei').measures.emMm)
  expect(boxOf(framed.path)?.right).toBeCloseTo(SAFE_MM / 2, 1)
})

test('names characters that the face does not have', () => {
  expect(cut('囍', 'brush')).toMatchObject({ missing: ['囍'] })
})

test('whatever passes has no stroke and no gap under the rule', async () => {
  const texts = fc.tuple(
    fc
      .array(fc.array(fc.constantFrom(...CHARS), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 })
      .map((lines) => lines.map((chars) => chars.join('')).join('\n')),
    fc.constantFrom(...CUT_FACES),
    fc.constantFrom('rows', 'columns'),
  )
  let passed = 0
  await explore(
    texts,
    ([words, face, direction]) => {
      const made = cutDesign(text(words, face, { direction }), faces, FULL, { propose: false })
      if (!isProducible(made)) {
        expect(made.findings.length + made.missing.length).toBeGreaterThan(0)
        return
      }
      passed++
      // The rule less its tenth, and half a pixel of this second opinion.
      const bits = finely(made.path)
      expect([...brokenBy(bits, 0.32), ...closedBy(bits, 0.275)]).toEqual([])
    },
    {
      what: 'Stencils of texts',
      file: 'test/unit/imprint/make-stencil.test.ts',
      runs: runsOf(16, 1_000),
      shrinkMs: 30_000,
    },
  )
  expect(passed).toBeGreaterThan(3)
})

describe('a smaller fruit', () => {
  test('carries a smaller sticker, on which strokes must be drawn thicker', () => {
    expect([90, 80, 70, 60].map(stickerMmOn)).toEqual([40, 40, 38.5, 33])
    expect(rulesOn(20, FILM)).toMatchObject({ strokeMm: 1.6, gapMm: 1.4 })
  })
})

test.each(['百年好合', '恭喜发财', '金榜题名', '第1颗', '我爱你'])(
  '“%s” in hei needs no more than light mending',
  (words) => {
    expect(cut(words, 'hei', { mend: 'light' })).toMatchObject({ refused: null, findings: [], thickenable: false })
  },
)

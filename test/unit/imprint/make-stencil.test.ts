import fc from 'fast-check'
import { svgPath } from '../../../imprint/outline/path'
import { FILM } from '../../../imprint/producible/rules'
import { rulesOn, stickerMmOn } from '../../../imprint/stencil/make-stencil'
import { isProducible, proposeFace, textStencil } from '../../../imprint/stencil/propose'
import { CUT_FACES } from '../../../imprint/typeset/faces'
import { openFaces } from '../../../press/faces'
import { explore, runsOf } from '../../support/runs'
import { brokenBy, closedBy, finely } from './support/bleeding'

jest.setTimeout(600_000)

const faces = openFaces()
const COMMON = [...'福寿喜乐平安吉祥如意生日快乐新年好爱你永远大小一二三中国人天地心花开春秋果香甜红梅']

test('is the same to the byte for the same design', () => {
  const once = textStencil('平安', 'hei', 'rows', faces, FILM)
  const again = textStencil('平安', 'hei', 'rows', openFaces(), FILM)
  expect(svgPath(again.stencil.path)).toBe(svgPath(once.stencil.path))
})

test('keeps the outlines of the font when nothing has to be mended', () => {
  const { stencil, set } = textStencil('福', 'hei', 'rows', faces, FILM)
  expect(stencil).toMatchObject({ changed: 0, refused: null, findings: [] })
  expect(stencil.path).toBe(set.path)
})

test('mends what is a little too thin', () => {
  const { stencil } = textStencil('福', 'song', 'rows', faces, FILM)
  expect(stencil.asDrawn.findings.length).toBeGreaterThan(0)
  expect(stencil).toMatchObject({ refused: null, findings: [] })
  expect(stencil.changed).toBeLessThan(0.02)
})

test('refuses serifs that are too small, and proposes a face that works', () => {
  const { stencil } = textStencil('生日快乐小明', 'song', 'rows', faces, FILM)
  expect(stencil.refused).toBe('tooMuch')
  expect(proposeFace('生日快乐小明', 'song', 'rows', faces, FILM)?.face).toBe('hei')
})

test('refuses thirteen characters in every face', () => {
  const text = '祝爷爷奶奶福如东海寿比南山'
  expect(textStencil(text, 'hei', 'rows', faces, FILM).stencil.refused).not.toBeNull()
  expect(proposeFace(text, 'hei', 'rows', faces, FILM)).toBeNull()
})

test('whatever passes has no stroke and no gap under the rule', async () => {
  const texts = fc.tuple(
    fc.array(fc.constantFrom(...COMMON), { minLength: 1, maxLength: 8 }).map((chars) => chars.join('')),
    fc.constantFrom(...CUT_FACES),
  )
  let passed = 0
  await explore(
    texts,
    ([text, face]) => {
      const made = textStencil(text, face, 'rows', faces, FILM)
      if (!isProducible(made)) {
        expect(made.stencil.findings.length + made.set.missing.length).toBeGreaterThan(0)
        return
      }
      passed++
      // The rule less its tenth, and half a pixel of this second opinion.
      const bits = finely(made.stencil.path)
      expect([...brokenBy(bits, 0.32), ...closedBy(bits, 0.275)]).toEqual([])
    },
    {
      what: 'Stencils of texts',
      file: 'test/unit/imprint/make-stencil.test.ts',
      runs: runsOf(24, 1_000),
      shrinkMs: 30_000,
    },
  )
  expect(passed).toBeGreaterThan(4)
})

describe('a smaller fruit', () => {
  test('carries a smaller sticker, on which strokes must be drawn thicker', () => {
    expect([90, 80, 70, 60].map(stickerMmOn)).toEqual([40, 40, 38.5, 33])
    expect(rulesOn(20, FILM)).toMatchObject({ strokeMm: 1.6, gapMm: 1.4 })
  })
})

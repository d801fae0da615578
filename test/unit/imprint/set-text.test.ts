import { SAFE_MM } from '../../../imprint/fruit/imprint-frame'
import { CUT_FACES } from '../../../imprint/typeset/faces'
import { setText } from '../../../imprint/typeset/set-text'
import { boxOf } from '../../../imprint/outline/path'
import { openFaces } from '../../../press/faces'

const faces = openFaces()
const corners = ({ left, right, top, bottom }: { left: number; right: number; top: number; bottom: number }) =>
  Math.max(Math.hypot(Math.max(-left, right), Math.max(-top, bottom)))

describe.each(CUT_FACES)('text in %s', (face) => {
  test.each(['福', '生日快乐', '生日快乐小明', 'Love U', '520'])(
    '%s fills the safe circle and stays inside',
    (text) => {
      const { path, glyphs, missing } = setText(text, faces[face])
      expect(missing).toEqual([])
      expect(glyphs.map(({ char }) => char).join('')).toBe(text.replace(/ /g, ''))
      const reach = Math.max(...glyphs.map(({ box }) => corners(box)))
      expect(reach).toBeLessThanOrEqual(SAFE_MM / 2 + 1e-6)
      expect(reach).toBeGreaterThan(SAFE_MM / 2 - 0.5)
      expect(boxOf(path)).not.toBeNull()
    },
  )
})

test('stands in the middle', () => {
  const box = boxOf(setText('生日快乐', faces.hei).path)
  if (!box) throw new Error('nothing set')
  expect(box.left + box.right).toBeCloseTo(0, 5)
  expect(box.top + box.bottom).toBeCloseTo(0, 5)
})

test('runs down in columns from the right when that is asked for', () => {
  const { glyphs } = setText('生日\n快乐', faces.hei, 'columns')
  const [first, second, third] = glyphs.map(({ box }) => box)
  expect(second.top).toBeGreaterThan(first.bottom - 1)
  expect(third.right).toBeLessThan(first.left + 1)
})

test.each(['rows', 'columns'] as const)('keeps up to four typed lines in %s', (direction) => {
  const { lines } = setText('祝\n妈妈\n生日\n快乐', faces.hei, direction)
  expect(lines).toEqual(['祝', '妈妈', '生日', '快乐'])
})

test('stays inside the room that a frame leaves', () => {
  const { glyphs, emMm } = setText('平安', faces.hei, 'rows', 26)
  const reach = Math.max(...glyphs.map(({ box }) => corners(box)))
  expect(reach).toBeCloseTo(13, 5)
  expect(emMm).toBeCloseTo((setText('平安', faces.hei).emMm * 26) / SAFE_MM, 5)
})

test('names the characters a face does not have, and sets the others', () => {
  const { missing, glyphs } = setText('囍\u{1F34E}福', faces.brush)
  expect(missing).toContain('囍')
  expect(glyphs.map(({ char }) => char)).toContain('福')
})

test('of nothing is nothing', () => {
  expect(setText('', faces.hei)).toMatchObject({ path: [], glyphs: [], emMm: 0 })
})

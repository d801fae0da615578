import fc from 'fast-check'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { imprintRefusal, roomNeeded, tidyText } from '../../../domain/imprint/imprint'

const fuji = { kind: 'custom', imprint: { maxCharacters: 6, pictures: true } } as CustomProduct
const wordsOnly = { kind: 'custom', imprint: { maxCharacters: 6, pictures: false } } as CustomProduct
const said = (text: string, product = fuji) => imprintRefusal({ kind: 'text', text, face: 'song' }, product)

test.each([
  ['生日快乐', 4],
  ['福', 1],
  ['a', 1],
  ['ab', 1],
  ['abc', 2],
  ['福 a', 2],
  ['I love you', 4],
  ['  生日   快乐  ', 4],
  ['520', 2],
  ['❤', 1],
  ['', 0],
])('“%s” needs the room of %i Han characters', (text, room) => {
  expect(roomNeeded(text)).toBe(room)
})

test.each(['生日快乐', '平安喜乐一生', 'Happy 2026', '我❤您', '你·我', '吉、祥', 'A&B', '㐂'])(
  '“%s” can be grown',
  (text) => {
    expect(said(text)).toBeNull()
  },
)

test.each(['', '   ', '\n\t'])('an empty line is refused on its field', (text) => {
  expect(said(text)).toMatchObject({ code: 'IMPRINT_EMPTY', field: 'imprint.text' })
})

test.each([
  ['生日快乐一生平安', 'IMPRINT_TOO_LONG'],
  ['平安喜乐一生a', 'IMPRINT_TOO_LONG'],
  ['abcdefghijkl', undefined],
  ['abcdefghijklm', 'IMPRINT_TOO_LONG'],
])('on a fruit that holds six characters, “%s” is answered with %s', (text, code) => {
  expect(said(text)?.code).toBe(code)
})

test('a refusal says how much room there is', () => {
  expect(said('生日快乐一生平安')).toMatchObject({
    details: { max: 6 },
    message: { zh: '这颗果放得下 6 个字，再短一点更好看' },
  })
})

test.each([
  ['你好😀', '😀'],
  ['𠮷祥', '𠮷'],
  ['ありがとう', 'あ'],
  ['a<b', '<'],
  ['é', 'é'],
])('“%s” cannot be grown because of %s', (text, char) => {
  expect(said(text)).toMatchObject({ code: 'IMPRINT_UNPRINTABLE', details: { char }, field: 'imprint.text' })
})

test('a heart from an emoji keyboard is the same heart', () => {
  expect(said('我\u2764\ufe0f您')).toBeNull()
  expect(tidyText('我\u2764\ufe0f您')).toBe('我\u2764您')
  expect(roomNeeded('我\u2764\ufe0f您')).toBe(3)
})

test('a picture is taken where the fruit takes pictures', () => {
  expect(imprintRefusal({ kind: 'picture', pictureId: 'p1' }, fuji)).toBeNull()
  expect(imprintRefusal({ kind: 'picture', pictureId: 'p1' }, wordsOnly, 'lines.0.imprint')).toMatchObject({
    code: 'PICTURE_NOT_OFFERED',
    field: 'lines.0.imprint',
  })
})

test('tidying twice changes nothing more, and never makes a line longer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const tidy = tidyText(text)
      expect(tidyText(tidy)).toBe(tidy)
      expect(tidy.length).toBeLessThanOrEqual(text.length)
      expect(roomNeeded(tidy)).toBe(roomNeeded(text))
    }),
  )
})

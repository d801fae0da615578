import { alreadyDone } from '../../../domain/history'
import { HOLD_WORDS, liftHold, putHold } from '../../../domain/holds'
import { lineTitle, piecesByCounter } from '../../../domain/order/order'
import { REFUSALS, refuse, Refused, reject, type RefusalCode } from '../../../domain/refusals'
import { fill, saysNothing } from '../../../domain/words'
import { by, customLine, NINE, readyLine } from './given'

const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

test.each(Object.keys(REFUSALS) as RefusalCode[])(
  '%s has words in both languages that speak of the same things',
  (code) => {
    const { zh, en } = REFUSALS[code]
    expect(zh).toMatch(/[\u4e00-\u9fff]/)
    expect(en).toMatch(/[A-Za-z]/)
    expect(names(zh)).toEqual(names(en))
    expect(zh + en).not.toMatch(/[!！]/)
  },
)

test('a refusal carries its words, its field and its details, and only what it has', () => {
  expect(refuse('SOLD_OUT', { name: { zh: '红富士', en: 'Fuji' }, left: 3 }, 'lines.0')).toEqual({
    code: 'SOLD_OUT',
    message: { zh: '红富士只剩 3 枚，这一批不够了', en: 'Only 3 left of Fuji; this batch falls short' },
    field: 'lines.0',
    details: { name: '红富士', left: 3 },
  })
  expect(Object.keys(refuse('BUSY'))).toEqual(['code', 'message'])
})

test('a refusal on its way up keeps what it was', () => {
  expect(() => reject('ORDER_UNKNOWN')).toThrow(Refused)
  expect(new Refused(refuse('BUSY'))).toMatchObject({ name: 'Refused', refusal: { code: 'BUSY' } })
})

test('words are filled by name; what is not known stays to be seen', () => {
  expect(fill({ zh: '{a}和{b}', en: '{a} and {b}' }, { a: '$&', b: 0 })).toEqual({ zh: '$&和0', en: '$& and 0' })
  expect(fill({ zh: '{a}', en: '{a}' })).toEqual({ zh: '{a}', en: '{a}' })
})

test('words go into a sentence by language, plain values as they are', () => {
  const day = { zh: '9月5日', en: '5 Sep' }
  expect(fill({ zh: '{day}，{n} 枚', en: '{n} on {day}' }, { day, n: 2 })).toEqual({
    zh: '9月5日，2 枚',
    en: '2 on 5 Sep',
  })
})

test('a line is named after its fruit and what it says', () => {
  expect(lineTitle(customLine)).toEqual({ zh: '红富士 · 生日快乐', en: 'Fuji · 生日快乐' })
  expect(lineTitle(readyLine)).toEqual({ zh: '红富士 · 囍', en: 'Fuji · 囍' })
  const picture = { kind: 'picture' as const, pictureId: 'p', fileId: 'cloud://p', code: 'GY26-000000', stencils: [] }
  expect(lineTitle({ ...customLine, imprint: picture })).toEqual({ zh: '红富士 · 上传的图', en: 'Fuji · your picture' })
  expect(lineTitle({ ...customLine, imprint: undefined })).toEqual(customLine.name)
})

test('an order takes from each counter what its lines take together', () => {
  expect(piecesByCounter([customLine, { ...customLine, packs: 2 }, readyLine])).toEqual({
    'season:fuji-2026': 36,
    'stock:fuji-xi-ready': 12,
  })
})

test('a second hold of a kind replaces the first; lifting one leaves the others', () => {
  const hold = (kind: keyof typeof HOLD_WORDS, note: string) => ({ kind, note, by: 'x', since: NINE, until: null })
  const two = putHold(putHold(putHold([], hold('dispute', 'a')), hold('correction', 'b')), hold('dispute', 'c'))
  expect(two.map(({ kind, note }) => [kind, note])).toEqual([
    ['correction', 'b'],
    ['dispute', 'c'],
  ])
  expect(liftHold(two, 'dispute')).toEqual([hold('correction', 'b')])
  for (const words of Object.values(HOLD_WORDS)) expect(words.zh && words.en).toBeTruthy()
})

test('a command is known again by its key, for the same act of the same person only', () => {
  const history = [
    { at: NINE, by: by('shopper'), did: 'cancel', to: 'cancelled', key: 'key-0001' },
    { at: NINE, by: by('clock'), did: 'x', to: 'y' },
  ]
  const shopper = by('shopper')
  expect([
    alreadyDone(history, 'key-0001', 'cancel', shopper),
    alreadyDone(history, 'key-0001', 'complete', shopper),
    alreadyDone(history, 'key-0001', 'cancel', by('merchant')),
    alreadyDone(history, 'key-0002', 'cancel', shopper),
    alreadyDone(history, undefined, 'x', by('clock')),
  ]).toEqual([true, false, false, false, false])
})

test.each(['', ' \n', '\u200b\u200d\u2060\ufeff', '\u202e', '——', '👍'])('%j says nothing', (text) => {
  expect(saysNothing(text)).toBe(true)
})

test.each(['福', 'a', '7', ' “乐”缺一点 ', '\u{20BB7}'])('%j says something', (text) => {
  expect(saysNothing(text)).toBe(false)
})

import fc from 'fast-check'
import { orderNo } from '../../../contract/schemas'
import * as v from 'valibot'
import { imprintCode, orderNumber, readImprintCode } from '../../../domain/codes'
import { NINE } from './given'

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const codes = bytes(5).map((random) => imprintCode(NINE, random))

test('an imprint code is written as printed on the label', () => {
  expect(imprintCode(NINE, new Uint8Array([7, 3, 20, 9, 12]))).toMatch(/^GY26-73M9C[0-9A-HJKMNP-TV-Z]$/)
})

test('the year of a code is the year in Shanghai', () => {
  expect(imprintCode('2026-12-31T16:00:00.000Z', new Uint8Array(5))).toMatch(/^GY27-/)
})

test('every code is read back, also in lower case, with spaces, or with look-alike letters', () => {
  fc.assert(
    fc.property(codes, (code) => {
      const typed = code.slice(5).toLowerCase().replace(/0/g, 'o').replace(/1/g, 'l')
      expect(readImprintCode(code)).toEqual({ ok: true, code })
      expect(readImprintCode(` gy${code.slice(2, 4)} ${typed.slice(0, 3)} ${typed.slice(3)} `)).toEqual({
        ok: true,
        code,
      })
    }),
  )
})

test('every single wrong character is noticed', () => {
  fc.assert(
    fc.property(codes, fc.integer({ min: 0, max: 5 }), fc.constantFrom(...ALPHABET), (code, place, wrong) => {
      const at = 5 + place
      fc.pre(code[at] !== wrong)
      expect(readImprintCode(code.slice(0, at) + wrong + code.slice(at + 1))).toEqual({ ok: false, reason: 'MISTYPED' })
    }),
    { numRuns: 2000 },
  )
})

test('neighbours in the wrong order are noticed unless their values differ by sixteen', () => {
  fc.assert(
    fc.property(codes, fc.integer({ min: 5, max: 9 }), (code, at) => {
      fc.pre(Math.abs(ALPHABET.indexOf(code[at]) - ALPHABET.indexOf(code[at + 1])) % 16 !== 0)
      expect(readImprintCode(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)).ok).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test.each(['', 'GY26', '26-7K3Q9C', 'GY26-7K3Q9', 'GY26-7K3Q9C1', 'GYAB-7K3Q9C', 'https://x.cn/GY26-7K3Q9C'])(
  '“%s” is not a code',
  (input) => {
    expect(readImprintCode(input)).toEqual({ ok: false, reason: 'NOT_A_CODE' })
  },
)

test('a letter that no code holds is a typing mistake', () => {
  expect(readImprintCode('GY26-00000U')).toEqual({ ok: false, reason: 'MISTYPED' })
  expect(readImprintCode('GY26-0000果0')).toEqual({ ok: false, reason: 'MISTYPED' })
})

test('every order number carries its Shanghai day, passes the contract, and differs with its random part', () => {
  fc.assert(
    fc.property(bytes(6), bytes(6), (one, other) => {
      const no = orderNumber('2026-09-05T16:00:00.000Z', one)
      expect(no).toMatch(/^GY260906[0-9A-HJKMNP-TV-Z]{7}$/)
      expect(v.is(orderNo, no)).toBe(true)
      const same = one.every((byte, i) => byte % 32 === other[i] % 32)
      expect(orderNumber('2026-09-05T16:00:00.000Z', other) === no).toBe(same)
    }),
  )
})

import fc from 'fast-check'
import { allocateFen, fen, fenOf, formatFen, sumFen } from '../../../domain/money'

test.each([
  [0, '0.00'],
  [1, '0.01'],
  [10, '0.10'],
  [99, '0.99'],
  [12800, '128.00'],
  [1234567, '12345.67'],
])('%i fen reads %s', (amount, text) => {
  expect(formatFen(amount)).toBe(text)
})

test('what is read can be counted back', () => {
  fc.assert(fc.property(fc.maxSafeNat(), (amount) => BigInt(formatFen(amount).replace('.', '')) === BigInt(amount)))
})

test.each([
  ['12', 1200],
  [' 12.5 ', 1250],
  ['12.50', 1250],
  ['0.07', 7],
  ['1.005', null],
  ['', null],
  ['.5', null],
  ['-1', null],
  ['1e3', null],
  ['12元', null],
  ['9999999999', null],
])('%j typed as yuan is %p fen', (typed, amount) => {
  expect(fenOf(typed)).toBe(amount)
})

test('what is shown as yuan may be typed again', () => {
  fc.assert(fc.property(fc.nat(99_999_999_999), (amount) => fenOf(formatFen(amount)) === amount))
})

test.each([-1, 0.5, NaN, Infinity, 2 ** 53])('%d is no amount of money', (value) => {
  expect(() => fen(value)).toThrow(RangeError)
  expect(() => sumFen([value])).toThrow(RangeError)
})

const weights = fc
  .array(fc.nat(1_000_000), { minLength: 1, maxLength: 20 })
  .filter((list) => list.some((weight) => weight > 0))

test('shares add up to the amount exactly, and none strays more than a fen from its due', () => {
  fc.assert(
    fc.property(fc.nat(100_000_000), weights, (amount, list) => {
      const parts = allocateFen(amount, list)
      const total = sumFen(list)
      expect(sumFen(parts)).toBe(amount)
      parts.forEach((part, i) => {
        expect(Number.isInteger(part)).toBe(true)
        expect(Math.abs(part - (amount * list[i]) / total)).toBeLessThan(1 + 1e-6)
        if (list[i] === 0) expect(part).toBe(0)
      })
    }),
  )
})

test('the fen left over goes to the largest remainder, and to the first of equals', () => {
  expect(allocateFen(100, [1, 1, 1])).toEqual([34, 33, 33])
  expect(allocateFen(10, [1, 5])).toEqual([2, 8])
  expect(allocateFen(100, [1, 2])).toEqual([33, 67])
  expect(allocateFen(0, [3, 4])).toEqual([0, 0])
})

test('there is no share of nothing', () => {
  expect(() => allocateFen(100, [])).toThrow(RangeError)
  expect(() => allocateFen(100, [0, 0])).toThrow(RangeError)
})

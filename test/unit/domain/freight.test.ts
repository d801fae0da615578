import fc from 'fast-check'
import { FREE_FREIGHT_FROM, freightFen, PROVINCES } from '../../../domain/catalogue/freight'

test.each([
  ['浙江', 800, 5000, 800],
  ['浙江', 1000, 5000, 800],
  ['浙江', 1001, 5000, 1000],
  ['浙江', 3600, 12800, 1400],
  ['广东', 3600, 12800, 2700],
  ['西藏', 3600, 12800, 5600],
  ['浙江', 3600, FREE_FREIGHT_FROM - 1, 1400],
  ['浙江', 3600, FREE_FREIGHT_FROM, 0],
  ['广东', 3600, FREE_FREIGHT_FROM, 0],
  ['西藏', 3600, FREE_FREIGHT_FROM, 5600],
  ['浙江', 0, 0, 800],
])('to %s, %i g of goods worth %i fen travel for %i fen', (province, grams, goods, freight) => {
  expect(freightFen(province, grams, goods)).toBe(freight)
})

test.each(['', '火星', '浙江省', 'constructor', 'toString', '__proto__'])(
  'a province “%s” we do not know has no price',
  (province) => {
    expect(freightFen(province, 1000, 100)).toBeNull()
  },
)

test('all mainland provinces are served, and more weight never costs less', () => {
  expect(new Set(PROVINCES).size).toBe(31)
  fc.assert(
    fc.property(
      fc.constantFrom(...PROVINCES),
      fc.nat(60000),
      fc.nat(60000),
      fc.nat(40000),
      (province, one, other, goods) => {
        const [light, heavy] = [Math.min(one, other), Math.max(one, other)].map(
          (grams) => freightFen(province, grams, goods) ?? -1,
        )
        expect(Number.isInteger(light)).toBe(true)
        expect(light).toBeGreaterThanOrEqual(0)
        expect(heavy).toBeGreaterThanOrEqual(light)
      },
    ),
  )
})

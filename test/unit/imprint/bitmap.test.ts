import fc from 'fast-check'
import { inverse, type Bits } from '../../../imprint/bitmap/bits'
import { grow, inkDepth, opened, shrink } from '../../../imprint/bitmap/distance'
import { regionsOf } from '../../../imprint/bitmap/regions'
import { boxes, drawn } from './support/drawn'

const pictures: fc.Arbitrary<Bits> = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .array(fc.constantFrom(0, 1), { minLength: width * height, maxLength: width * height })
      .map((ink) => ({ width, height, ink: Uint8Array.from(ink) })),
  )

/** The same distance the slow way. */
function slowDepth({ width, height, ink }: Bits, at: number): number {
  let best = Infinity
  for (let y = -1; y <= height; y++) {
    for (let x = -1; x <= width; x++) {
      const inside = x >= 0 && y >= 0 && x < width && y < height
      if (inside && ink[y * width + x]) continue
      best = Math.min(best, (x - (at % width)) ** 2 + (y - Math.floor(at / width)) ** 2)
    }
  }
  return ink[at] ? best : 0
}

describe('the depth of ink', () => {
  test('is the distance to the nearest open pixel, the border counting as open', () => {
    fc.assert(
      fc.property(pictures, (bits) => {
        const depth = inkDepth(bits)
        for (let i = 0; i < depth.length; i++) expect(depth[i]).toBe(slowDepth(bits, i))
      }),
    )
  })

  test('goes on beyond the border when that is asked for', () => {
    expect([...inkDepth(drawn('###.'), 'same')]).toEqual([9, 4, 1, 0])
    expect([...inkDepth(drawn('###.'))]).toEqual([1, 1, 1, 0])
  })
})

describe('a disc', () => {
  test('reaches no stroke thinner than itself and all of a thicker one', () => {
    const bits = boxes(60, [5, 5, 4, 50], [25, 5, 20, 50])
    const reached = opened(bits, 5)
    expect(reached.ink[30 * 60 + 6]).toBe(0)
    expect(reached.ink[30 * 60 + 35]).toBe(1)
  })

  test('never adds ink by opening, and growing undoes no more than shrinking took', () => {
    fc.assert(
      fc.property(pictures, fc.integer({ min: 1, max: 3 }), (bits, radius) => {
        const reached = opened(bits, radius)
        for (let i = 0; i < bits.ink.length; i++) {
          expect(reached.ink[i]).toBeLessThanOrEqual(bits.ink[i])
          expect(shrink(bits, radius).ink[i]).toBeLessThanOrEqual(bits.ink[i])
          expect(grow(bits, radius).ink[i]).toBeGreaterThanOrEqual(bits.ink[i])
        }
      }),
    )
  })
})

describe('regions', () => {
  test('are joined over corners by eight neighbours and not by four', () => {
    const bits = drawn('#..', '.#.', '..#')
    expect(regionsOf(bits).list).toHaveLength(1)
    expect(regionsOf(bits, 4).list).toHaveLength(3)
  })

  test('know their box, their area and whether they reach the edge', () => {
    const [ring] = regionsOf(drawn('.....', '.###.', '.#.#.', '.###.', '.....')).list
    expect(ring).toMatchObject({ area: 8, left: 1, top: 1, right: 3, bottom: 3, touchesEdge: false })
    const open = regionsOf(inverse(drawn('###', '#.#', '###')), 4).list
    expect(open).toMatchObject([{ area: 1, touchesEdge: false }])
  })
})

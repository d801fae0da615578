import fc from 'fast-check'
import { emptyBits, inverse, type Bits } from '../../../imprint/bitmap/bits'
import { paintDisc } from '../../../imprint/bitmap/disc'
import { aroundInk } from '../../../imprint/bitmap/part'
import { regionsOf } from '../../../imprint/bitmap/regions'
import { inkDepth } from './support/depth'
import { drawn } from './support/drawn'

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
  test('covers the pixels whose middles lie within its radius, and stays inside the picture', () => {
    const bits = emptyBits(7, 5)
    paintDisc(bits, 2.5, 2.5, 1.6, 1)
    paintDisc(bits, 7, 0, 1, 1)
    expect(bits).toEqual(drawn('......#', '.###...', '.###...', '.###...', '.......'))
  })
})

describe('the part around the ink', () => {
  test('holds all ink, and the margin that was asked for', () => {
    expect(aroundInk(drawn('......', '..##..', '...#..'), 1)).toEqual({
      bits: drawn('....', '.##.', '..#.', '....'),
      left: 1,
      top: 0,
    })
    expect(aroundInk(drawn('...'), 1)).toBeNull()
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

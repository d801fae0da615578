import { areaUnderCurve, atLeast, atMost } from '../../bench/inspection/chance'
import { claimsOn, SORTS, type Claim } from '../../bench/inspection/claims'
import { sampleDesigns } from '../../photos/designs'
import { FAULTS, type Fault } from '../../photos/faults'
import type { Truth } from '../../photos/photo'

// Claims look at no more of a photo than this.
const truth = (design: string, fault: Fault, seed: number) =>
  ({ design, scene: { seed, kind: 'hard', fault } }) as unknown as Truth

const knows = ({ others }: Claim, id: string) => others.some((other) => other.id === id)

test('the true design is in the batch of every claim but of those that are made without it', () => {
  for (const { id, twins } of sampleDesigns()) {
    const claims = claimsOn(truth(id, 'none', 5))
    expect(new Set(claims.map(({ sort }) => sort))).toEqual(
      new Set(SORTS.filter((sort) => twins.length > 0 || !sort.startsWith('twin'))),
    )
    for (const claim of claims) {
      const { sort, design, others } = claim
      expect(design.id === id).toBe(sort === 'right')
      expect(knows(claim, id)).toBe(sort === 'twin' || sort === 'random')
      expect(knows(claim, design.id)).toBe(false)
      expect(new Set(others).size).toBe(others.length)
      expect(twins.includes(design.id)).toBe(sort.startsWith('twin'))
      for (const twin of design.twins) if (twin !== id) expect(knows(claim, twin)).toBe(true)
    }
  }
})

test('of faulty fruit only what was ordered is claimed', () => {
  const sorts = FAULTS.map((fault) => [fault, claimsOn(truth('福-hei', fault, 7)).length] as const)
  expect(sorts.filter(([, count]) => count === 1).map(([fault]) => fault)).toEqual([
    'mirrored',
    'erased',
    'partlyErased',
    'faded',
    'unprinted',
  ])
})

test('bounds follow the rule of three where nothing was seen, and close in with more', () => {
  expect(atMost(0, 1000)).toBe(0.003)
  expect(atLeast(200, 200)).toBe(1 - 3 / 200)
  // Wilson's interval of 1 of 430, and of 8 of 10, from the formula's own literature.
  expect(atMost(1, 430)).toBeCloseTo(0.0131, 3)
  expect(atLeast(8, 10)).toBeCloseTo(0.4902, 3)
  expect(atMost(0, 0)).toBe(1)
})

test('the area under the curve is 1 when all right ones score higher, and a half when scores say nothing', () => {
  expect(areaUnderCurve([0.8, 0.9], [0.1, 0.2, 0.3])).toBe(1)
  expect(areaUnderCurve([0.1], [0.5])).toBe(0)
  expect(areaUnderCurve([0.5, 0.5], [0.5, 0.5])).toBe(0.5)
  expect(areaUnderCurve([0.2, 0.8], [0.5])).toBe(0.5)
})

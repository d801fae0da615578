import { bitsOf } from '../../../imprint/bitmap/bits'
import { fillPath } from '../../../imprint/outline/fill'
import { boxOf, flatten, placePath, svgPath, type Path } from '../../../imprint/outline/path'
import { trace } from '../../../imprint/outline/trace'

const rectangle = (left: number, top: number, right: number, bottom: number): Path => [
  ['M', left, top],
  ['L', right, top],
  ['L', right, bottom],
  ['L', left, bottom],
  ['Z'],
]
/** A hole of 20 px: it winds the other way. */
const HOLE: Path = [['M', 10, 10], ['L', 10, 30], ['L', 30, 30], ['L', 30, 10], ['Z']]
const sum = (values: Float32Array) => values.reduce((a, b) => a + b, 0)

const K = 0.5522847498
const circle = (x: number, y: number, r: number): Path => [
  ['M', x + r, y],
  ['C', x + r, y + K * r, x + K * r, y + r, x, y + r],
  ['C', x - K * r, y + r, x - r, y + K * r, x - r, y],
  ['C', x - r, y - K * r, x - K * r, y - r, x, y - r],
  ['C', x + K * r, y - r, x + r, y - K * r, x + r, y],
  ['Z'],
]

describe('filling', () => {
  test('covers pixels by the share of them that lies inside', () => {
    const { coverage } = fillPath(rectangle(1.25, 1, 3, 2.5), 5, 4)
    expect([...coverage.slice(5, 10)]).toEqual([0, 0.75, 1, 0, 0])
    expect([...coverage.slice(10, 15)]).toEqual([0, 0.375, 0.5, 0, 0])
  })

  test('leaves a hole where an outline winds the other way', () => {
    const { coverage } = fillPath([...rectangle(0, 0, 40, 40), ...HOLE], 40, 40)
    expect(sum(coverage)).toBeCloseTo(40 * 40 - 20 * 20, 3)
  })

  test('keeps the area of a curve', () => {
    expect(sum(fillPath(circle(50, 50, 40), 100, 100).coverage) / (Math.PI * 1600)).toBeCloseTo(1, 2)
  })

  test('cuts off what lies outside the picture', () => {
    expect(sum(fillPath(rectangle(-10, -10, 4, 4), 8, 8).coverage)).toBe(16)
  })
})

describe('tracing', () => {
  test.each([
    ['a disc', circle(50, 50, 30)],
    ['a square', rectangle(20, 20, 80, 80)],
    ['a frame', [...rectangle(0, 0, 40, 40), ...HOLE]],
  ] as [string, Path][])('gives back %s to within a few pixels of its edge', (_what, path) => {
    const before = fillPath(path, 100, 100)
    const after = bitsOf(fillPath(trace(before), 100, 100))
    const wrong = bitsOf(before).ink.reduce((count, bit, i) => count + (bit === after.ink[i] ? 0 : 1), 0)
    expect(wrong).toBeLessThan(40)
  })

  test('of nothing is nothing', () => {
    expect(trace({ width: 10, height: 10, coverage: new Float32Array(100) })).toEqual([])
  })
})

describe('a path', () => {
  test('is placed, boxed and written as SVG', () => {
    const placed = placePath(rectangle(0, 0, 10, 5), 2, 1, -1)
    expect(boxOf(placed)).toEqual({ left: 1, top: -1, right: 21, bottom: 9 })
    expect(svgPath(placed)).toBe('M1 -1L21 -1L21 9L1 9Z')
    expect(boxOf([])).toBeNull()
  })

  test('is flattened without leaving its curve', () => {
    for (const polygon of flatten(circle(0, 0, 100), 0.1)) {
      for (let i = 0; i < polygon.length; i += 2) expect(Math.hypot(polygon[i], polygon[i + 1])).toBeCloseTo(100, 0)
    }
  })
})

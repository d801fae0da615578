import { emptySpectrum, Fourier } from '../../../../imprint/inspection/fourier'
import { Normals } from '../../../../imprint/inspection/least-squares'
import { blurredByWeight, quantile, valueAt, type Plane } from '../../../../imprint/inspection/plane'
import { frameOf, movedPose } from '../../../../imprint/inspection/sphere'
import { drawsOf } from '../../../support/draw'

const SIDE = 8
const draws = drawsOf(6)
const noise = () => draws.below(2000) / 1000 - 1

/** One frequency of a square, summed pixel by pixel. */
function directly(re: Float64Array, im: Float64Array, column: number, row: number): [number, number] {
  let [a, b] = [0, 0]
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      const angle = (-2 * Math.PI * (column * x + row * y)) / SIDE
      a += re[y * SIDE + x] * Math.cos(angle) - im[y * SIDE + x] * Math.sin(angle)
      b += re[y * SIDE + x] * Math.sin(angle) + im[y * SIDE + x] * Math.cos(angle)
    }
  }
  return [a, b]
}

test('the fast transform is the direct sum, and leads back', () => {
  const square = emptySpectrum(SIDE)
  for (let i = 0; i < SIDE * SIDE; i++) [square.re[i], square.im[i]] = [noise(), noise()]
  const before = { re: square.re.slice(), im: square.im.slice() }
  const fourier = new Fourier(SIDE)
  fourier.forward(square)
  for (let row = 0; row < SIDE; row++) {
    for (let column = 0; column < SIDE; column++) {
      const [re, im] = directly(before.re, before.im, column, row)
      expect(square.re[row * SIDE + column]).toBeCloseTo(re, 9)
      expect(square.im[row * SIDE + column]).toBeCloseTo(im, 9)
    }
  }
  fourier.back(square)
  for (let i = 0; i < SIDE * SIDE; i++) {
    expect(square.re[i] / SIDE ** 2).toBeCloseTo(before.re[i], 9)
    expect(square.im[i] / SIDE ** 2).toBeCloseTo(before.im[i], 9)
  }
})

test('least squares finds what a column is made of, and a correlation of what is left when some is explained', () => {
  const normals = new Normals(4)
  const partial = new Normals(4)
  for (let i = 0; i < 200; i++) {
    const [x, y] = [noise(), noise()]
    normals.add(Float64Array.of(1, x, y, 3 - 2 * x + 0.5 * y), 0.5 + x * x)
    partial.add(Float64Array.of(1, x, y, 5 * x + y), 1)
  }
  const [constant, slope, other] = normals.solve()
  expect(constant).toBeCloseTo(3)
  expect(slope).toBeCloseTo(-2)
  expect(other).toBeCloseTo(0.5)
  const [, held] = normals.solve(Float64Array.of(0, 1e6, 0))
  expect(Math.abs(held)).toBeLessThan(0.01)
  expect(partial.correlation(2, 3)).toBeLessThan(0.5)
  partial.explain(2)
  expect(partial.correlation(2, 3)).toBeCloseTo(1)
})

test('a blur by weight fills in what is not trusted from around it', () => {
  const side = 24
  const values = new Float32Array(side * side).fill(2)
  const weights = new Float32Array(side * side).fill(1)
  for (let i = 0; i < 40; i++) {
    const at = draws.below(side * side)
    values[at] = 99
    weights[at] = 0
  }
  const plane = (of: Float32Array): Plane => ({ width: side, height: side, values: of })
  for (const sigma of [1, 3]) {
    const { values: blurred } = blurredByWeight(plane(values), plane(weights), sigma)
    for (const value of blurred) expect(value).toBeCloseTo(2, 3)
  }
})

test('between pixels values are mixed, outside there are none', () => {
  const plane = { width: 2, height: 2, values: Float32Array.of(0, 1, 2, 3) }
  expect(valueAt(plane, 0.5, 0.5)).toBeCloseTo(1.5)
  expect(valueAt(plane, 0.25, 0)).toBeCloseTo(0.25)
  expect(valueAt(plane, -0.1, 0)).toBe(0)
  expect(valueAt(plane, NaN, 0)).toBe(0)
  expect(quantile(Float32Array.of(3, 1, 2), 0)).toBe(1)
  expect(quantile(Float32Array.of(3, 1, 2), 0.99)).toBe(3)
})

test('a sticker carried along the skin and back lies where it lay', () => {
  const pose = { right: 0.3, down: -0.4, roll: 2, reach: 0.5 }
  const there = movedPose(pose, 0.2, 0.1, 0.3, 1.1)
  const [c, s] = [Math.cos(0.3), Math.sin(0.3)]
  // Seen from there, the way back is the same way, turned and measured in the grown sticker.
  const back = movedPose(there, -(0.2 * c + 0.1 * s) / 1.1, -(0.1 * c - 0.2 * s) / 1.1, -0.3, 1 / 1.1)
  const [a, b] = [frameOf(pose), frameOf(back)]
  for (let i = 0; i < 9; i++) expect(b[i]).toBeCloseTo(a[i], 1.5)
  expect(back.reach).toBeCloseTo(pose.reach)
})

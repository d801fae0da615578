import { PNG } from 'pngjs'
import { emptyMask } from '../../../imprint/raster'
import { maskPng } from '../../../imprint/stencil/mask-png'

const colour = [244, 214, 150] as const

function ramp(size: number) {
  const mask = emptyMask(size, size)
  mask.coverage.forEach((_, i) => (mask.coverage[i] = (i % size) / (size - 1)))
  return mask
}

test('a decoder reads back the size, the colour and the coverage as opacity', () => {
  const { width, height, data } = PNG.sync.read(Buffer.from(maskPng(ramp(16), colour)))
  expect([width, height]).toEqual([16, 16])
  for (const x of [0, 5, 15]) {
    expect([...data.subarray(x * 4, x * 4 + 4)]).toEqual([...colour, Math.round((x / 15) * 255)])
  }
})

test('a mask larger than one stored block is whole', () => {
  const { width, data } = PNG.sync.read(Buffer.from(maskPng(ramp(400), colour)))
  const last = (400 * 400 - 1) * 4
  expect(width).toBe(400)
  expect(data[last + 3]).toBe(255)
  expect(data[last - 399 * 4 + 3]).toBe(0)
})

test('a stencil of the usual size stays far under the limit of a picture', () => {
  expect(maskPng(ramp(240), colour).length).toBeLessThan(64 * 1024)
})

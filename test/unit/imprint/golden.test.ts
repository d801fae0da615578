import { readFileSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { GOLDEN } from '../../golden/designs'
import { cutOf, hashOf, pixelsOf, readPixels } from '../../golden/render'

const FOLDER = path.resolve(__dirname, '..', '..', 'golden')
const HASHES = JSON.parse(readFileSync(path.join(FOLDER, 'hashes.json'), 'utf8')) as Record<string, string>
const fileOf = (name: string) => path.join(FOLDER, `${name}.png`)

// A change that is wanted: `npx tsx test/golden/draw.ts`, look at every picture, commit them.
test.each(GOLDEN)('$name is cut as it was when it was looked at', (golden) => {
  const cut = cutOf(golden)
  const was = readPixels(readFileSync(fileOf(golden.name)))
  const differs = pixelsOf(cut).reduce((sum, ink, i) => sum + (ink === was[i] ? 0 : 1), 0)
  expect({ differs, outline: hashOf(cut) }).toEqual({ differs: 0, outline: HASHES[golden.name] })
})

test('every picture has its design, and is small', () => {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.png'))
  expect(files.sort()).toEqual(GOLDEN.map(({ name }) => `${name}.png`).sort())
  expect(Math.max(...files.map((file) => statSync(path.join(FOLDER, file)).size))).toBeLessThan(3072)
})

import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createTypefaces } from '../../../cloudfunctions/ports/typefaces'
import { copyFonts, fontsOf } from '../../../config/function-fonts'

let source: string
let built: string
beforeEach(() => {
  source = mkdtempSync(path.join(tmpdir(), 'guoyin-function-'))
  built = mkdtempSync(path.join(tmpdir(), 'guoyin-built-'))
})
afterEach(() => [source, built].forEach((folder) => rmSync(folder, { recursive: true })))

const ask = (faces: unknown) => writeFileSync(path.join(source, 'fonts.json'), JSON.stringify(faces))

test('the fonts a function names lie beside its bundle, each with its licence, and open there', async () => {
  ask(['round'])
  copyFonts(source, built)
  expect(readdirSync(path.join(built, 'fonts')).sort()).toEqual(['round-LICENSE.txt', 'round.ttf'])
  const typeface = createTypefaces(path.join(built, 'fonts'))
  expect((await typeface('round')).glyph('福')?.path.length).toBeGreaterThan(10)
  expect(typeface('round')).toBe(typeface('round'))
  await expect(typeface('song')).rejects.toThrow('song.ttf')
})

test('a function that names none gets none', () => {
  copyFonts(source, built)
  expect(existsSync(path.join(built, 'fonts'))).toBe(false)
})

test('a face that does not exist stops the build', () => {
  ask(['comic'])
  expect(() => fontsOf(source)).toThrow('comic is none of song, hei')
})

import { constants, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CUT_FACES, type CutFace } from '../imprint/typeset/faces'
import { FONT_FILES, licenceOf } from '../press/font-files'

/** The faces a function's folder asks for in its `fonts.json`. Throws when one does not exist. */
export function fontsOf(source: string): CutFace[] {
  const file = path.join(source, 'fonts.json')
  if (!existsSync(file)) return []
  const named = JSON.parse(readFileSync(file, 'utf8')) as string[]
  return named.map((name) => {
    const face = CUT_FACES.find((known) => known === name)
    if (!face) throw new Error(`${file}: ${name} is none of ${CUT_FACES.join(', ')}`)
    return face
  })
}

/** Puts the fonts a function names, each with its licence, into `fonts` of its built folder. */
export function copyFonts(source: string, built: string): void {
  const faces = fontsOf(source)
  if (faces.length === 0) return
  const folder = path.join(built, 'fonts')
  mkdirSync(folder, { recursive: true })
  for (const face of faces) {
    copy(FONT_FILES[face], path.join(folder, `${face}.ttf`))
    copy(licenceOf(face), path.join(folder, `${face}-LICENSE.txt`))
  }
}

const copy = (from: string, to: string) => copyFileSync(require.resolve(from), to, constants.COPYFILE_FICLONE)

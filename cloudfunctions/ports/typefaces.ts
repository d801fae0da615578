import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { CutFace } from '../../imprint/typeset/faces'
import type { Typeface } from '../../imprint/typeset/typeface'
import type { Ports } from './ports'

/** Fonts lie beside the bundle of each function that names them in its fonts.json. */
const BESIDE_BUNDLE = path.join(__dirname, 'fonts')

/** Opens the fonts of this function. Their reader is loaded with the first of them: most events need none. */
export function createTypefaces(folder = BESIDE_BUNDLE): Ports['typeface'] {
  const opened = new Map<CutFace, Promise<Typeface>>()
  async function open(face: CutFace): Promise<Typeface> {
    const { openTypeface } = await import('../../imprint/press/typeface')
    return openTypeface(readFileSync(path.join(folder, `${face}.ttf`)))
  }
  return (face) => {
    const typeface = opened.get(face) ?? open(face)
    opened.set(face, typeface)
    return typeface
  }
}

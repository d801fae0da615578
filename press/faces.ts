import { readFileSync } from 'node:fs'
import { openTypeface } from '../imprint/press/typeface'
import { CUT_FACES, type CutFace } from '../imprint/typeset/faces'
import type { Typeface } from '../imprint/typeset/typeface'
import { FONT_FILES } from './font-files'

/** Every face, each opened when it is first asked for. */
export function openFaces(): Record<CutFace, Typeface> {
  const opened = new Map<CutFace, Typeface>()
  const open = (face: CutFace): Typeface => {
    const typeface = opened.get(face) ?? openTypeface(readFileSync(require.resolve(FONT_FILES[face])))
    opened.set(face, typeface)
    return typeface
  }
  const faces = {} as Record<CutFace, Typeface>
  for (const face of CUT_FACES) Object.defineProperty(faces, face, { get: () => open(face), enumerable: true })
  return faces
}

import type { Direction } from '../layout'
import type { Rules } from '../producible/rules'
import type { CutFace } from '../typeset/faces'
import { setText, type SetText } from '../typeset/set-text'
import type { Typeface } from '../typeset/typeface'
import { stencilOfPath, type Stencil } from './make-stencil'

/** A text as it would be made in one face. */
export interface TextStencil {
  face: CutFace
  set: SetText
  stencil: Stencil
}

/** Faces by their sturdiness at small sizes: strokes of one width survive where serifs and brush hairs do not. */
const STURDIEST: readonly CutFace[] = ['hei', 'round', 'brush', 'song']

/** Sets a text in one face and makes its stencil. */
export function textStencil(
  text: string,
  face: CutFace,
  direction: Direction,
  faces: Record<CutFace, Typeface>,
  rules: Rules,
): TextStencil {
  const set = setText(text, faces[face], direction)
  return { face, set, stencil: stencilOfPath(set.path, rules) }
}

/** Whether it can be made as it is, every character of it. */
export function isProducible({ set, stencil }: TextStencil): boolean {
  return set.missing.length === 0 && stencil.refused === null && stencil.findings.length === 0 && set.path.length > 0
}

/** The sturdiest other face in which this text can be made; null when there is none, and only fewer characters help. */
export function proposeFace(
  text: string,
  instead: CutFace,
  direction: Direction,
  faces: Record<CutFace, Typeface>,
  rules: Rules,
): TextStencil | null {
  for (const face of STURDIEST) {
    if (face === instead) continue
    const tried = textStencil(text, face, direction, faces, rules)
    if (isProducible(tried)) return tried
  }
  return null
}

import type { CutFace } from '../typeset/faces'
import type { TextDesign } from './cut'

/** What to do with a text that cannot be made: set it in another face, or keep to so many characters. */
export interface Proposal {
  face?: CutFace
  most?: number
}

/** Faces by their sturdiness at small sizes: strokes of one width survive where serifs and brush hairs do not. */
const STURDIEST: readonly CutFace[] = ['hei', 'round', 'brush', 'song']

/**
 * The sturdiest other face in which this text works; when there is none, how many of its first characters would fit in
 * the face it has. `works` cuts a design and says whether it can be made.
 */
export function proposalFor(design: TextDesign, works: (design: TextDesign) => boolean): Proposal {
  const face = STURDIEST.find((other) => other !== design.face && works({ ...design, face: other }))
  if (face) return { face }
  const chars = [...design.text].filter((char) => char.trim() !== '')
  // Fewer characters stand larger, so what fits once is looked for by halves.
  let [fits, tooMany] = [0, chars.length]
  while (tooMany - fits > 1) {
    const tried = Math.floor((fits + tooMany) / 2)
    if (works({ ...design, text: chars.slice(0, tried).join('') })) fits = tried
    else tooMany = tried
  }
  return fits > 0 ? { most: fits } : {}
}

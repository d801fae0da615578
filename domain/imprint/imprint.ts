import type { CustomProduct } from '../catalogue/product'
import { refuse, type Refusal } from '../refusals'
import type { FrameId, MotifId } from './motifs'

/** The faces an imprint may be set in: 宋体, 黑体, 圆体, 毛笔. */
export const FACES = ['song', 'hei', 'round', 'brush'] as const
export type Face = (typeof FACES)[number]

/** How lines run: across, or down in columns from the right. */
export const DIRECTIONS = ['rows', 'columns'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Words to be grown; lines are parted by `\n`. */
export interface TextImprint {
  kind: 'text'
  text: string
  face: Face
  /** Rows when absent. */
  direction?: Direction
  /** The same on all fruit when absent; `perFruit` gives each fruit of the box the next character (生 日 快 乐). */
  spread?: 'perFruit'
  frame?: FrameId
  /** The shopper agrees to strokes that are visibly thicker than the face's own. */
  mend?: 'full'
}

/** What the customer wants grown on the skin (O2). */
export type Imprint = TextImprint | { kind: 'motif'; motif: MotifId } | { kind: 'picture'; pictureId: string }

export const MOST_LINES = 4
/** Fruit with a character each, at most: the largest box. */
export const MOST_SPREAD = 12

// Han (with its extension A), Latin letters, digits and a few signs: what the imprint faces hold.
const PRINTABLE = /[\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9&+·,.，。、~❤♥\- \n]/

// Emoji keyboards follow ❤ with an unseen mark that only chooses its colour.
const COLOUR_MARKS = /[\ufe0e\ufe0f]/g

/** The text as it will be grown: lines trimmed, empty ones dropped, inner runs of space made single. */
export function tidyText(text: string): string {
  return text
    .replace(COLOUR_MARKS, '')
    .split(/[\r\n]+/)
    .map((line) => line.trim().replace(/\s+/g, ' '))
    .filter((line) => line !== '')
    .join('\n')
}

const isBlank = (char: string): boolean => char === ' ' || char === '\n'

/** The characters of a text without its blanks, in reading order. */
export function charactersOf(text: string): string[] {
  return [...tidyText(text)].filter((char) => !isBlank(char))
}

/** Characters that need room on the skin: blanks are free, two Latin letters take the room of one Han character. */
export function roomNeeded(text: string): number {
  const units = charactersOf(text).reduce((sum, char) => sum + (char <= '\u00ff' ? 1 : 2), 0)
  return Math.ceil(units / 2)
}

/** Why this imprint cannot be made on this fruit, or null. Content is checked elsewhere (W1), strokes by the stencil. */
export function imprintRefusal(imprint: Imprint, product: CustomProduct, field = 'imprint'): Refusal | null {
  if (imprint.kind === 'picture') return product.imprint.pictures ? null : refuse('PICTURE_NOT_OFFERED', {}, field)
  if (imprint.kind === 'motif') return null
  const text = tidyText(imprint.text)
  if (text === '') return refuse('IMPRINT_EMPTY', {}, `${field}.text`)
  const odd = [...text].find((char) => !PRINTABLE.test(char))
  if (odd) return refuse('IMPRINT_UNPRINTABLE', { char: odd }, `${field}.text`)
  if (imprint.spread === 'perFruit') {
    const count = charactersOf(text).length
    return count > MOST_SPREAD ? refuse('IMPRINT_TOO_LONG', { max: MOST_SPREAD }, `${field}.text`) : null
  }
  if (text.split('\n').length > MOST_LINES)
    return refuse('IMPRINT_TOO_MANY_LINES', { most: MOST_LINES }, `${field}.text`)
  if (roomNeeded(text) > product.imprint.maxCharacters) {
    return refuse('IMPRINT_TOO_LONG', { max: product.imprint.maxCharacters }, `${field}.text`)
  }
  return null
}

/** Why a box of so many fruit cannot carry one character each, or null: every character has the same number of fruit. */
export function spreadRefusal(imprint: Imprint, pieces: number, field = 'imprint'): Refusal | null {
  if (imprint.kind !== 'text' || imprint.spread !== 'perFruit') return null
  const count = charactersOf(imprint.text).length
  const fits = count >= 2 && count <= MOST_SPREAD && pieces % count === 0
  return fits ? null : refuse('SPREAD_UNEVEN', { count, pieces }, `${field}.text`)
}

/** The designs an imprint is made of: one, or one for each fruit's character. Pictures have their own. */
export function designsOf(imprint: TextImprint | { kind: 'motif'; motif: MotifId }): (typeof imprint)[] {
  if (imprint.kind === 'motif') return [imprint]
  const { spread, ...text } = { ...imprint, text: tidyText(imprint.text) }
  if (spread !== 'perFruit') return [text]
  return charactersOf(text.text).map((char) => ({ ...text, text: char }))
}

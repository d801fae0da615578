import { refuse, type Refusal } from '../refusals'
import type { CustomProduct } from '../catalogue/product'

/** The faces an imprint may be set in. */
export const FACES = ['song', 'hei'] as const
export type Face = (typeof FACES)[number]

/** What the customer wants grown on the skin (O2). */
export type Imprint = { kind: 'text'; text: string; face: Face } | { kind: 'picture'; pictureId: string }

// Han (with its extension A), Latin letters, digits and a few signs: what the imprint faces hold.
const PRINTABLE = /[\u3400-\u4dbf\u4e00-\u9fffA-Za-z0-9&+·,.，。、~❤♥\- ]/

// Emoji keyboards follow ❤ with an unseen mark that only chooses its colour.
const COLOUR_MARKS = /[\ufe0e\ufe0f]/g

/** The text as it will be grown: trimmed, with inner runs of space made single. */
export function tidyText(text: string): string {
  return text.replace(COLOUR_MARKS, '').trim().replace(/\s+/g, ' ')
}

/** Characters that need room on the skin: spaces are free, two Latin letters take the room of one Han character. */
export function roomNeeded(text: string): number {
  const units = [...tidyText(text)].reduce((sum, char) => sum + (char === ' ' ? 0 : char <= '\u00ff' ? 1 : 2), 0)
  return Math.ceil(units / 2)
}

/** Why this imprint cannot be made on this fruit, or null. Content is checked elsewhere (W1). */
export function imprintRefusal(imprint: Imprint, product: CustomProduct, field = 'imprint'): Refusal | null {
  if (imprint.kind === 'picture') return product.imprint.pictures ? null : refuse('PICTURE_NOT_OFFERED', {}, field)
  const text = tidyText(imprint.text)
  if (text === '') return refuse('IMPRINT_EMPTY', {}, `${field}.text`)
  const odd = [...text].find((char) => !PRINTABLE.test(char))
  if (odd) return refuse('IMPRINT_UNPRINTABLE', { char: odd }, `${field}.text`)
  if (roomNeeded(text) > product.imprint.maxCharacters) {
    return refuse('IMPRINT_TOO_LONG', { max: product.imprint.maxCharacters }, `${field}.text`)
  }
  return null
}

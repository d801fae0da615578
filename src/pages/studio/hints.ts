import type { DesignVerdict } from '../../../contract'
import type { Refusal } from '../../../domain/refusals'
import { layoutText } from '../../../imprint/layout'
import { t } from '../../locales'

export interface Hint {
  key: string
  kind: 'fine' | 'warning' | 'waiting'
  words: string
}

/** Under this height a Chinese character is hard to read from an arm's length, mm. */
const READABLE_MM = 6

/** What the skin's room means for these words. */
export function sizeHint(text: string): Hint {
  const { glyphMm } = layoutText(text)
  const mm = Math.round(glyphMm)
  return glyphMm < READABLE_MM
    ? { key: 'size', kind: 'warning', words: t('studio.small', { mm }) }
    : { key: 'size', kind: 'fine', words: t('studio.fits', { mm }) }
}

/** The server's word on a content it has looked at. */
export function contentHint(verdict: DesignVerdict): Hint | null {
  switch (verdict.content) {
    case 'pass':
      return { key: 'content', kind: 'fine', words: t('studio.contentFine') }
    case 'review':
      return { key: 'content', kind: 'warning', words: t('studio.contentReview') }
    case 'unchecked':
      return null
  }
}

/** How a text is set, e.g. 2 × 2; empty for one line. */
export function arrangement(text: string): string {
  const { lines } = layoutText(text)
  return lines.length < 2 ? '' : lines.map((line) => [...line.replace(/\s/g, '')].length).join(' + ')
}

/** A field shows a refusal while writing, but a field not yet written in is not at fault. */
export function shownRefusal(refusal: Refusal | null, touched: boolean): Refusal | null {
  return refusal?.code === 'IMPRINT_EMPTY' && !touched ? null : refusal
}

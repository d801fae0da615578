import type { LineView } from '../../../contract'
import type { Imprint } from '../../../domain/imprint/imprint'
import type { FruitPreviewProps } from '../FruitPreview'

type Drawn = Pick<FruitPreviewProps, 'words' | 'art'>

/**
 * How an imprint, or the words a ready fruit carries already, are drawn on the preview. `art` is the server's, one for
 * each design; `at` picks the fruit where each carries its own.
 */
export function drawnImprint(
  imprint: Imprint | undefined,
  words: string | undefined,
  art: readonly string[] = [],
  at = 0,
): Drawn {
  const said = imprint?.kind === 'text' ? imprint.text : words
  const drawn = art.length > 0 ? art[at % art.length] : undefined
  return { ...(said ? { words: said } : {}), ...(drawn ? { art: drawn } : {}) }
}

/** The same for a line of an order. */
export function drawnLine(line: Pick<LineView, 'imprint' | 'words' | 'art'>, at = 0): Drawn {
  return drawnImprint(line.imprint, line.words, line.art, at)
}

import type { LineView } from '../../../contract'
import type { Imprint } from '../../../domain/imprint/imprint'
import type { FruitPreviewProps } from '../FruitPreview'

type Drawn = Pick<FruitPreviewProps, 'words' | 'face' | 'stencilUrl'>

/** How an imprint, or the words a ready fruit carries already, are drawn on the preview. */
export function drawnImprint(imprint: Imprint | undefined, words: string | undefined, pictureUrl?: string): Drawn {
  if (imprint?.kind === 'text') return { words: imprint.text, face: imprint.face }
  if (imprint?.kind === 'picture') return pictureUrl ? { stencilUrl: pictureUrl } : {}
  return words ? { words } : {}
}

/** The same for a line of an order. */
export function drawnLine({ imprint, words, pictureUrl }: Pick<LineView, 'imprint' | 'words' | 'pictureUrl'>): Drawn {
  return drawnImprint(imprint, words, pictureUrl)
}

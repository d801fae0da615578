import { useMemo } from 'react'
import { charactersOf, imprintRefusal, tidyText } from '../../../domain/imprint/imprint'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { framePath } from '../../../imprint/motif/frames'
import type { Path } from '../../../imprint/outline/path'
import { setText } from '../../../imprint/typeset/set-text'
import { textImprint, type Design } from '../../state/design'
import { useTypeface, type Outlines } from '../glyphs'

export interface SetWords extends Outlines {
  /** What is drawn on the fruit, one for each character when each fruit carries its own; empty while nothing can be set. */
  paths: readonly Path[]
}

/** The words of a design, set on this phone as they are typed. */
export function useSetWords(design: Design, product: CustomProduct): SetWords {
  const imprint = textImprint(design)
  const odd = imprintRefusal(imprint, product)?.code === 'IMPRINT_UNPRINTABLE'
  const text = odd ? '' : tidyText(design.text)
  const outlines = useTypeface(design.face, text)
  const { typeface } = outlines
  const { direction, perFruit, frame } = design
  const paths = useMemo(() => {
    const texts = perFruit ? charactersOf(text) : [text]
    const around = frame && framePath(frame)
    const set = texts.map((one) => setText(one, typeface, direction, around?.roomMm).path)
    return set.filter((path) => path.length > 0).map((path) => (around ? [...path, ...around.path] : path))
  }, [text, typeface, direction, perFruit, frame])
  return { ...outlines, paths }
}

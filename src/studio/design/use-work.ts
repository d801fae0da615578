import { useMemo } from 'react'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { imprintRefusal } from '../../../domain/imprint/imprint'
import { motifPath } from '../../../imprint/motif/motif'
import { parsePath } from '../../../imprint/outline/parse-path'
import type { Path } from '../../../imprint/outline/path'
import { artStore, imprintOf, type Design } from '../../state/design'
import { useStore } from '../../state/store'
import { useJudged, type Judged } from '../findings/use-judged'
import { usePicture, type PictureWork } from '../picture/use-picture'
import { useSetWords, type SetWords } from '../words/set-words'

export interface Work {
  /** What lies on the fruit, one for each of the design's fruit; the same objects while they are the same. */
  paths: readonly Path[]
  judged: Judged
  words: SetWords
  picture: PictureWork
}

const inked = (paths: readonly Path[]) => paths.filter((path) => path.length > 0)

/** A design being worked on: drawn at once by this phone, then as the server would cut it. */
export function useWork(design: Design, product: CustomProduct): Work {
  const kept = useStore(artStore)[design.id]
  const imprint = imprintOf(design)
  const words = useSetWords(design, product)
  const picture = usePicture(design, product._id)
  const askable = imprint && imprint.kind !== 'picture' && imprintRefusal(imprint, product) === null
  const asked = useJudged(product._id, askable ? imprint : null)
  const judged = design.kind === 'picture' ? picture.judged : asked

  // A picture whose photo is no longer here is shown as it was kept.
  const cut = judged.view?.art ?? (design.kind === 'picture' && design.picture && !picture.photo ? kept : undefined)
  const cutPaths = useMemo(() => inked(cut?.map((d) => parsePath(d) ?? []) ?? []), [cut])
  const { kind, motif } = design
  const { quick } = picture
  const quickPaths = useMemo(() => {
    if (kind === 'text') return words.paths
    return inked(kind === 'picture' ? [quick] : motif ? [motifPath(motif)] : [])
  }, [kind, motif, quick, words.paths])
  return { paths: cutPaths.length > 0 ? cutPaths : quickPaths, judged, words, picture }
}

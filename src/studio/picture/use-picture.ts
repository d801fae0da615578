import { useMemo } from 'react'
import { PLAIN_WISH, type PictureWish } from '../../../domain/imprint/picture'
import type { Path } from '../../../imprint/outline/path'
import { CallError } from '../../cloud/call-error'
import { call } from '../../cloud/door'
import { upload } from '../../cloud/files'
import type { Input } from '../../cloud/procedures'
import { choosePicture } from '../../device/picture'
import { shrinkPhoto } from '../../device/pixels'
import { t } from '../../locales/for-studio'
import { useAction, type Action } from '../../state/action'
import {
  changeDesign,
  changeDesignOf,
  currentDesign,
  designOf,
  draftsStore,
  keepArt,
  type Design,
} from '../../state/design'
import { useStore } from '../../state/store'
import { same, useJudgedPhoto, type Judged } from '../findings/use-judged'
import { useFrame } from './frame'
import { GREY_PX, greyOf, keepPhoto, photoStore, pictureOf, type Photo } from './photo'
import { quickCut } from './quick-cut'

/** Longer side of the photo that is uploaded, px. */
const LONGEST_PX = 1024

export interface PictureWork {
  photo: Photo | null
  /** The phone's own cut, until the server's has come. */
  quick: Path
  judged: Judged
  /** Changes how the photo is cut; a picture that was taken is no longer the one on the screen. */
  tune: (part: Partial<PictureWish>) => void
  choose: Action<[]>
  use: Pick<Action<[]>, 'busy' | 'run'>
}

async function read(): Promise<Photo | null> {
  const file = await choosePicture()
  if (!file) return null
  const { jpeg, picture } = await shrinkPhoto(file, LONGEST_PX, GREY_PX).catch(() => {
    throw new CallError('PICTURE_UNREADABLE', t('design.pictureUnreadable'))
  })
  const { width, height } = picture
  return { fileId: await upload(jpeg, 'designs'), width, height, grey: greyOf(picture) }
}

/** From a photo on this phone to a registered picture: choose, tune, use (O2, W1). */
export function usePicture(design: Design, productId: string): PictureWork {
  const photos = useStore(photoStore)
  const photo = photos[design.id] ?? null
  const active = design.kind === 'picture' && photo !== null
  const picture = useMemo(() => (photo ? pictureOf(photo) : null), [photo])
  const drawnWish = useFrame(design.wish)
  const quick = useMemo(() => (active && picture ? quickCut(picture, drawnWish) : []), [active, picture, drawnWish])
  const judged = useJudgedPhoto(productId, active ? photo.fileId : null, design.wish)

  const tune = (part: Partial<PictureWish>) =>
    changeDesign({ wish: { ...currentDesign().wish, ...part }, picture: null })
  // Both take seconds: what comes back belongs to the design that asked, if it still has what was asked about.
  const choose = useAction(async () => {
    const { id } = currentDesign()
    const chosen = await read()
    const asking = designOf(id)
    if (!chosen || !asking) return
    changeDesignOf(id, { picture: null, wish: { ...PLAIN_WISH, style: asking.wish.style } })
    keepPhoto(
      id,
      chosen,
      draftsStore.get().designs.map((one) => one.id),
    )
  })
  const take = useAction(async (key: string, id: string, asked: Omit<Input<'picture.register'>, 'key'>) => {
    const { pictureId, url, stencil } = await call('picture.register', { key, ...asked })
    const now = { fileId: photoStore.get()[id]?.fileId, wish: designOf(id)?.wish }
    if (!same(now, { fileId: asked.fileId, wish: asked.wish })) return
    keepArt(id, stencil.art)
    changeDesignOf(id, { picture: { pictureId, url } })
  })
  const use = async () => {
    if (photo) await take.run(design.id, { productId, fileId: photo.fileId, wish: design.wish })
  }
  return { photo, quick, judged, tune, choose, use: { busy: take.busy, run: use } }
}

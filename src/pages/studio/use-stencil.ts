import { useMemo, useState } from 'react'
import { POLICY } from '../../../domain/policy'
import type { FruitLook } from '../../../domain/catalogue/product'
import { LOOKS } from '../../../imprint/fruit/looks'
import type { Picture } from '../../../imprint/raster'
import { maskPng } from '../../../imprint/stencil/mask-png'
import { printedShare, stencilFromPhoto } from '../../../imprint/stencil/two-tone'
import { CallError } from '../../cloud/call-error'
import { call } from '../../cloud/door'
import { upload, type LocalFile } from '../../cloud/files'
import { choosePicture } from '../../device/picture'
import { pngFile, pngUrl, readPixels } from '../../device/pixels'
import { t } from '../../locales'
import { useAction } from '../../state/action'
import { changeDesign } from '../../state/design'

export interface StencilWish {
  style: 'portrait' | 'logo'
  invert: boolean
}

/** A stencil cut from the chosen photo, not yet uploaded. */
export interface Stencil {
  bytes: Uint8Array
  /** What an Image can show at once. */
  previewUrl: string
  /** Share of the circle that would be pale, 0..1. */
  share: number
}

/** Longer side of the photo the stencil is cut from, px: twice what the film can hold. */
const photoPx = 480

async function readPhoto(file: LocalFile): Promise<Picture> {
  const tooBig = typeof file.source !== 'string' && file.source.size > POLICY.pictureBytes
  if (tooBig) throw new CallError('PICTURE_TOO_BIG', t('studio.pictureTooBig'))
  try {
    return await readPixels(file, photoPx)
  } catch {
    throw new CallError('PICTURE_UNREADABLE', t('studio.pictureUnreadable'))
  }
}

function cut(photo: Picture, wish: StencilWish, look: FruitLook): Stencil {
  const mask = stencilFromPhoto(photo, wish)
  const bytes = maskPng(mask, LOOKS[look].paleOnScreen)
  return { bytes, previewUrl: pngUrl(bytes), share: printedShare(mask) }
}

/** From a photo on this phone to a registered picture: choose, look at it as a stencil, use it (O2, W1). */
export function useStencil(look: FruitLook) {
  const [chosen, setChosen] = useState<{ file: LocalFile; photo: Picture } | null>(null)
  const [wish, setWish] = useState<StencilWish>({ style: 'portrait', invert: false })
  const stencil = useMemo(() => (chosen ? cut(chosen.photo, wish, look) : null), [chosen, wish, look])

  const choose = useAction(async () => {
    const file = await choosePicture()
    if (file) setChosen({ file, photo: await readPhoto(file) })
  })
  const use = useAction(async (key: string) => {
    if (!chosen || !stencil) return
    const [fileId, originalId] = await Promise.all([
      upload(pngFile(stencil.bytes, 'stencil.png'), 'designs'),
      upload(chosen.file, 'designs'),
    ])
    const { pictureId, url } = await call('picture.register', { key, fileId, originalId })
    changeDesign({ picture: { pictureId, url } })
    setChosen(null)
  })
  return { stencil, wish, setWish, choose, use }
}

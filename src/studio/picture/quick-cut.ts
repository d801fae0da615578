import type { PictureWish } from '../../../domain/imprint/picture'
import { placePath, type Path } from '../../../imprint/outline/path'
import { trace } from '../../../imprint/outline/trace'
import type { Picture } from '../../../imprint/raster'
import { stencilFromPhoto } from '../../../imprint/stencil/two-tone'
import { STICKER_MM } from '../../../imprint/fruit/imprint-frame'

/** Side of the grid the phone cuts on while a finger moves, px: a frame's work. The server's has three times as many. */
const QUICK_PX = 144

/** What a photo would look like as a sticker, roughly and at once: mm of the 40 mm square. */
export function quickCut(photo: Picture, wish: PictureWish): Path {
  const mask = stencilFromPhoto(photo, { ...wish, size: QUICK_PX })
  return placePath(trace(mask), STICKER_MM / QUICK_PX, -STICKER_MM / 2, -STICKER_MM / 2)
}

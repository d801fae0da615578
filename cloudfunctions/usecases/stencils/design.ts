import { createHash } from 'node:crypto'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { designsOf, type Imprint, type TextImprint } from '../../../domain/imprint/imprint'
import type { MotifId } from '../../../domain/imprint/motifs'
import type { PictureWish } from '../../../domain/imprint/picture'
import { stickerMmOn } from '../../../imprint/stencil/make-stencil'

/** One thing to be cut: words, a motif, or a photo made two-tone. */
export type Design =
  | Omit<TextImprint, 'spread'>
  | { kind: 'motif'; motif: MotifId }
  | { kind: 'photo'; fileId: string; wish: PictureWish }

/** What of a product decides how a design is cut. */
export type Fruit = Pick<CustomProduct, 'diameterMm' | 'technique'>

/** To be raised when the same design would be cut otherwise than before. */
const ENGINE = 1
const MARK = 'S'

/** The name of what is cut for a design on a fruit: the same design on the same size of sticker has the same name. */
export function stencilIdOf(design: Design, fruit: Fruit): string {
  const size = stickerMmOn(fruit.diameterMm)
  const hash = createHash('sha256').update(`${ENGINE} ${fruit.technique} ${size} ${designName(design)}`)
  return `${MARK}${hash.digest('hex').slice(0, 31)}`
}

/** Everything a design is made of, in one order of words. */
export function designName(design: Design): string {
  return JSON.stringify(design, Object.keys(flat(design)).sort())
}

/** Whether an id names a stencil, among ids of files. */
export const isStencilId = (id: string): boolean => /^S[0-9a-f]{31}$/.test(id)

// Every name that occurs at any depth: JSON then writes them in one order, whoever made the object.
function flat(value: object): Record<string, true> {
  const names: Record<string, true> = {}
  for (const [name, inner] of Object.entries(value)) {
    names[name] = true
    if (typeof inner === 'object' && inner !== null) Object.assign(names, flat(inner as object))
  }
  return names
}

/** The designs of an imprint; `photo` is what its picture was made from. */
export function designsToCut(imprint: Imprint, photo: { fileId: string; wish: PictureWish } | null): Design[] {
  if (imprint.kind !== 'picture') return designsOf(imprint)
  return photo ? [{ kind: 'photo', fileId: photo.fileId, wish: photo.wish }] : []
}

import type { Face, Imprint } from '../../domain/imprint/imprint'
import { createStored } from './stored'

/** What the shopper is writing in the studio; empty ids mean the first that fits. */
export interface Design {
  productId: string
  kind: Imprint['kind']
  text: string
  face: Face
  /** The stencil, as it was registered; its link may have expired after a while. */
  picture: { pictureId: string; url: string } | null
  packId: string
  packs: number
}

const blank: Design = { productId: '', kind: 'text', text: '', face: 'song', picture: null, packId: '', packs: 1 }

export const designStore = createStored<Design>('design', blank)

export function changeDesign(part: Partial<Design>): void {
  designStore.set({ ...designStore.get(), ...part })
}

/** After ordering: the same fruit may be written on again, the words are gone. */
export function clearDesign(): void {
  changeDesign({ text: '', picture: null, kind: 'text', packs: 1 })
}

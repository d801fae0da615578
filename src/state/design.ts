import { tidyText, type Direction, type Face, type Imprint } from '../../domain/imprint/imprint'
import type { FrameId, MotifId } from '../../domain/imprint/motifs'
import { PLAIN_WISH, type PictureWish } from '../../domain/imprint/picture'
import { POLICY } from '../../domain/policy'
import { freshId } from './fresh-id'
import { useStore } from './store'
import { createStored } from './stored'

/** What the shopper is making in the studio; empty ids mean the first that fits. */
export interface Design {
  id: string
  productId: string
  kind: Imprint['kind']
  text: string
  face: Face
  direction: Direction
  frame: FrameId | null
  /** Each fruit of the box carries the next character. */
  perFruit: boolean
  /** The shopper has agreed to thicker strokes. */
  mend: boolean
  motif: MotifId | null
  /** A photo that was taken as a design; its link may have expired after a while. */
  picture: { pictureId: string; url: string } | null
  /** How the photo is made two-tone while it is tuned. */
  wish: PictureWish
  packId: string
  packs: number
}

const blank: Design = {
  id: '',
  productId: '',
  kind: 'text',
  text: '',
  face: 'hei',
  direction: 'rows',
  frame: null,
  perFruit: false,
  mend: false,
  motif: null,
  picture: null,
  wish: PLAIN_WISH,
  packId: '',
  packs: 1,
}

/** The designs of one order, and which of them is open in the studio. */
export interface Drafts {
  designs: Design[]
  at: number
}

export const draftsStore = createStored<Drafts>('designs', { designs: [], at: 0 })

/**
 * What each design looks like, by its id: SVG path data in mm of the 40 mm square, as the server last cut it. Beside the
 * drafts, which are stored at every key.
 */
export const artStore = createStored<Record<string, string[]>>('art', {})

/** The design that is open in the studio; a blank one when none was begun. */
export const currentDesign = ({ designs, at }: Drafts = draftsStore.get()): Design => ({ ...blank, ...designs[at] })

export const useDesign = (): Design => currentDesign(useStore(draftsStore))

/** Changes the open design. */
export function changeDesign(part: Partial<Design>): void {
  const { designs, at } = draftsStore.get()
  const open = currentDesign()
  const changed = { ...open, ...part, id: open.id || freshId() }
  draftsStore.set({
    at,
    designs: designs.length === 0 ? [changed] : designs.map((design, i) => (i === at ? changed : design)),
  })
}

/** The design with this id, open or not; undefined when it is gone. */
export const designOf = (id: string): Design | undefined => draftsStore.get().designs.find((design) => design.id === id)

/** Changes a design that may not be the open one any more; nothing when it is gone. */
export function changeDesignOf(id: string, part: Partial<Design>): void {
  const { designs, at } = draftsStore.get()
  draftsStore.set({ at, designs: designs.map((design) => (design.id === id ? { ...design, ...part } : design)) })
}

/** Whether another design may be added to the order. */
export const hasRoom = ({ designs }: Drafts): boolean => designs.length < POLICY.maxLines

/** Begins another design beside those there are, of the same fruit and face. */
export function addDesign(part: Partial<Design> = {}): void {
  const { productId, face } = currentDesign()
  const { designs } = draftsStore.get()
  draftsStore.set({
    designs: [...designs, { ...blank, productId, face, ...part, id: freshId() }],
    at: designs.length,
  })
}

/** Opens a design, with `part` laid over a blank one: in place of an empty one, beside one that carries something. */
export function startDesign(part: Partial<Design>): void {
  if (imprintOf(currentDesign()) === null || !hasRoom(draftsStore.get()))
    changeDesign({ ...blank, ...part, id: currentDesign().id })
  else addDesign(part)
}

export function openDesign(at: number): void {
  draftsStore.set({ ...draftsStore.get(), at })
}

/** Takes a design out of the order; the one before it is opened. */
export function removeDesign(at: number): void {
  const { designs } = draftsStore.get()
  const { [designs[at].id]: _gone, ...art } = artStore.get()
  artStore.set(art)
  draftsStore.set({ designs: designs.filter((_, i) => i !== at), at: Math.max(0, at - 1) })
}

/** After ordering: the same fruit may be written on again, the designs are gone. */
export function clearDesigns(): void {
  const { productId, face } = currentDesign()
  artStore.set({})
  draftsStore.set({ designs: [{ ...blank, productId, face, id: freshId() }], at: 0 })
}

/** Keeps what a design looks like. */
export function keepArt(id: string, art: string[]): void {
  artStore.set({ ...artStore.get(), [id]: art })
}

/** What a design asks to be grown; null while it is empty. */
export function imprintOf({ kind, motif, picture, ...words }: Design): Imprint | null {
  switch (kind) {
    case 'motif':
      return motif && { kind, motif }
    case 'picture':
      return picture && { kind, pictureId: picture.pictureId }
    case 'text':
      return tidyText(words.text) === '' ? null : textImprint(words)
  }
}

/** The words of a design as they would be ordered; choices that are the usual ones are left out. */
export function textImprint({
  text,
  face,
  direction,
  frame,
  perFruit,
  mend,
}: Pick<Design, 'text' | 'face' | 'direction' | 'frame' | 'perFruit' | 'mend'>): Extract<Imprint, { kind: 'text' }> {
  return {
    kind: 'text',
    text: tidyText(text),
    face,
    ...(direction === 'columns' ? { direction } : {}),
    ...(perFruit ? { spread: 'perFruit' } : {}),
    ...(frame ? { frame } : {}),
    ...(mend ? { mend: 'full' } : {}),
  }
}

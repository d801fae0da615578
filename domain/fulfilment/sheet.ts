import type { FruitLook } from '../catalogue/product'
import { POLICY } from '../policy'
import type { Instant } from '../time'
import type { Words } from '../words'
import { fruitByDesign, piecesIn } from './fruit'
import type { FulfilmentDoc } from './fulfilment'

/** Trees that stand together. An orchard lists its blocks in the order in which its people walk them. */
export interface Block {
  id: string
  name: Words
  look: FruitLook
  /** Fruit its trees can carry with a sticker. */
  pieces: number
}

/** The sheet a parcel was last printed on (G4). */
export interface PrintedSheet {
  id: string
  /** The block its stickers went to; null when its orchard has none. */
  block: string | null
  stickers: number
  fileId: string
  at: Instant
}

/** What a parcel is printed from. */
type Stickered = Pick<FulfilmentDoc, '_id' | 'lines' | 'fruit' | 'sheet'>

/** Fruit that get a sticker for every `pieces` ordered: some are lost before harvest. Rounded up. */
export function withSpares(pieces: number, spareFactor: number = POLICY.spareFactor): number {
  return Math.ceil(pieces * spareFactor - 1e-9)
}

/** Stickers of each design of a parcel, in the order of its designs: each character of a word has spares of its own. */
export function stickersOf(parcel: Pick<FulfilmentDoc, 'lines' | 'fruit'>): { stencil: string; stickers: number }[] {
  const stencils = parcel.lines[0].imprint?.stencils ?? []
  return fruitByDesign(parcel).flatMap((pieces, i) =>
    pieces > 0 ? [{ stencil: stencils[i], stickers: withSpares(pieces) }] : [],
  )
}

/** Stickers of a parcel in all. */
export function stickersIn(parcel: Pick<FulfilmentDoc, 'lines' | 'fruit'>): number {
  return stickersOf(parcel).reduce((sum, { stickers }) => sum + stickers, 0)
}

/** How often a parcel has been printed. */
export function timesPrinted({ history }: Pick<FulfilmentDoc, 'history'>): number {
  return history.filter(({ did }) => did === 'printSheet').length
}

/** Whether a picker could take one parcel's fruit for the other's: a design in common, or words that differ in one character. */
export function looksAlike(one: Pick<FulfilmentDoc, 'lines'>, two: Pick<FulfilmentDoc, 'lines'>): boolean {
  const [a, b] = [one.lines[0].imprint, two.lines[0].imprint]
  if (!a || !b) return false
  const [cutA, cutB] = [a.stencils ?? [], b.stencils ?? []]
  if (cutA.some((stencil) => cutB.includes(stencil))) return true
  return a.kind === 'text' && b.kind === 'text' && nearlySame([...a.text], [...b.text])
}

// Of one character each, 福 and 禄, every one differs: those are told apart at a glance.
function nearlySame(one: readonly string[], two: readonly string[]): boolean {
  if (one.length !== two.length) return false
  const differ = one.filter((char, i) => char !== two[i]).length
  return differ === 0 || (differ === 1 && one.length > 1)
}

/**
 * Where each parcel's stickers go, by parcel: the first block of the walk with trees of its fruit and room for it, one without
 * a parcel that looks alike if there is one. A printed parcel stays where it is. `standing` are parcels whose stickers are on
 * the trees. Without a block that has room, the emptiest takes it: what the orchard has accepted is printed.
 */
export function placeInBlocks(
  blocks: readonly Block[],
  parcels: readonly Stickered[],
  standing: readonly Stickered[] = [],
): Map<string, Block | null> {
  const known = (parcel: Stickered) => blocks.find(({ id }) => id === parcel.sheet?.block)
  const placed = new Map<string, Block | null>()
  const inside = new Map<string, Stickered[]>(blocks.map(({ id }) => [id, []]))
  const put = (parcel: Stickered, block: Block) => void inside.get(block.id)?.push(parcel)
  const ours = new Set(parcels.map(({ _id }) => _id))
  for (const parcel of [...standing.filter(({ _id }) => !ours.has(_id)), ...parcels]) {
    const block = known(parcel)
    if (!block) continue
    put(parcel, block)
    if (ours.has(parcel._id)) placed.set(parcel._id, block)
  }
  const roomIn = ({ id, pieces }: Block) =>
    pieces - (inside.get(id) ?? []).reduce((sum, each) => sum + piecesIn(each), 0)
  for (const parcel of parcels) {
    if (placed.has(parcel._id)) continue
    const grown = blocks.filter(({ look }) => look === parcel.lines[0].look)
    const open = grown.length > 0 ? grown : blocks
    const roomy = open.filter((block) => roomIn(block) >= piecesIn(parcel))
    const alone = roomy.find(({ id }) => !(inside.get(id) ?? []).some((other) => looksAlike(parcel, other)))
    const block = alone ?? roomy[0] ?? emptiest(open, roomIn)
    placed.set(parcel._id, block)
    if (block) put(parcel, block)
  }
  return placed
}

function emptiest(blocks: readonly Block[], roomIn: (block: Block) => number): Block | null {
  return blocks.reduce<Block | null>((best, block) => (best && roomIn(best) >= roomIn(block) ? best : block), null)
}

/** Parcels in the order in which a sheet is walked: by block, then by code; those without a block last. */
export function inWalkingOrder<P extends Pick<FulfilmentDoc, '_id' | 'code'>>(
  parcels: readonly P[],
  blocks: readonly Block[],
  placed: ReadonlyMap<string, Block | null>,
): P[] {
  const rank = ({ _id }: P) => {
    const at = blocks.findIndex(({ id }) => id === placed.get(_id)?.id)
    return at < 0 ? blocks.length : at
  }
  return [...parcels].sort((a, b) => rank(a) - rank(b) || compare(a.code ?? '', b.code ?? ''))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

import { inWalkingOrder, placeInBlocks, type Block } from '../../../domain/fulfilment/sheet'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { techniqueOf } from '../../../domain/fulfilment/technique'
import type { StencilDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { readAll, readByIds } from '../core/read-all'

/** Fruit in these states takes room on the trees. */
const ON_TREES: readonly FulfilmentState[] = ['accepted', 'stickered', 'colouring']

/** The work of an orchard whose fruit is still on the trees. */
export function workOnTrees(ports: Ports, orchardId: string): Promise<FulfilmentDoc[]> {
  return readAll(ports, 'fulfilments', { orchardId, state: { in: ON_TREES } })
}

/** Work that stickers are printed for: accepted, and under film. */
export function printableOf(work: readonly FulfilmentDoc[]): FulfilmentDoc[] {
  return work.filter((job) => job.state === 'accepted' && job.kind === 'custom' && techniqueOf(job) === 'mask')
}

/** Parcels in the order in which the blocks are walked, each with the block it has or would get. */
export function walk(
  blocks: readonly Block[],
  parcels: readonly FulfilmentDoc[],
  onTrees: readonly FulfilmentDoc[],
): { parcel: FulfilmentDoc; block: Block | null }[] {
  const oldestFirst = [...parcels].sort((a, b) => (a.createdAt + a._id < b.createdAt + b._id ? -1 : 1))
  const placed = placeInBlocks(blocks, oldestFirst, onTrees)
  return inWalkingOrder(oldestFirst, blocks, placed).map((parcel) => ({
    parcel,
    block: placed.get(parcel._id) ?? null,
  }))
}

/** What is cut for these parcels, by stencil; one that is gone is not there. */
export async function stencilsOf(ports: Ports, parcels: readonly FulfilmentDoc[]): Promise<Map<string, StencilDoc>> {
  const ids = parcels.flatMap(({ lines }) => lines[0].imprint?.stencils ?? [])
  return new Map((await readByIds(ports, 'stencils', ids)).map((stencil) => [stencil._id, stencil]))
}

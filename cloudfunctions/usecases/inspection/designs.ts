import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { designOfFruit } from '../../../domain/fulfilment/fruit'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { looksAlike } from '../../../domain/fulfilment/sheet'
import { STICKER_MM } from '../../../imprint/fruit/imprint-frame'
import type { KnownDesign } from '../../../imprint/inspection/opinion'
import { fillPath } from '../../../imprint/outline/fill'
import { parsePath } from '../../../imprint/outline/parse-path'
import { placePath } from '../../../imprint/outline/path'
import type { Mask } from '../../../imprint/raster'
import type { Ports, Where } from '../../ports/ports'
import { readByIds } from '../core/read-all'

/** A parcel's design that a fruit may carry. */
export interface Carried {
  stencil: string
  parcel: FulfilmentDoc
  /** Which of the parcel's designs it is. */
  design: number
}

/** A design that the fruit may carry instead, under the name of the likeliest parcel. */
export interface Suspected extends Carried {
  /** How many other parcels carry it too. */
  others: number
}

/** Where parcels of one crate may be; the other half of a swap may have gone back by now. */
const OF_ITS_CRATE: readonly FulfilmentState[] = ['received', 'sentToHub', 'mismatched', 'escalated']
/** Parcels read of each kind. */
const MOST_PARCELS = 40
/** Designs a photo is compared with beside its own: more would take longer than an inspector waits. */
const MOST_OTHERS = 12

/** The design that a fruit of this parcel should carry; null where the parcel has none. */
export function claimedBy(parcel: FulfilmentDoc, fruit: number): Carried | null {
  const stencils = parcel.lines[0].imprint?.stencils ?? []
  const design = designOfFruit(fruit, stencils.length)
  return stencils[design] ? { stencil: stencils[design], parcel, design } : null
}

/**
 * What else the fruit may carry: the other designs of its own parcel first, then those of parcels that are alike, of the
 * same orchard, on the bench, and on their way. Each design once. One round trip's time.
 */
export async function othersFor(ports: Ports, claimed: Carried): Promise<Suspected[]> {
  const { parcel } = claimed
  const rank = (other: FulfilmentDoc) =>
    Number(other.orchardId === parcel.orchardId) * 2 + Number(looksAlike(parcel, other)) * 4
  const others = (await parcelsNear(ports, parcel)).sort((a, b) => rank(b) - rank(a))
  const carried = [parcel, ...others].flatMap((each) =>
    (each.lines[0].imprint?.stencils ?? []).map((stencil, design) => ({ stencil, parcel: each, design })),
  )
  const carriers = (stencil: string) =>
    new Set(carried.filter((each) => each.stencil === stencil).map((each) => each.parcel._id)).size
  const seen = new Set([claimed.stencil])
  return carried
    .filter(({ stencil }) => !seen.has(stencil) && seen.add(stencil))
    .slice(0, MOST_OTHERS)
    .map((each) => ({ ...each, others: carriers(each.stencil) - 1 }))
}

/**
 * Parcels whose fruit may have got into this one's crate: of its orchard those ordered just before and after it, which grow
 * beside it and are packed with it; then what lies on the bench; then what is on its way.
 */
async function parcelsNear(ports: Ports, parcel: FulfilmentDoc): Promise<FulfilmentDoc[]> {
  const read = (where: Where, order: 'asc' | 'desc') =>
    ports.db.find('fulfilments', {
      where: { ...where, kind: 'custom' },
      order: [['createdAt', order]],
      limit: MOST_PARCELS,
    })
  const own = { orchardId: parcel.orchardId, state: { in: OF_ITS_CRATE } }
  const [before, after, received, coming] = await Promise.all([
    read({ ...own, createdAt: { lte: parcel.createdAt } }, 'desc'),
    read({ ...own, createdAt: { gt: parcel.createdAt } }, 'asc'),
    read({ state: 'received' }, 'desc'),
    read({ state: 'sentToHub' }, 'desc'),
  ])
  const apart = ({ createdAt }: FulfilmentDoc) => Math.abs(Date.parse(createdAt) - Date.parse(parcel.createdAt))
  const neighbours = [...before, ...after].sort((a, b) => apart(a) - apart(b))
  const seen = new Set([parcel._id])
  return [...neighbours, ...received, ...coming].filter(({ _id, code }) => code && !seen.has(_id) && seen.add(_id))
}

/** A design as the machine sees it: pixels for each mm of the sticker. */
const PX_PER_MM = 6
/** An instance keeps the designs of the batch it works through. */
const MOST_KEPT = 120
const kept = new Map<string, Mask>()

/** Each design's ink on the whole sticker, by stencil; one that is gone is left out. The same stencil is the same mask. */
export async function masksOf(ports: Ports, carried: readonly Carried[]): Promise<KnownDesign[]> {
  const ids = carried.map(({ stencil }) => stencil)
  const missing = ids.filter((id) => !kept.has(id))
  const drawn = new Map((await readByIds(ports, 'stencils', missing)).map(({ _id, d }) => [_id, maskOf(d)]))
  return ids.flatMap((id) => {
    const mask = kept.get(id) ?? drawn.get(id)
    if (!mask) return []
    keep(id, mask)
    return [{ id, mask }]
  })
}

function maskOf(d: string): Mask | null {
  const path = parsePath(d)
  const side = STICKER_MM * PX_PER_MM
  return path && fillPath(placePath(path, PX_PER_MM, side / 2, side / 2), side, side)
}

// The one that was needed longest ago goes first.
function keep(id: string, mask: Mask): void {
  kept.delete(id)
  kept.set(id, mask)
  if (kept.size > MOST_KEPT) kept.delete([...kept.keys()][0])
}

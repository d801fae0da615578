import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { designOfFruit } from '../../../domain/fulfilment/fruit'
import { looksAlike } from '../../../domain/fulfilment/sheet'
import type { Ports } from '../../ports/ports'
import { readByIds } from '../core/read-all'

/** A parcel's design that a fruit may carry. */
export interface Carried {
  stencil: string
  parcel: FulfilmentDoc
  /** Which of the parcel's designs it is. */
  design: number
}

/** Parcels that lie on the bench or come to it, of which a fruit may have got into another's crate. */
const MOST_PARCELS = 60
/** Designs a photo is compared with beside its own: more would take longer than an inspector waits. */
const MOST_OTHERS = 12

/** The design that a fruit of this parcel should carry; null where the parcel has none. */
export function claimedBy(parcel: FulfilmentDoc, fruit: number): Carried | null {
  const stencils = parcel.lines[0].imprint?.stencils ?? []
  const design = designOfFruit(fruit, stencils.length)
  return stencils[design] ? { stencil: stencils[design], parcel, design } : null
}

/**
 * What else the fruit may carry: the other designs of its own parcel first, then those of parcels at the hub, of the same
 * orchard and alike first. Each design once.
 */
export async function othersFor(ports: Ports, claimed: Carried): Promise<Carried[]> {
  const { parcel } = claimed
  const near = await ports.db.find('fulfilments', {
    where: { state: { in: ['received', 'sentToHub'] } },
    order: [['createdAt', 'asc']],
    limit: MOST_PARCELS,
  })
  const rank = (other: FulfilmentDoc) =>
    Number(other.orchardId === parcel.orchardId) * 2 + Number(looksAlike(parcel, other)) * 4
  const others = near.filter(({ _id, code }) => _id !== parcel._id && code).sort((a, b) => rank(b) - rank(a))
  const seen = new Set([claimed.stencil])
  return [parcel, ...others]
    .flatMap((each) =>
      (each.lines[0].imprint?.stencils ?? []).map((stencil, design) => ({ stencil, parcel: each, design })),
    )
    .filter(({ stencil }) => !seen.has(stencil) && seen.add(stencil))
    .slice(0, MOST_OTHERS)
}

/** Path data by stencil; one that is gone is left out. */
export async function pathsOf(ports: Ports, carried: readonly Carried[]): Promise<Map<string, string>> {
  const stencils = await readByIds(
    ports,
    'stencils',
    carried.map(({ stencil }) => stencil),
  )
  return new Map(stencils.map(({ _id, d }) => [_id, d]))
}

import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { watchedClaim } from '../../../domain/aftersale/evolve'
import { watchedFulfilment } from '../../../domain/fulfilment/evolve'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { watchedOrder } from '../../../domain/order/evolve'
import type { OrderDoc } from '../../../domain/order/order'
import type { Aggregate, AggregateName } from '../../collections'

/** A document with what follows from the rest of it: when the clock must look, and how much is in trouble. */
export function watched<Doc extends Aggregate>(collection: AggregateName, doc: Doc): Doc {
  return of(collection, doc) as Doc
}

function of(collection: AggregateName, doc: Aggregate): Aggregate {
  if (collection === 'orders') return watchedOrder(doc as OrderDoc)
  return collection === 'fulfilments' ? watchedFulfilment(doc as FulfilmentDoc) : watchedClaim(doc as ClaimDoc)
}

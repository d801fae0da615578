import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'

/**
 * Writes the next version of an order or fulfilment; false when somebody else wrote meanwhile. Callers that serve both
 * kinds pass a collection and documents that belong together; the port's overload cannot see that.
 */
export function replaceAs(
  ports: Ports,
  collection: 'orders' | 'fulfilments',
  before: OrderDoc | FulfilmentDoc,
  after: OrderDoc | FulfilmentDoc,
): Promise<boolean> {
  return collection === 'orders'
    ? ports.db.replace('orders', before as OrderDoc, after as OrderDoc)
    : ports.db.replace('fulfilments', before as FulfilmentDoc, after as FulfilmentDoc)
}

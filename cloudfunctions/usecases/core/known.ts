import type { OrderDoc } from '../../../domain/order/order'
import { reject } from '../../../domain/refusals'
import type { Aggregate } from '../../collections'
import type { Ports } from '../../ports/ports'

// An event often needs a document again that it has just read or written. It may start from what it knows, because every
// write is conditional on the version: knowing too little costs a second try, never a lost change.

/** Keeps a document for the rest of the event, unless a newer version is known. */
export function remember<Doc extends Aggregate>(ports: Ports, doc: Doc): Doc {
  const known = ports.known.get(doc._id)
  if (known && known.version > doc.version) return known as Doc
  ports.known.set(doc._id, doc)
  return doc
}

/** The document as this event knows it; undefined when it has not met it. */
export function knownDoc<Doc extends Aggregate>(ports: Ports, id: string): Doc | undefined {
  return ports.known.get(id) as Doc | undefined
}

/** The order as this event knows it, read when it has not met it. Throws ORDER_UNKNOWN. */
export async function orderOnce(ports: Ports, no: string): Promise<OrderDoc> {
  return knownDoc<OrderDoc>(ports, no) ?? remember(ports, (await ports.db.get('orders', no)) ?? reject('ORDER_UNKNOWN'))
}

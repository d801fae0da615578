import type { CollectionName, Documents } from '../../collections'
import type { Ports, Query, Where } from '../../ports/ports'

/** Where a page ended: the moment and id of its last document. */
export interface Cursor {
  createdAt: string
  id: string
}

export interface Page<Doc> {
  docs: Doc[]
  /** Give it back to get the next page; null at the end. */
  next: Cursor | null
}

/** Which documents, sorted by which moment, how many at once. */
export interface Pages<Field extends string> {
  where: Where
  by: Field
  direction: 'asc' | 'desc'
  size: number
}

/** One page of a list that people read to its end; one round trip. Documents of the same moment follow each other by id. */
export async function pageOf<C extends CollectionName, Field extends string & keyof Documents[C]>(
  ports: Ports,
  collection: C,
  { where, by, direction, size }: Pages<Field>,
  cursor: Cursor | undefined,
): Promise<Page<Documents[C]>> {
  const past = (value: string) => (direction === 'asc' ? { gt: value } : { lt: value })
  const query: Query = {
    where,
    ...(cursor ? { or: [{ [by]: past(cursor.createdAt) }, { [by]: cursor.createdAt, _id: past(cursor.id) }] } : {}),
    order: [
      [by, direction],
      ['_id', direction],
    ],
    // One more than a page is read, to know whether there is a next one.
    limit: size + 1,
  }
  const found = await ports.db.find(collection, query)
  const docs = found.slice(0, size)
  const last = docs[docs.length - 1]
  return { docs, next: found.length > size ? { createdAt: String(last[by]), id: last._id } : null }
}

import type { CollectionName, Documents } from '../../collections'
import type { Database, Query, Where } from '../../ports/ports'

/** WeChat reads at most this many documents at once and cuts the rest without a word. */
const MOST_AT_ONCE = 1000
/** Whole orders of one answer stay well below the six megabytes an answer may have. */
const IDS_AT_ONCE = 200

type Reader = { db: Pick<Database, 'find'> }

/** Every document that fits, however many there are, by id. One round trip per thousand. */
export async function readAll<C extends CollectionName>(
  ports: Reader,
  collection: C,
  where: Where,
): Promise<Documents[C][]> {
  const all: Documents[C][] = []
  for await (const page of pagesOf(ports, collection, where)) all.push(...page)
  return all
}

/** Every document that fits, page by page in the order of ids, after one of them when it is given. */
export async function* pagesOf<C extends CollectionName>(
  ports: Reader,
  collection: C,
  where: Where,
  { after, size = MOST_AT_ONCE }: { after?: string; size?: number } = {},
): AsyncGenerator<Documents[C][]> {
  for (let last = after; ; ) {
    const query: Query = {
      where,
      ...(last === undefined ? {} : { or: [{ _id: { gt: last } }] }),
      order: [['_id', 'asc']],
      limit: size,
    }
    const page = await ports.db.find(collection, query)
    if (page.length > 0) yield page
    if (page.length < size) return
    last = page[page.length - 1]._id
  }
}

/** The documents with these ids; what is not there is left out. No ids, no round trip; the reads go side by side. */
export async function readByIds<C extends CollectionName>(
  ports: Reader,
  collection: C,
  ids: Iterable<string>,
  where: Where = {},
): Promise<Documents[C][]> {
  const wanted = [...new Set(ids)]
  const reads: Promise<Documents[C][]>[] = []
  for (let from = 0; from < wanted.length; from += IDS_AT_ONCE) {
    const some = wanted.slice(from, from + IDS_AT_ONCE)
    reads.push(ports.db.find(collection, { where: { ...where, _id: { in: some } }, limit: some.length }))
  }
  return (await Promise.all(reads)).flat()
}

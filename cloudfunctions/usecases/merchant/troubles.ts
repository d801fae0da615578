import type { Input, RetryView, TroubleList } from '../../../contract'
import { FAILURES } from '../../../domain/message/outcome'
import { AGGREGATES, type Aggregate } from '../../collections'
import type { Ports, Query } from '../../ports/ports'
import type { Context } from '../core/answer'
import { findAggregate, tryAgain } from '../core/try-again'
import { troubleViews, WHOLE_DOCUMENT } from '../views/trouble-view'

/** Documents on a page; one may have several entries. */
const PAGE = 20

/** What did not go out, newest document first: one read and one count per collection. */
export async function listTroubles({ ports }: Context, { cursor }: Input<'troubles.list'>): Promise<TroubleList> {
  const [pages, total] = await Promise.all([
    Promise.all(
      AGGREGATES.map(async (collection) => (await ports.db.find(collection, pageQuery(cursor))) as Aggregate[]),
    ),
    countTroubles(ports),
  ])
  const found = pages.flat().sort(newestFirst)
  const page = found.slice(0, PAGE)
  const last = page[page.length - 1]
  return {
    troubles: page.flatMap(troubleViews),
    total,
    next: found.length > PAGE ? { createdAt: last.createdAt ?? '', id: last._id } : null,
  }
}

// One more than a page is read of each collection, to know whether there is a next one.
function pageQuery(cursor: Input<'troubles.list'>['cursor']): Query {
  return {
    where: { trouble: { gte: 1 } },
    ...(cursor
      ? { or: [{ createdAt: { lt: cursor.createdAt } }, { createdAt: cursor.createdAt, _id: { lt: cursor.id } }] }
      : {}),
    order: [
      ['createdAt', 'desc'],
      ['_id', 'desc'],
    ],
    limit: PAGE + 1,
  }
}

// A damaged document may not even know its day.
function newestFirst(a: Aggregate, b: Aggregate): number {
  return (b.createdAt ?? '').localeCompare(a.createdAt ?? '') || b._id.localeCompare(a._id)
}

/** How many entries did not go out, over all collections: one count each. */
export async function countTroubles(ports: Ports): Promise<number> {
  const counts = await Promise.all(AGGREGATES.map((name) => ports.db.countBy(name, { trouble: { gte: 1 } }, 'trouble')))
  return counts.flatMap(Object.entries).reduce((sum, [trouble, docs]) => sum + Number(trouble) * Number(docs), 0)
}

/**
 * Tries one entry again, at once. What has left meanwhile is answered as done: two taps, or two people, do it once. A
 * whole document is put back before the clock. Throws ORDER_UNKNOWN, BUSY.
 */
export async function retryTrouble(
  { ports, openid }: Context,
  { id, entry, key }: Input<'troubles.retry'>,
): Promise<RetryView> {
  if (entry === WHOLE_DOCUMENT) return putBack(ports, id)
  return tryAgain(ports, id, entry, { by: openid, key })
}

async function putBack(ports: Ports, id: string): Promise<RetryView> {
  const { collection } = await findAggregate(ports, id)
  await ports.db.update(collection, { _id: id }, { set: { dueAt: ports.now() } })
  return { outcome: 'trying', why: FAILURES.UNANSWERED }
}

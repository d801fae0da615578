import type { RetryView } from '../../../contract'
import { FAILURES } from '../../../domain/message/outcome'
import { isReadable, type OutboxEntry } from '../../../domain/message/outbox'
import { triedAgain, type Asked } from '../../../domain/message/trouble'
import { reject } from '../../../domain/refusals'
import { AGGREGATES, type Aggregate, type AggregateName } from '../../collections'
import type { Ports } from '../../ports/ports'
import { whyOf } from '../views/trouble-view'
import { relay } from './relay'
import { replaceAs } from './replace'
import { watched } from './watched'

const TRIES = 6

/** A document and the collection it lies in. */
export interface Found {
  collection: AggregateName
  doc: Aggregate
}

/** The order, parcel or claim with that id. Throws ORDER_UNKNOWN. */
export async function findAggregate(ports: Ports, id: string): Promise<Found> {
  const docs = await Promise.all(AGGREGATES.map((collection) => ports.db.get(collection, id)))
  for (const [at, doc] of docs.entries()) if (doc) return { collection: AGGREGATES[at], doc }
  return reject('ORDER_UNKNOWN')
}

/**
 * Tries an entry again because a member of staff asks for it, and answers what became of it. What is no longer in trouble,
 * and the same tap twice, is not tried. Throws ORDER_UNKNOWN, BUSY.
 */
export async function tryAgain(ports: Ports, id: string, entryId: string, asked: Asked): Promise<RetryView> {
  for (let tries = 0; tries < TRIES; tries++) {
    const { collection, doc } = await findAggregate(ports, id)
    const entry = entryOf(doc, entryId)
    const again = entry && triedAgain(entry, asked, ports.now())
    if (!again) return outcomeOf(doc, entryId)
    const next = { ...doc, outbox: { ...doc.outbox, [entryId]: again }, version: doc.version + 1 }
    if (!(await replaceAs(ports, collection, doc, watched(collection, next)))) continue
    ports.log({ level: 'info', what: 'tried again by hand', doc: id, entry: entryId, by: asked.by })
    return outcomeOf(await relay(ports, collection, watched(collection, next)), entryId)
  }
  return reject('BUSY')
}

/** What is said of an entry: done once it has left, else whether it is tried again by itself, and why it is still here. */
function outcomeOf(doc: Aggregate, entryId: string): RetryView {
  if (!Object.hasOwn(doc.outbox, entryId)) return { outcome: 'done', why: null }
  const entry = doc.outbox[entryId]
  if (!isReadable(entry)) return { outcome: 'failed', why: FAILURES.UNREADABLE }
  if (entry.state === 'sent') return { outcome: 'done', why: null }
  return { outcome: entry.state === 'failed' ? 'failed' : 'trying', why: whyOf(entry) }
}

function entryOf({ outbox }: Aggregate, id: string): OutboxEntry | null {
  return Object.hasOwn(outbox, id) ? outbox[id] : null
}

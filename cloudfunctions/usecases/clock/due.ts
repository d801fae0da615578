import type { Instant } from '../../../domain/time'
import type { Aggregate } from '../../collections'
import type { Ports, Query } from '../../ports/ports'
import { OutOfTime, outOfTime } from '../core/budget'

const BATCH = 100

type Due = Pick<Aggregate, '_id' | 'dueAt'>

/** Reads what is due after the last document seen. */
export type ReadDue<Doc> = (query: Query) => Promise<Doc[]>

export interface Worked {
  /** Documents worked on without failure. */
  done: number
  /** Whether everything due was looked at. */
  finished: boolean
}

/**
 * Works through everything that is due in one collection, oldest first and each document once, until nothing is left or
 * this share of the event's time is used up. A document that fails is logged and waits for the next tick: it neither
 * stops the others nor takes their place.
 */
export async function workThrough<Doc extends Due>(
  ports: Ports,
  read: ReadDue<Doc>,
  work: (doc: Doc) => Promise<void>,
  share: number,
): Promise<Worked> {
  const now = ports.now()
  const seen = new Set<string>()
  let done = 0
  for (let last: Due | undefined; ; ) {
    const batch = await read(dueAfter(last, now))
    for (const doc of batch) {
      if (outOfTime(ports, share)) return { done, finished: false }
      last = { _id: doc._id, dueAt: doc.dueAt }
      // A document may become due again while the round goes on; that is the next round's.
      if (seen.has(doc._id)) continue
      seen.add(doc._id)
      if (await survives(ports, doc, work)) done++
    }
    if (batch.length < BATCH) return { done, finished: true }
  }
}

function dueAfter(last: Due | undefined, now: Instant): Query {
  return {
    where: { dueAt: { lte: now } },
    ...(last ? { or: [{ dueAt: { gt: last.dueAt } }, { dueAt: last.dueAt, _id: { gt: last._id } }] } : {}),
    order: [
      ['dueAt', 'asc'],
      ['_id', 'asc'],
    ],
    limit: BATCH,
  }
}

async function survives<Doc extends Due>(ports: Ports, doc: Doc, work: (doc: Doc) => Promise<void>): Promise<boolean> {
  try {
    await work(doc)
    return true
  } catch (error) {
    if (error instanceof OutOfTime) return false
    ports.log({ level: 'error', what: 'due document failed', doc: doc._id, message: String(error) })
    return false
  }
}

import { later, type Instant } from '../../../domain/time'
import type { Aggregate, AggregateName, Documents } from '../../collections'
import type { Ports, Query } from '../../ports/ports'
import { OutOfTime, outOfTime } from '../core/budget'
import { NotNow } from '../core/not-now'
import { watched } from '../core/watched'

const BATCH = 100

export interface Worked {
  /** Documents worked on without failure. */
  done: number
  /** Whether everything due was looked at. */
  finished: boolean
}

type Outcome = 'done' | 'failed' | 'notNow' | 'unfinished'

/** What fails comes up again this much later, behind everything that was due before it; what failed before, later still. */
const ASIDE_MINUTES = { first: 5, again: 60 }

/**
 * Works through everything that is due in one collection, oldest first and each document once, until nothing is left or
 * this share of the event's time is used up. A document that fails is logged and put aside for a while: however many
 * fail, and however long each takes to do so, at the next tick the others come first.
 */
export async function workThrough<C extends AggregateName>(
  ports: Ports,
  collection: C,
  work: (doc: Documents[C]) => Promise<void>,
  share: number,
): Promise<Worked> {
  const now = ports.now()
  const seen = new Set<string>()
  let done = 0
  for (let last: Aggregate | undefined; ; ) {
    const batch = await ports.db.find(collection, dueAfter(last, now))
    for (const doc of batch) {
      if (outOfTime(ports, share)) return { done, finished: false }
      last = doc
      // A document may become due again while the round goes on; that is the next round's.
      if (seen.has(doc._id)) continue
      seen.add(doc._id)
      const outcome = await outcomeOf(ports, doc, work)
      if (outcome === 'done') done++
      if (outcome === 'notNow') await putAside(ports, collection, doc, soon(ports))
      else if (outcome === 'failed' || (outcome === 'done' && !isWritten(ports, doc)))
        await putAside(ports, collection, doc, rightMoment(ports, collection, doc) ?? aside(ports, doc))
    }
    if (batch.length < BATCH) return { done, finished: true }
  }
}

function dueAfter(last: Aggregate | undefined, now: Instant): Query {
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

async function outcomeOf<Doc extends Aggregate>(
  ports: Ports,
  doc: Doc,
  work: (doc: Doc) => Promise<void>,
): Promise<Outcome> {
  try {
    await work(doc)
    return outOfTime(ports) ? 'unfinished' : 'done'
  } catch (error) {
    if (error instanceof OutOfTime) return 'unfinished'
    ports.log({ level: 'error', what: 'due document failed', doc: doc._id, message: String(error) })
    return error instanceof NotNow ? 'notNow' : 'failed'
  }
}

// Work on what is due ends with a write. Where it does not, the moment was wrong, and would stay due for ever.
function isWritten(ports: Ports, { _id, version }: Aggregate): boolean {
  const known = ports.known.get(_id)
  return known !== undefined && known.version > version
}

// Only what is derived is changed, and only if nobody else has: what could not be worked on is not written anew. A person
// is shown it; the next write that succeeds takes both back.
async function putAside(
  ports: Ports,
  collection: AggregateName,
  { _id, dueAt }: Aggregate,
  set: Moment,
): Promise<void> {
  try {
    await ports.db.update(collection, { _id, dueAt }, { set })
  } catch (error) {
    ports.log({ level: 'error', what: 'due document not put aside', doc: _id, message: String(error) })
  }
}

/** What is derived of a document: when the clock must look, and how much a person should. */
type Moment = { dueAt: Instant; trouble?: number }

function rightMoment(ports: Ports, collection: AggregateName, doc: Aggregate): Moment | null {
  try {
    const { dueAt, trouble } = watched(collection, doc)
    return dueAt > ports.now() ? { dueAt, trouble } : null
  } catch {
    return null
  }
}

const soon = (ports: Ports): Moment => ({ dueAt: later(ports.now(), ASIDE_MINUTES.first, 'minute') })

function aside(ports: Ports, { trouble }: Aggregate): Moment {
  const known = trouble > 0
  const minutes = known ? ASIDE_MINUTES.again : ASIDE_MINUTES.first
  return { dueAt: later(ports.now(), minutes, 'minute'), trouble: known ? trouble : 1 }
}

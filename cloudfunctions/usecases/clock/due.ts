import type { Aggregate } from '../../collections'
import type { Ports } from '../../ports/ports'

const BATCH = 100
/** WeChat reads at most this many documents at once. */
const MOST = 1000

/**
 * Works through everything that is due in one collection, oldest first, until nothing is left or `stopAt` has passed;
 * answers how many documents were worked on without failure. A document that fails is logged and waits for the next
 * tick: it neither stops the others nor takes their place, because what stays due only makes the next read longer.
 */
export async function workThrough<Doc extends Aggregate>(
  ports: Ports,
  read: (limit: number) => Promise<Doc[]>,
  work: (doc: Doc) => Promise<void>,
  stopAt: string,
): Promise<number> {
  const seen = new Set<string>()
  let done = 0
  for (;;) {
    const limit = Math.min(MOST, BATCH + seen.size - done)
    const batch = await read(limit)
    const fresh = batch.filter(({ _id }) => !seen.has(_id))
    for (const doc of fresh) {
      if (ports.now() >= stopAt) return done
      seen.add(doc._id)
      if (await survives(ports, doc, work)) done++
    }
    if (fresh.length === 0 || batch.length < limit) return done
  }
}

async function survives<Doc extends Aggregate>(
  ports: Ports,
  doc: Doc,
  work: (doc: Doc) => Promise<void>,
): Promise<boolean> {
  try {
    await work(doc)
    return true
  } catch (error) {
    ports.log({ level: 'error', what: 'due document failed', doc: doc._id, message: String(error) })
    return false
  }
}

import { afterTries, dueEntries, isReadable, type Outbox, type OutboxEntry } from '../../../domain/message/outbox'
import { passing, type Outcome } from '../../../domain/message/outcome'
import type { Aggregate, AggregateName } from '../../collections'
import type { Ports } from '../../ports/ports'
import { carryOut } from '../effects'
import { OutOfTime, outOfTime } from './budget'
import { remember } from './known'
import { replaceAs } from './replace'
import { watched } from './watched'

// More than any chain of effects in one event; what is left is the clock's.
const MOST_EFFECTS = 60
const MARK_TRIES = 6

/**
 * Carries out what waits in a document's outbox, also what an effect adds on the way, and marks it all in one write.
 * What fails is tried again by the clock: at least once, and every effect is harmless when repeated. What the event has no
 * time for stays due as it is, and is the clock's too.
 */
export async function relay<Doc extends Aggregate>(ports: Ports, collection: AggregateName, doc: Doc): Promise<Doc> {
  if (ports.relaying.has(doc._id)) return doc
  ports.relaying.add(doc._id)
  try {
    const outcomes: Record<string, Outcome> = {}
    let current = remember(ports, doc)
    for (let done = 0; done < MOST_EFFECTS && !outOfTime(ports); done++) {
      const next = dueEntries(current.outbox, ports.now()).find(([id]) => !(id in outcomes))
      if (!next) break
      const [id, entry] = next
      const outcome = await attempt(ports, collection, current, id, entry)
      if (outcome === 'unfinished') break
      for (const same of alike(current.outbox, id, entry)) outcomes[same] = outcome
      current = remember(ports, current)
    }
    return Object.keys(outcomes).length === 0 ? current : await marked(ports, collection, current, outcomes)
  } finally {
    ports.relaying.delete(doc._id)
  }
}

// One mirror shows the newest picture, so it answers for all that wait.
function alike(outbox: Outbox, id: string, { effect }: OutboxEntry): string[] {
  if (effect !== 'mirror') return [id]
  return Object.entries(outbox).flatMap(([other, waiting]) =>
    isReadable(waiting) && waiting.effect === effect && waiting.state === 'queued' ? [other] : [],
  )
}

async function attempt(
  ports: Ports,
  collection: AggregateName,
  doc: Aggregate,
  id: string,
  entry: OutboxEntry,
): Promise<Outcome | 'unfinished'> {
  try {
    return noted(ports, doc, entry, await carryOut(ports, collection, doc, id, entry.effect))
  } catch (error) {
    if (error instanceof OutOfTime) return 'unfinished'
    return noted(ports, doc, entry, passing('UNANSWERED', error))
  }
}

function noted(ports: Ports, { _id }: Aggregate, { effect, tries }: OutboxEntry, outcome: Outcome) {
  if (outcome.kind !== 'done') {
    const { kind, code, detail: message } = outcome
    ports.log({ level: 'warn', what: 'effect failed', doc: _id, effect, tries: tries + 1, kind, code, message })
  }
  return outcome
}

// The move itself is stored and its effects are out. That they cannot be marked is no failure of the act: the clock comes
// by again and finds them harmless to repeat.
async function marked<Doc extends Aggregate>(
  ports: Ports,
  collection: AggregateName,
  doc: Doc,
  outcomes: Record<string, Outcome>,
): Promise<Doc> {
  try {
    return await mark(ports, collection, doc, outcomes)
  } catch (error) {
    ports.log({ level: 'warn', what: 'marks postponed', doc: doc._id, message: String(error) })
    return doc
  }
}

// An effect may have moved this very document (an offer, a mirror), so the marks go onto its newest version.
async function mark<Doc extends Aggregate>(
  ports: Ports,
  collection: AggregateName,
  doc: Doc,
  outcomes: Record<string, Outcome>,
): Promise<Doc> {
  let current = doc
  for (let tries = 0; tries < MARK_TRIES; tries++) {
    const next = withMarks(collection, current, outcomes, ports)
    if (await replaceAs(ports, collection, current, next)) return remember(ports, next)
    const newest = (await ports.db.get(collection, doc._id)) as Doc | null
    if (!newest) return current
    current = newest
  }
  ports.log({ level: 'warn', what: 'marks postponed', doc: doc._id })
  return current
}

function withMarks<Doc extends Aggregate>(
  collection: AggregateName,
  doc: Doc,
  outcomes: Record<string, Outcome>,
  ports: Ports,
): Doc {
  const version = doc.version + 1
  const next = { ...doc, outbox: afterTries(doc.outbox, outcomes, version, ports.now()), version }
  return watched(collection, next)
}

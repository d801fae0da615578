import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { fulfilmentDueAt } from '../../../domain/fulfilment/evolve'
import { afterTry, dueEntries, type Outbox, type OutboxEntry } from '../../../domain/message/outbox'
import { orderDueAt } from '../../../domain/order/evolve'
import type { OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { carryOut } from '../effects'

const ROUNDS = 4
const MARK_TRIES = 6

type Outcome = { ok: true } | { ok: false; error: string }

/**
 * Carries out what waits in a document's outbox and marks it, all entries of a round in one write.
 * What fails is tried again by the clock: at least once, and every effect is harmless when repeated.
 */
export async function relay<Doc extends OrderDoc | FulfilmentDoc>(
  ports: Ports,
  collection: 'orders' | 'fulfilments',
  doc: Doc,
): Promise<Doc> {
  if (ports.relaying.has(doc._id)) return doc
  ports.relaying.add(doc._id)
  try {
    let current = doc
    for (let round = 0; round < ROUNDS; round++) {
      const due = dueEntries(current.outbox, ports.now())
      if (due.length === 0) return current
      const outcomes: Record<string, Outcome> = {}
      for (const [id, entry] of due) outcomes[id] = await attempt(ports, current, id, entry)
      current = await mark(ports, collection, current, outcomes)
    }
    return current
  } finally {
    ports.relaying.delete(doc._id)
  }
}

async function attempt(ports: Ports, doc: OrderDoc | FulfilmentDoc, id: string, entry: OutboxEntry): Promise<Outcome> {
  try {
    await carryOut(ports, doc, id, entry.effect)
    return { ok: true }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    ports.log({
      level: 'warn',
      what: 'effect failed',
      doc: doc._id,
      effect: entry.effect,
      tries: entry.tries + 1,
      message,
    })
    return { ok: false, error: message.slice(0, 200) }
  }
}

// An effect may have moved this very document (an offer, a mirror), so the marks go onto its newest version.
async function mark<Doc extends OrderDoc | FulfilmentDoc>(
  ports: Ports,
  collection: 'orders' | 'fulfilments',
  doc: Doc,
  outcomes: Record<string, Outcome>,
): Promise<Doc> {
  let current = doc
  for (let tries = 0; tries < MARK_TRIES; tries++) {
    const next = withMarks(current, outcomes, ports)
    if (await replace(ports, collection, current, next)) return next
    const newest = (await ports.db.get(collection, doc._id)) as Doc | null
    if (!newest) return current
    current = newest
  }
  ports.log({ level: 'warn', what: 'marks postponed', doc: doc._id })
  return current
}

function withMarks<Doc extends OrderDoc | FulfilmentDoc>(
  doc: Doc,
  outcomes: Record<string, Outcome>,
  ports: Ports,
): Doc {
  const now = ports.now()
  const outbox: Outbox = Object.fromEntries(
    Object.entries(doc.outbox).map(([id, entry]) => [id, outcomes[id] ? afterTry(entry, outcomes[id], now) : entry]),
  )
  const next = { ...doc, outbox, version: doc.version + 1 }
  return { ...next, dueAt: isOrder(next) ? orderDueAt(next) : fulfilmentDueAt(next as FulfilmentDoc) }
}

function isOrder(doc: OrderDoc | FulfilmentDoc): doc is OrderDoc {
  return 'payment' in doc
}

function replace(
  ports: Ports,
  collection: 'orders' | 'fulfilments',
  before: unknown,
  after: unknown,
): Promise<boolean> {
  return collection === 'orders'
    ? ports.db.replace('orders', before as OrderDoc, after as OrderDoc)
    : ports.db.replace('fulfilments', before as FulfilmentDoc, after as FulfilmentDoc)
}

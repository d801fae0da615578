import { holdsDuty } from '../../../domain/duties'
import { orchardOf } from '../../../domain/fulfilment/room'
import { passing, together, type Outcome } from '../../../domain/message/outcome'
import { TEMPLATES, type Template, type TemplateKey } from '../../../domain/message/templates'
import { fill } from '../../../domain/words'
import type { Aggregate, InboxDoc, StaffDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { once } from '../core/once'
import { readAll, readByIds } from '../core/read-all'
import { factsOf, type Facts } from './facts'
import { claim, claimedUntil, creditOf, push, type Claimed } from './push'

/** People told side by side. */
const AT_ONCE = 20

/**
 * Puts a message into the inbox of everybody it is for, and sends it as a subscribe message to those who allowed one (W2).
 * The inbox entry's id comes from the outbox entry: told twice, it is there once. Each receiver is pushed to apart from
 * the others, so that one who is refused neither keeps them from theirs nor makes them get it twice.
 */
export async function tell(ports: Ports, doc: Aggregate, entryId: string, key: TemplateKey): Promise<Outcome> {
  const template: Template = TEMPLATES[key]
  const { moves, again } = doc.outbox[entryId] ?? {}
  const facts = factsOf(doc, ports.now(), moves)
  const page = pageOf(template, doc, facts)
  const messages = (await recipients(ports, doc, template, moves)).map((openid) =>
    inboxEntry(`${doc._id}.${entryId}.${openid}`, openid, key, facts, page, ports),
  )
  const outcomes: Outcome[] = []
  for (const some of await batches(ports, messages)) {
    // What was told is marked, so the next tick goes on with the rest.
    mindTheTime(ports)
    outcomes.push(...(await Promise.all(some.map((message) => tellOne(ports, message, again?.times ?? 0, facts)))))
  }
  return together(outcomes)
}

// What goes wrong for one receiver, even in our own database, is no reason to leave out the next one.
async function tellOne(ports: Ports, told: Told, times: number, facts: Facts): Promise<Outcome> {
  try {
    const { message, first } = told
    const claimed: Claimed = first ? { kind: 'mine', message, times, first } : await claim(ports, message, times)
    return claimed.kind === 'mine' ? await push(ports, claimed, facts) : claimed
  } catch (error) {
    return passing('UNANSWERED', error)
  }
}

async function recipients(ports: Ports, doc: Aggregate, { to, duty }: Template, moves?: number): Promise<string[]> {
  if (to === 'shopper') return [doc.openid]
  const orchardId = 'orchardId' in doc ? orchardOf(doc, moves) : null
  if (to === 'orchard' && !orchardId) return []
  const where = { role: to, ...(to === 'orchard' ? { orchardId } : {}) }
  const staff = await once(ports, `staff ${JSON.stringify(where)}`, () => readAll(ports, 'staff', where))
  return staff.filter((person) => person.active && isTheirs(person, duty)).map(({ _id }) => _id)
}

function isTheirs(person: StaffDoc, duty: Template['duty']): boolean {
  return person.role === 'orchard' || !duty || holdsDuty(person.duties, [duty])
}

function inboxEntry(
  id: string,
  openid: string,
  template: TemplateKey,
  facts: Facts,
  page: string,
  ports: Ports,
): InboxDoc {
  const { title, body } = TEMPLATES[template]
  const at = ports.now()
  const askingUntil = claimedUntil(at)
  return {
    _id: id,
    openid,
    template,
    title,
    body: fill(body, facts),
    page,
    at,
    read: false,
    pushed: false,
    askingUntil,
  }
}

function pageOf({ page }: Template, doc: Aggregate, { no, code }: Facts): string {
  return fill({ zh: page, en: page }, { id: doc._id, no: no.zh, code: code.zh }).zh
}

/** A message to be pushed. `first`: it was stored just now, which claims its push. */
interface Told {
  message: InboxDoc
  first: boolean
}

/** Stores the entries in one write and answers those to be pushed; on a repeat each is claimed on its own. */
async function batches(ports: Ports, messages: readonly InboxDoc[]): Promise<Told[][]> {
  if (messages.length === 0) return []
  const first = (await ports.db.insert('inbox', ...messages)) === 'inserted'
  const told = (first ? await withCredit(ports, messages) : messages).map((message): Told => ({ message, first }))
  return Array.from({ length: Math.ceil(told.length / AT_ONCE) }, (_, i) => told.slice(i * AT_ONCE, (i + 1) * AT_ONCE))
}

// Taking a credit is the question itself; only for many people is it cheaper to look first who has one.
async function withCredit(ports: Ports, messages: readonly InboxDoc[]): Promise<readonly InboxDoc[]> {
  if (messages.length <= 1) return messages
  const credits = await readByIds(ports, 'credits', messages.map(creditOf), { left: { gte: 1 } })
  const ids = new Set(credits.map(({ _id }) => _id))
  return messages.filter((message) => ids.has(creditOf(message)))
}

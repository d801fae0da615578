import { holdsDuty } from '../../../domain/duties'
import { TEMPLATES, type Fact, type Template, type TemplateKey } from '../../../domain/message/templates'
import { fill } from '../../../domain/words'
import type { Aggregate, InboxDoc, StaffDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { once } from '../core/once'
import { readAll, readByIds } from '../core/read-all'
import { factsOf, type Facts } from './facts'

/** People told side by side. */
const AT_ONCE = 20

/**
 * Puts a message into the inbox of everybody it is for, and sends it as a subscribe message to those who allowed one (W2).
 * The inbox entry's id comes from the outbox entry: told twice, it is there once. Throws when WeChat did not answer.
 */
export async function tell(ports: Ports, doc: Aggregate, entryId: string, key: TemplateKey): Promise<void> {
  const template: Template = TEMPLATES[key]
  const facts = factsOf(doc, ports.now(), doc.outbox[entryId]?.moves)
  const page = pageOf(template, doc, facts)
  const messages = (await recipients(ports, doc, template)).map((openid) =>
    inboxEntry(`${doc._id}.${entryId}.${openid}`, openid, key, facts, page, ports),
  )
  await pushAll(ports, await newsOf(ports, messages), facts)
}

async function recipients(ports: Ports, doc: Aggregate, { to, duty }: Template): Promise<string[]> {
  if (to === 'shopper') return [doc.openid]
  const orchardId = 'orchardId' in doc ? doc.orchardId : null
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
  return { _id: id, openid, template, title, body: fill(body, facts), page, at, read: false, pushed: false }
}

function pageOf({ page }: Template, doc: Aggregate, { no, code }: Facts): string {
  return fill({ zh: page, en: page }, { id: doc._id, no: no.zh, code: code.zh }).zh
}

/** Stores the entries in one write; answers those to be pushed: on a repeat, what the first try did not get to. */
async function newsOf(ports: Ports, messages: readonly InboxDoc[]): Promise<InboxDoc[]> {
  if (messages.length === 0 || (await ports.db.insert('inbox', ...messages)) === 'inserted') return [...messages]
  const stored = await readByIds(
    ports,
    'inbox',
    messages.map(({ _id }) => _id),
  )
  const known = new Set(stored.map(({ _id }) => _id))
  const missing = messages.filter(({ _id }) => !known.has(_id))
  if (missing.length > 0 && (await ports.db.insert('inbox', ...missing)) === 'duplicate')
    throw new Error('the same message is being told elsewhere')
  return [...stored.filter(({ pushed }) => !pushed), ...missing]
}

// Some at a time, and only while there is time; what was pushed is marked, so the next tick goes on with the rest.
async function pushAll(ports: Ports, messages: readonly InboxDoc[], facts: Facts): Promise<void> {
  const allowed = await withCredit(ports, messages)
  const failures: unknown[] = []
  for (let from = 0; from < allowed.length; from += AT_ONCE) {
    mindTheTime(ports)
    const some = allowed.slice(from, from + AT_ONCE)
    await Promise.all(some.map((message) => push(ports, message, facts).catch((error) => failures.push(error))))
  }
  if (failures.length > 0) throw failures[0]
}

// Taking a credit is the question itself; only for many people is it cheaper to look first who has one.
async function withCredit(ports: Ports, messages: readonly InboxDoc[]): Promise<readonly InboxDoc[]> {
  if (messages.length <= 1) return messages
  const credits = await readByIds(ports, 'credits', messages.map(creditOf), { left: { gte: 1 } })
  const ids = new Set(credits.map(({ _id }) => _id))
  return messages.filter((message) => ids.has(creditOf(message)))
}

function creditOf({ openid, template }: InboxDoc): string {
  return `${openid}:${template}`
}

// The credit is taken before WeChat is asked, so that two messages never spend one; it returns if nothing was sent.
async function push(ports: Ports, message: InboxDoc, facts: Facts): Promise<void> {
  const { _id, openid, page, template } = message
  const credit = creditOf(message)
  const spent = await ports.db.update('credits', { _id: credit, left: { gte: 1 } }, { add: { left: -1 } })
  if (!spent) return
  try {
    const outcome = await ports.messages.send({ openid, template, page, data: fieldsOf(TEMPLATES[template], facts) })
    if (outcome === 'sent') await ports.db.update('inbox', { _id }, { set: { pushed: true } })
    if (outcome === 'noCredit') await ports.db.update('credits', { _id: credit }, { set: { left: 0 } })
    if (outcome === 'misconfigured') await giveBack(ports, credit)
  } catch (error) {
    await giveBack(ports, credit)
    throw error
  }
}

function giveBack(ports: Ports, credit: string): Promise<boolean> {
  return ports.db.update('credits', { _id: credit }, { add: { left: 1 } })
}

function fieldsOf({ fields }: Template, facts: Facts): Record<string, string> {
  const value = (fact: Fact) => facts[fact].strict ?? facts[fact].zh
  return Object.fromEntries(Object.entries(fields).map(([field, fact]) => [field, value(fact)]))
}

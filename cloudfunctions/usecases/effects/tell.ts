import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { TEMPLATES, type Fact, type Template, type TemplateKey } from '../../../domain/message/templates'
import type { OrderDoc } from '../../../domain/order/order'
import { fill, type Words } from '../../../domain/words'
import type { InboxDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import { factsOf, type Facts } from './facts'
import { MOST_PARTNERS } from './limits'

/**
 * Puts a message into the inbox of everybody it is for, and sends it as a subscribe message to those who allowed one (W2).
 * The inbox entry's id comes from the outbox entry: told twice, it is there once. Throws when WeChat did not answer.
 */
export async function tell(
  ports: Ports,
  doc: OrderDoc | FulfilmentDoc,
  entryId: string,
  key: TemplateKey,
): Promise<void> {
  const template: Template = TEMPLATES[key]
  const facts = factsOf(doc, ports.now())
  const failures: unknown[] = []
  for (const openid of await recipients(ports, doc, template)) {
    const message = inboxEntry(
      `${doc._id}.${entryId}.${openid}`,
      openid,
      key,
      facts,
      pageOf(template, doc, facts),
      ports,
    )
    if (!(await isNews(ports, message))) continue
    await push(ports, message, facts).catch((error: unknown) => failures.push(error))
  }
  if (failures.length > 0) throw failures[0]
}

async function recipients(ports: Ports, doc: OrderDoc | FulfilmentDoc, { to }: Template): Promise<string[]> {
  if (to === 'shopper') return [doc.openid]
  const orchardId = 'orchardId' in doc ? doc.orchardId : null
  if (to === 'orchard' && !orchardId) return []
  const staff = await ports.db.find('staff', {
    where: { role: to, ...(to === 'orchard' ? { orchardId } : {}) },
    limit: MOST_PARTNERS,
  })
  return staff.filter(({ active }) => active).map(({ _id }) => _id)
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
  return { _id: id, openid, template, title, body: say(body, facts), page, at, read: false, pushed: false }
}

function say(words: Words, facts: Facts): Words {
  const inLanguage = (language: keyof Words) =>
    Object.fromEntries(Object.entries(facts).map(([fact, said]) => [fact, said[language]]))
  return { zh: fill(words, inLanguage('zh')).zh, en: fill(words, inLanguage('en')).en }
}

function pageOf({ page }: Template, doc: OrderDoc | FulfilmentDoc, { no, code }: Facts): string {
  return fill({ zh: page, en: page }, { id: doc._id, no: no.zh, code: code.zh }).zh
}

/** Stores the entry. Whether it still has to be pushed: a repeat finds out whether the first try got that far. */
async function isNews(ports: Ports, message: InboxDoc): Promise<boolean> {
  if ((await ports.db.insert('inbox', message)) === 'inserted') return true
  return (await ports.db.get('inbox', message._id))?.pushed === false
}

// The credit is taken before WeChat is asked, so that two messages never spend one; it returns if nothing was sent.
async function push(ports: Ports, { _id, openid, page, template }: InboxDoc, facts: Facts): Promise<void> {
  const credit = `${openid}:${template}`
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

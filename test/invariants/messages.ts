import type { Aggregate, InboxDoc } from '../../cloudfunctions/collections'
import type { Effect } from '../../domain/effects'
import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import { holdsDuty } from '../../domain/duties'
import { TEMPLATES, type Template, type TemplateKey } from '../../domain/message/templates'
import { strays } from '../../domain/order/order'
import { decidedWithoutOrchard } from '../support/split-parcels'
import { effectsOf } from './history'
import { byId, groupBy, type Asked, type Dump } from './dump'

/** Every event is told to each of its recipients exactly once (W2), and what was pushed stands in the inbox. */
export function brokenMessages(dump: Dump, asked: Asked): string[] {
  const { orders, fulfilments, aftersales, inbox } = dump.documents
  const byDoc = groupBy(inbox, ({ _id }) => _id.split('.')[0])
  const docs: Aggregate[] = [...orders, ...fulfilments, ...aftersales]
  const known = new Set(docs.map(({ _id }) => _id))
  return [
    ...docs.flatMap((doc) => brokenOf(dump, doc, byDoc.get(doc._id) ?? [])),
    ...[...byDoc.keys()].filter((id) => !known.has(id)).map((id) => `a message speaks of ${id}, which is nothing`),
    ...brokenPushes(dump, asked),
  ]
}

function brokenOf(dump: Dump, doc: Aggregate, inbox: readonly InboxDoc[]): string[] {
  const parcels = byId(dump.documents.fulfilments)
  const events = groupBy(inbox, ({ _id }) => _id.split('.')[1])
  const problems = [...events].flatMap(([entryId, messages]) => wrongPeople(dump, doc, entryId, messages))
  for (const template of Object.keys(TEMPLATES) as TemplateKey[]) {
    const told = [...events.keys()].filter((entryId) => entryId.endsWith(`-tell-${template}`))
    const open = Object.entries(doc.outbox).filter(
      ([, { effect, state }]) => effect === `tell.${template}` && state !== 'sent',
    )
    const count = new Set([...told, ...open.map(([id]) => id)]).size
    const wanted = eventsOf(doc, template, parcels)
    if (wanted !== null && count !== wanted) {
      problems.push(`${doc._id}: ${wanted} events tell ${template}, ${count} were told or wait`)
    }
  }
  return problems
}

/** How often this document had to tell this; null where the document does not say. */
function eventsOf(doc: Aggregate, template: TemplateKey, parcels: ReadonlyMap<string, FulfilmentDoc>): number | null {
  // The relay itself tells when something is stuck.
  if (template === 'stuck') return null
  if (template === 'sentBack') return 'payment' in doc ? strays(doc.payment).length : 0
  const effect: Effect = `tell.${template}`
  const nobody = template === 'notNeeded' && 'orchardId' in doc ? decidedWithoutOrchard(doc) : 0
  return effectsOf(doc, parcels).filter((one) => one === effect).length - nobody
}

// While an entry waits, only some may have been told.
function wrongPeople({ documents }: Dump, doc: Aggregate, entryId: string, messages: readonly InboxDoc[]): string[] {
  const [{ template }] = messages
  const told = messages.map(({ openid }) => openid)
  const allowed = groupsFor(documents, doc, template)
  const open = doc.outbox[entryId] !== undefined && doc.outbox[entryId].state !== 'sent'
  const right = allowed.some((group) =>
    open ? told.every((one) => group.includes(one)) : group.slice().sort().join() === told.slice().sort().join(),
  )
  return right ? [] : [`${doc._id}.${entryId} was told to ${told.join(', ') || 'nobody'}`]
}

/** Who may have been meant: the shopper, all of the merchant's staff with that duty, or all of one orchard. */
function groupsFor({ staff }: Dump['documents'], doc: Aggregate, template: TemplateKey): string[][] {
  const { to, duty }: Template = TEMPLATES[template]
  if (to === 'shopper') return [[doc.openid]]
  const working = staff.filter(
    (person) =>
      person.role === to && person.active && (person.role === 'orchard' || !duty || holdsDuty(person.duties, [duty])),
  )
  return [...groupBy(working, ({ orchardId }) => orchardId ?? '').values()].map((group) => group.map(({ _id }) => _id))
}

function brokenPushes({ documents, wechat }: Dump, { pushedAgain = 0 }: Asked): string[] {
  const keyOf = (openid: string, template: string, page: string) => `${openid} ${template} ${page}`
  const entries = groupBy(documents.inbox, ({ openid, template, page }) => keyOf(openid, template, page))
  const pushes = groupBy(wechat.messages, ({ openid, templateId, page }) =>
    keyOf(openid, templateId.replace(/^tmpl-/, ''), page),
  )
  const problems: string[] = []
  let extra = 0
  for (const key of new Set([...entries.keys(), ...pushes.keys()])) {
    const inbox = entries.get(key) ?? []
    const sent = pushes.get(key)?.length ?? 0
    const marked = inbox.filter(({ pushed }) => pushed).length
    if (sent < marked) problems.push(`${marked} messages count as pushed, WeChat sent ${sent}: ${key}`)
    if (sent > 0 && inbox.length === 0) problems.push(`pushed and not in the inbox: ${key}`)
    if (inbox.length > 0) extra += Math.max(0, sent - inbox.length)
  }
  if (extra > pushedAgain) problems.push(`WeChat sent ${extra} messages more than there were events`)
  for (const { _id, left } of documents.credits) {
    if (!Number.isInteger(left) || left < 0) problems.push(`credit ${_id}: ${left}`)
  }
  return problems
}

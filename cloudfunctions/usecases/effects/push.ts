import { DONE, passing, permanent, type Outcome, type PushRefusal } from '../../../domain/message/outcome'
import { TEMPLATES, type Fact, type Template } from '../../../domain/message/templates'
import { later, type Instant } from '../../../domain/time'
import type { InboxDoc } from '../../collections'
import type { Ports } from '../../ports/ports'
import type { Facts } from './facts'

// What is guaranteed of a push. One relay at a time asks WeChat for it (the claim on the inbox entry). It spends one
// acceptance (the credit), held under the message's name, so that a function killed in between does not lose it. When
// WeChat's answer arrived, it is never asked again. When it did not arrive, nobody knows: it is asked again, and WeChat's
// own count of acceptances keeps most of those from being sent twice.

// Longer than any function may run: whoever holds an older claim is gone.
const CLAIM_MINUTES = 1

/** A push that is ours to make, or what is known of it already. `first`: its inbox entry was written just now. */
export type Claimed = { kind: 'mine'; message: InboxDoc; times: number; first: boolean } | Outcome

/** The person's acceptances of this kind of message. */
export const creditOf = ({ openid, template }: InboxDoc): string => `${openid}:${template}`

/** Until when a claim made now keeps others away. */
export const claimedUntil = (now: Instant): Instant => later(now, CLAIM_MINUTES, 'minute')

/**
 * Claims the push of a message that may have been told before; `times` counts how often a person asked for another try.
 * What was pushed, or refused since a person last asked, is not asked again.
 */
export async function claim(ports: Ports, message: InboxDoc, times: number): Promise<Claimed> {
  const { _id } = message
  const stored = await ports.db.get('inbox', _id)
  if (!stored) {
    const inserted = (await ports.db.insert('inbox', message)) === 'inserted'
    return inserted ? { kind: 'mine', message, times, first: true } : passing('BEING_SENT', _id)
  }
  if (stored.pushed) return DONE
  if (stored.refused && stored.refused.times >= times) return permanent(stored.refused.code, 'refused before')
  const { askingUntil } = stored
  const now = ports.now()
  if (askingUntil && askingUntil > now) return passing('BEING_SENT', _id)
  const unclaimed = { _id, pushed: false, askingUntil: askingUntil ?? { exists: false } }
  const mine = await ports.db.update('inbox', unclaimed, { set: { askingUntil: claimedUntil(now) } })
  return mine ? { kind: 'mine', message: stored, times, first: false } : passing('BEING_SENT', _id)
}

/** Sends a claimed message to a receiver who allowed one; for everybody else it is done by being in the inbox (W2). */
export async function push(
  ports: Ports,
  { message, times, first }: Extract<Claimed, { kind: 'mine' }>,
  facts: Facts,
): Promise<Outcome> {
  const { _id, openid, page, template } = message
  const credit = creditOf(message)
  const held = `held.${_id.replace(/[^\w-]/g, '_')}`
  if (!(await takeCredit(ports, credit, held, first))) return DONE
  let answer: 'sent' | PushRefusal
  try {
    answer = await ports.messages.send({ openid, template, page, data: fieldsOf(TEMPLATES[template], facts) })
  } catch (error) {
    await giveBack(ports, credit, held)
    await ports.db.update('inbox', { _id }, { set: { askingUntil: '' } })
    return passing('UNANSWERED', error)
  }
  if (answer !== 'sent') return refused(ports, message, times, answer, held)
  await noted(ports, () => ports.db.update('inbox', { _id }, { set: { pushed: true } }))
  await noted(ports, () => ports.db.update('credits', { _id: credit }, { remove: [held] }))
  return DONE
}

// The credit is taken before WeChat is asked, so that two messages never spend one. One that was taken by a try that was
// killed is still held for this message.
async function takeCredit(ports: Ports, credit: string, held: string, first: boolean): Promise<boolean> {
  const spend = { add: { left: -1 }, set: { [held]: ports.now() } }
  if (await ports.db.update('credits', { _id: credit, left: { gte: 1 }, [held]: { exists: false } }, spend)) return true
  if (first) return false
  return ports.db.update('credits', { _id: credit, [held]: { exists: true } }, { set: { [held]: ports.now() } })
}

function giveBack(ports: Ports, credit: string, held: string): Promise<boolean> {
  return ports.db.update('credits', { _id: credit, [held]: { exists: true } }, { add: { left: 1 }, remove: [held] })
}

async function refused(
  ports: Ports,
  message: InboxDoc,
  times: number,
  code: PushRefusal,
  held: string,
): Promise<Outcome> {
  const { _id, openid, template } = message
  const credit = creditOf(message)
  if (code === 'NOT_ALLOWED') await ports.db.update('credits', { _id: credit }, { set: { left: 0 }, remove: [held] })
  else await giveBack(ports, credit, held)
  await ports.db.update('inbox', { _id }, { set: { refused: { code, times }, askingUntil: '' } })
  return permanent(code, `${template} to ${openid}`)
}

const MARK_TRIES = 3

// WeChat has answered: if this cannot be written down the message would be sent again.
async function noted(ports: Ports, write: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await write()
      return
    } catch (error) {
      if (tries < MARK_TRIES) continue
      ports.log({ level: 'error', what: 'push not noted', message: String(error) })
      return
    }
  }
}

function fieldsOf({ fields }: Template, facts: Facts): Record<string, string> {
  const value = (fact: Fact) => facts[fact].strict ?? facts[fact].zh
  return Object.fromEntries(Object.entries(fields).map(([field, fact]) => [field, value(fact)]))
}

import type { Input } from '../../../contract'
import { TEMPLATES } from '../../../domain/message/templates'
import { reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'

const KEPT_KEYS = 20
const TRIES = 6

/** Notes that a person has allowed one more message of each of these templates (W2). Unknown templates are passed over. */
export async function grantSubscriptions(
  { ports, openid }: Context,
  { key, templates }: Input<'subscriptions.grant'>,
): Promise<{ granted: string[] }> {
  const granted = [...new Set(templates)].filter((template) => Object.keys(TEMPLATES).includes(template))
  await Promise.all(granted.map((template) => grant(ports, `${openid}:${template}`, key)))
  return { granted }
}

/** WeChat's template ids by our keys, to be known before any tap that asks. */
export async function subscriptionTemplates({ ports }: Context): Promise<{ ids: Record<string, string> }> {
  return { ids: ports.messages.templateIds() }
}

// The number is compared as it was read, so that a grant and a sending at once both count.
async function grant(ports: Ports, _id: string, key: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) {
    const credit = await ports.db.get('credits', _id)
    if (credit?.keys.includes(key)) return
    if (!credit && (await ports.db.insert('credits', { _id, left: 1, keys: [key] })) === 'inserted') return
    if (!credit) continue
    const keys = [...credit.keys, key].slice(-KEPT_KEYS)
    if (await ports.db.update('credits', { _id, left: credit.left }, { set: { left: credit.left + 1, keys } })) return
  }
  reject('BUSY')
}

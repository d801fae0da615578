import type { InboxEntry, InboxView } from '../../../contract'
import { holdsDuty } from '../../../domain/duties'
import { TEMPLATES, type Template, type TemplateKey } from '../../../domain/message/templates'
import type { InboxDoc } from '../../collections'
import type { Where } from '../../ports/ports'
import type { Context } from './answer'
import { pageOf, type Cursor } from './page'

const PAGE = 50

type Reader = Pick<Context, 'ports' | 'openid' | 'staff'>

/**
 * A person's messages in the role in which they ask, newest first, page by page (W2); every message that was ever pushed
 * is here too. What somebody was told as staff stands in the staff's inbox only: who has left cannot read it any more (W4).
 */
export async function listInbox(reader: Reader, { cursor }: { cursor?: Cursor } = {}): Promise<InboxView> {
  const [{ docs, next }, unread] = await Promise.all([
    pageOf(reader.ports, 'inbox', { where: meantFor(reader), by: 'at', direction: 'desc', size: PAGE }, cursor),
    unreadOf(reader),
  ])
  return { entries: docs.map(entryOf), unread, next }
}

/** Marks one message of one's own as read; a message of somebody else stays as it is. */
export async function readInbox(context: Context, { id }: { id: string }): Promise<InboxView> {
  await context.ports.db.update('inbox', { _id: id, openid: context.openid }, { set: { read: true } })
  return listInbox(context)
}

/** How many messages a person has not opened in the role in which they ask. */
export async function unreadOf(reader: Reader): Promise<number> {
  const counts = await reader.ports.db.countBy('inbox', { ...meantFor(reader), read: false }, 'read')
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function meantFor({ openid, staff }: Reader): Where {
  const isFor = ({ to, duty }: Template): boolean =>
    to === (staff?.role ?? 'shopper') && (staff?.role !== 'merchant' || !duty || holdsDuty(staff.duties, [duty]))
  const templates = (Object.keys(TEMPLATES) as TemplateKey[]).filter((key) => isFor(TEMPLATES[key]))
  return { openid, template: { in: templates } }
}

function entryOf({ _id, template, title, body, at, page, read, pushed }: InboxDoc): InboxEntry {
  return { id: _id, template, title, body, at, page, read, pushed }
}

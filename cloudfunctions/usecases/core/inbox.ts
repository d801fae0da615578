import type { InboxEntry, InboxView } from '../../../contract'
import type { InboxDoc } from '../../collections'
import type { Context } from './answer'
import { pageOf, type Cursor } from './page'

const PAGE = 50

/** A person's messages, newest first, page by page (W2); every message that was ever pushed is here too. */
export async function listInbox(context: Context, { cursor }: { cursor?: Cursor } = {}): Promise<InboxView> {
  const { ports, openid } = context
  const [{ docs, next }, unread] = await Promise.all([
    pageOf(ports, 'inbox', { where: { openid }, by: 'at', direction: 'desc', size: PAGE }, cursor),
    unreadOf(context),
  ])
  return { entries: docs.map(entryOf), unread, next }
}

/** Marks one message of one's own as read; a message of somebody else stays as it is. */
export async function readInbox(context: Context, { id }: { id: string }): Promise<InboxView> {
  await context.ports.db.update('inbox', { _id: id, openid: context.openid }, { set: { read: true } })
  return listInbox(context)
}

/** How many messages a person has not opened. */
export async function unreadOf({ ports, openid }: Pick<Context, 'ports' | 'openid'>): Promise<number> {
  const counts = await ports.db.countBy('inbox', { openid, read: false }, 'read')
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function entryOf({ _id, template, title, body, at, page, read, pushed }: InboxDoc): InboxEntry {
  return { id: _id, template, title, body, at, page, read, pushed }
}

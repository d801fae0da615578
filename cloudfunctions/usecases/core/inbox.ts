import type { InboxEntry, InboxView } from '../../../contract'
import type { InboxDoc } from '../../collections'
import type { Context } from './answer'

const SHOWN = 100

/** The newest messages of a person (W2); every message that was ever pushed is here too. */
export async function listInbox({ ports, openid }: Context): Promise<InboxView> {
  const docs = await ports.db.find('inbox', { where: { openid }, order: [['at', 'desc']], limit: SHOWN })
  return { entries: docs.map(entryOf), unread: docs.filter(({ read }) => !read).length }
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

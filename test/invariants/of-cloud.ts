import { COLLECTIONS } from '../../cloudfunctions/collections'
import type { LocalCloud } from '../../localcloud/src/index'
import type { Dump } from './dump'

/** Everything in a local cloud at this moment. */
export function dumpOf({ clock, database, machine }: LocalCloud): Dump {
  const documents = Object.fromEntries(COLLECTIONS.map(({ name }) => [name, database.exportDocuments(name)]))
  return {
    now: clock.now(),
    documents: documents as unknown as Dump['documents'],
    wechat: { orders: machine.orders.list(), refunds: machine.refunds.list(), messages: machine.messages.list() },
  }
}

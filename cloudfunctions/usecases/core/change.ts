import type { Decision } from '../../../domain/decision'
import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { decideClaim, type ClaimCommand, type ClaimEvent } from '../../../domain/aftersale/decide'
import { evolveClaim } from '../../../domain/aftersale/evolve'
import { decideFulfilment, type FulfilmentCommand, type FulfilmentEvent } from '../../../domain/fulfilment/decide'
import { evolveFulfilment } from '../../../domain/fulfilment/evolve'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { alreadyDone, type By } from '../../../domain/history'
import type { OrderCommand, OrderEvent } from '../../../domain/order/command'
import { decideOrder } from '../../../domain/order/decide'
import { evolveOrder } from '../../../domain/order/evolve'
import type { OrderDoc } from '../../../domain/order/order'
import { Refused, reject, type RefusalCode } from '../../../domain/refusals'
import type { Instant } from '../../../domain/time'
import type { Aggregate, AggregateName } from '../../collections'
import type { Ports } from '../../ports/ports'
import { knownDoc, remember } from './known'
import { relay } from './relay'
import { replaceAs } from './replace'

const TRIES = 6

interface Kind<C extends AggregateName, Doc, Command, Event> {
  collection: C
  unknown: RefusalCode
  decide(command: Command, doc: Doc, by: By, now: Instant): Decision<Event>
  evolve(doc: Doc, events: readonly Event[], by: By, now: Instant, key?: string): Doc
}

const ORDERS: Kind<'orders', OrderDoc, OrderCommand, OrderEvent> = {
  collection: 'orders',
  unknown: 'ORDER_UNKNOWN',
  decide: decideOrder,
  evolve: evolveOrder,
}

const FULFILMENTS: Kind<'fulfilments', FulfilmentDoc, FulfilmentCommand, FulfilmentEvent> = {
  collection: 'fulfilments',
  unknown: 'FULFILMENT_UNKNOWN',
  decide: decideFulfilment,
  evolve: evolveFulfilment,
}

const CLAIMS: Kind<'aftersales', ClaimDoc, ClaimCommand, ClaimEvent> = {
  collection: 'aftersales',
  unknown: 'CLAIM_UNKNOWN',
  decide: decideClaim,
  evolve: evolveClaim,
}

export interface ChangeOptions<Doc> {
  /** The page's idempotency key; a repeat of the same act changes nothing and answers with the document. */
  key?: string
  /** Throws when this person may not touch this document; runs before anything is decided. */
  allow?(doc: Doc): void
  /** The document if it was just read; saves a round trip. */
  loaded?: Doc
}

/** One command on an order: decide, write if nobody else did meanwhile, then relay what it caused. Throws Refused. */
export const changeOrder = changer<'orders', OrderDoc, OrderCommand, OrderEvent>(ORDERS)

/** One command on a fulfilment; as `changeOrder`. */
export const changeFulfilment = changer<'fulfilments', FulfilmentDoc, FulfilmentCommand, FulfilmentEvent>(FULFILMENTS)

/** One command on an after-sale claim; as `changeOrder`. */
export const changeClaim = changer<'aftersales', ClaimDoc, ClaimCommand, ClaimEvent>(CLAIMS)

function changer<C extends AggregateName, Doc extends Aggregate, Command extends { type: string }, Event>(
  kind: Kind<C, Doc, Command, Event>,
) {
  return async (ports: Ports, id: string, command: Command, by: By, options: ChangeOptions<Doc> = {}): Promise<Doc> => {
    let known = options.loaded ? remember(ports, options.loaded) : knownDoc<Doc>(ports, id)
    for (let attempt = 0; attempt < TRIES; attempt++) {
      const doc: Doc = known ?? ((await ports.db.get(kind.collection, id)) as Doc | null) ?? reject(kind.unknown)
      options.allow?.(doc)
      if (alreadyDone(doc.history, options.key, command.type, by)) return remember(ports, doc)
      const now = ports.now()
      const decision = kind.decide(command, doc, by, now)
      // What is known from before may be old: it is good enough to try a change, not to refuse one.
      const mayBeOld = known !== undefined
      known = undefined
      if (!decision.ok && mayBeOld) continue
      if (!decision.ok) throw new Refused(decision.refusal)
      if (decision.events.length === 0) return remember(ports, doc)
      const next = kind.evolve(doc, decision.events, by, now, options.key)
      if (await replaceAs(ports, kind.collection, doc, next))
        return relay(ports, kind.collection, remember(ports, next))
    }
    return reject('BUSY')
  }
}

import { no, type Decision } from '../decision'
import type { By } from '../history'
import { step } from '../machine'
import { refuse } from '../refusals'
import type { OrderEvent } from './command'
import { ORDER, type OrderMove } from './machine'
import type { OrderDoc } from './order'

/** A move of the order by its table: refused where the table has no row, or not for this actor. */
export function move(did: OrderMove, order: OrderDoc, by: By, note?: string): Decision<OrderEvent> {
  const result = step(ORDER, order.state, did, by.actor)
  if (!result.ok) return no(refuse(result.reason === 'WRONG_ACTOR' ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW'))
  const { to, effects } = result.transition
  return { ok: true, events: [{ type: 'moved', did, to, effects, ...(note ? { note } : {}) }] }
}

import type { Effect } from '../../../domain/effects'
import type { Outbox } from '../../../domain/message/outbox'

/** Whether one of these effects is still to come. */
export const waits = (outbox: Outbox, ...effects: Effect[]): boolean =>
  Object.values(outbox).some(({ effect, state }) => state === 'queued' && effects.includes(effect))

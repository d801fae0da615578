import type { Refusal } from './refusals'

/** What a command comes to: the events to apply, or why not. No events means it was done before. */
export type Decision<Event> = { ok: true; events: Event[] } | { ok: false; refusal: Refusal }

/** A refusal as a decision. */
export const no = (refusal: Refusal): Decision<never> => ({ ok: false, refusal })

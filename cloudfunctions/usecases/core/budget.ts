import type { Ports } from '../../ports/ports'

/** WeChat ends a function after this; `config.json` of every function says the same in seconds. */
export const FUNCTION_MS = 20_000

/**
 * How long an event may go on beginning new work, ms. What is begun last still needs its end, a dozen round trips at most;
 * WeChat Pay waits five seconds for the answer to a notice. What is left is the clock's.
 */
export const BUDGET_MS = { act: 10_000, notice: 2_500, clock: 13_000 } as const

export type EventKind = keyof typeof BUDGET_MS

/** Thrown by an effect that stops half-way because the event has no time left; it goes on with the next tick. */
export class OutOfTime extends Error {}

// A document that another one's effect works on leaves that other the time to end.
const NESTED_SHARE = 0.7

type Time = Pick<Ports, 'spent' | 'budgetMs' | 'relaying'>

/** Whether this event should begin nothing more; with a share, whether that part of its time is used up. */
export function outOfTime(ports: Time, share = ports.relaying.size > 1 ? NESTED_SHARE : 1): boolean {
  return ports.spent() >= ports.budgetMs * share
}

/** Throws OutOfTime when nothing more should be begun. */
export function mindTheTime(ports: Time): void {
  if (outOfTime(ports)) throw new OutOfTime('no time left in this event')
}

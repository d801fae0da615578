import type { Ports } from '../../ports/ports'

/** WeChat ends a function after this; `config.json` of every function says the same in seconds. */
export const FUNCTION_MS = 20_000

/**
 * How long an event may go on beginning new work, ms. What is begun last still needs its end, and the slowest single
 * effect is a few round trips; WeChat Pay waits five seconds for the answer to a notice. What is left is the clock's.
 */
export const BUDGET_MS = { act: 10_000, notice: 3_000, clock: 13_000 } as const

export type EventKind = keyof typeof BUDGET_MS

/** Thrown by an effect that stops half-way because the event has no time left; it goes on with the next tick. */
export class OutOfTime extends Error {}

/** Whether this event should begin nothing more; with a share, whether that part of its time is used up. */
export function outOfTime(ports: Pick<Ports, 'spent' | 'budgetMs'>, share = 1): boolean {
  return ports.spent() >= ports.budgetMs * share
}

/** Throws OutOfTime when nothing more should be begun. */
export function mindTheTime(ports: Pick<Ports, 'spent' | 'budgetMs'>): void {
  if (outOfTime(ports)) throw new OutOfTime('no time left in this event')
}

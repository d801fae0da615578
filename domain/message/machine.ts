import type { Machine } from '../machine'

export type EntryState = 'queued' | 'sent' | 'failed'
export type EntryMove = 'deliver' | 'retry' | 'giveUp'

/** An outbox entry: sent at least once, or failed for good after its last try. */
export const MESSAGE: Machine<EntryState, EntryMove, never> = {
  name: 'message',
  states: ['queued', 'sent', 'failed'],
  initial: ['queued'],
  final: ['sent', 'failed'],
  transitions: [
    { command: 'deliver', from: ['queued'], to: 'sent', by: ['system'], effects: [] },
    { command: 'retry', from: ['queued'], to: 'queued', by: ['system'], effects: [] },
    { command: 'giveUp', from: ['queued'], to: 'failed', by: ['system'], effects: [] },
  ],
}

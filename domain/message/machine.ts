import type { Effect } from '../effects'
import type { Machine } from '../machine'

export type EntryState = 'queued' | 'sent' | 'failed'
export type EntryMove = 'deliver' | 'retry' | 'postpone' | 'giveUp'

/** An outbox entry: sent at least once. A message may fail for good; money and fruit are tried daily and a person is told. */
export const MESSAGE: Machine<EntryState, EntryMove, Effect> = {
  name: 'message',
  states: ['queued', 'sent', 'failed'],
  initial: ['queued'],
  final: ['sent', 'failed'],
  transitions: [
    { command: 'deliver', from: ['queued'], to: 'sent', by: ['system'], effects: [] },
    { command: 'retry', from: ['queued'], to: 'queued', by: ['system'], effects: [] },
    { command: 'postpone', from: ['queued'], to: 'queued', by: ['system'], effects: ['tell.stuck'] },
    { command: 'giveUp', from: ['queued'], to: 'failed', by: ['system'], effects: [] },
  ],
}

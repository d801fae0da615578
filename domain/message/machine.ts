import type { Effect } from '../effects'
import type { Machine } from '../machine'

export type EntryState = 'queued' | 'sent' | 'failed'
export type EntryMove = 'deliver' | 'retry' | 'postpone' | 'giveUp' | 'tryAgain'

/**
 * An outbox entry: sent at least once. A message may fail; money and fruit are tried for ever and a person is told. What
 * failed, or waits too long, a member of staff may try again.
 */
export const MESSAGE: Machine<EntryState, EntryMove, Effect> = {
  name: 'message',
  states: ['queued', 'sent', 'failed'],
  initial: ['queued'],
  final: ['sent'],
  transitions: [
    { command: 'deliver', from: ['queued'], to: 'sent', by: ['system'], effects: [] },
    { command: 'retry', from: ['queued'], to: 'queued', by: ['system'], effects: [] },
    { command: 'postpone', from: ['queued'], to: 'queued', by: ['system'], effects: ['tell.stuck'] },
    { command: 'giveUp', from: ['queued'], to: 'failed', by: ['system'], effects: [] },
    { command: 'tryAgain', from: ['queued', 'failed'], to: 'queued', by: ['merchant'], effects: [] },
  ],
}

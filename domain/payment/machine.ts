import type { Effect } from '../effects'
import type { Machine } from '../machine'

export type PaymentState = 'due' | 'dueAtDoor' | 'paid' | 'partlyRefunded' | 'refunded'
export type PaymentMove = 'pay' | 'collect' | 'owe' | 'refundPart' | 'refundWhole' | 'stray'

const STATES = ['due', 'dueAtDoor', 'paid', 'partlyRefunded', 'refunded'] as const

/** Where the customer's money is (O7, A2). Cash on delivery begins at `dueAtDoor`. */
export const PAYMENT: Machine<PaymentState, PaymentMove, Effect> = {
  name: 'payment',
  states: STATES,
  initial: ['due', 'dueAtDoor'],
  final: ['refunded'],
  transitions: [
    { command: 'pay', from: ['due'], to: 'paid', by: ['wechat'], effects: [] },
    { command: 'collect', from: ['dueAtDoor'], to: 'paid', by: ['merchant'], effects: [] },
    // Part of the money is promised back; WeChat is asked afterwards, under that refund's own number.
    ...(['paid', 'partlyRefunded'] as const).map((state) => ({
      command: 'owe' as const,
      from: [state],
      to: state,
      by: ['system' as const],
      effects: ['refund' as const],
    })),
    { command: 'refundPart', from: ['paid', 'partlyRefunded'], to: 'partlyRefunded', by: ['system'], effects: [] },
    { command: 'refundWhole', from: ['paid', 'partlyRefunded'], to: 'refunded', by: ['system'], effects: [] },
    // A second payment, or one of a wrong amount, changes nothing here: it is noted and goes back whole.
    ...STATES.map((state) => ({
      command: 'stray' as const,
      from: [state],
      to: state,
      by: ['wechat' as const],
      effects: ['sendBack' as const, 'tell.sentBack' as const],
    })),
  ],
}

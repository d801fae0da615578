import type { Machine } from '../machine'

export type PaymentState = 'due' | 'dueAtDoor' | 'paid' | 'partlyRefunded' | 'refunded'
export type PaymentMove = 'pay' | 'collect' | 'refundPart' | 'refundWhole'

/** Where the customer's money is (O7, A2). Cash on delivery begins at `dueAtDoor`. */
export const PAYMENT: Machine<PaymentState, PaymentMove, never> = {
  name: 'payment',
  states: ['due', 'dueAtDoor', 'paid', 'partlyRefunded', 'refunded'],
  initial: ['due', 'dueAtDoor'],
  final: ['refunded'],
  transitions: [
    { command: 'pay', from: ['due'], to: 'paid', by: ['wechat'], effects: [] },
    { command: 'collect', from: ['dueAtDoor'], to: 'paid', by: ['merchant'], effects: [] },
    { command: 'refundPart', from: ['paid', 'partlyRefunded'], to: 'partlyRefunded', by: ['system'], effects: [] },
    { command: 'refundWhole', from: ['paid', 'partlyRefunded'], to: 'refunded', by: ['system'], effects: [] },
  ],
}

import type { Machine } from '../machine'

export type AfterSaleState =
  | 'requested'
  | 'agreed'
  | 'refused'
  | 'goodsOnTheWayBack'
  | 'goodsBack'
  | 'settled'
  | 'withdrawn'
  | 'escalated'
export type AfterSaleMove =
  | 'agree'
  | 'refuse'
  | 'withdraw'
  | 'escalate'
  | 'sendBack'
  | 'receiveBack'
  | 'settle'
  | 'lapse'

/** A customer's claim after delivery (A1): every refusal can be escalated, every claim ends settled or withdrawn. */
export const AFTER_SALE: Machine<AfterSaleState, AfterSaleMove, never> = {
  name: 'afterSale',
  states: ['requested', 'agreed', 'refused', 'goodsOnTheWayBack', 'goodsBack', 'settled', 'withdrawn', 'escalated'],
  initial: ['requested'],
  final: ['settled', 'withdrawn'],
  transitions: [
    { command: 'agree', from: ['requested'], to: 'agreed', by: ['merchant'], effects: [] },
    { command: 'refuse', from: ['requested', 'escalated'], to: 'refused', by: ['merchant'], effects: [] },
    { command: 'withdraw', from: ['requested', 'agreed', 'escalated'], to: 'withdrawn', by: ['shopper'], effects: [] },
    { command: 'escalate', from: ['refused'], to: 'escalated', by: ['shopper'], effects: [] },
    { command: 'lapse', from: ['refused', 'agreed'], to: 'withdrawn', by: ['clock'], effects: [] },
    { command: 'sendBack', from: ['agreed'], to: 'goodsOnTheWayBack', by: ['shopper'], effects: [] },
    { command: 'receiveBack', from: ['goodsOnTheWayBack'], to: 'goodsBack', by: ['merchant'], effects: [] },
    { command: 'settle', from: ['agreed', 'goodsBack', 'escalated'], to: 'settled', by: ['merchant'], effects: [] },
  ],
}

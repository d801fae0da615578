import type { Machine } from '../machine'
import type { Effect } from '../effects'

export type OrderState = 'placed' | 'inReview' | 'accepted' | 'completed' | 'cancelled'
export type OrderMove =
  | 'settle'
  | 'settleReady'
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'expire'
  | 'complete'
  | 'settleLate'
  | 'claim'
  | 'dissolve'

/** What the merchant owes the customer: from placed to completed (O5-O8, D1, S10). */
export const ORDER: Machine<OrderState, OrderMove, Effect> = {
  name: 'order',
  states: ['placed', 'inReview', 'accepted', 'completed', 'cancelled'],
  initial: ['placed'],
  final: ['completed', 'cancelled'],
  transitions: [
    {
      command: 'settle',
      from: ['placed'],
      to: 'inReview',
      by: ['wechat'],
      effects: ['take', 'closePayment', 'tell.paid', 'tell.toReview'],
    },
    {
      command: 'settleReady',
      from: ['placed'],
      to: 'accepted',
      by: ['wechat'],
      effects: ['closeSale', 'closePayment', 'plan', 'tell.paid'],
    },
    {
      command: 'approve',
      from: ['inReview'],
      to: 'accepted',
      by: ['merchant'],
      effects: ['closeSale', 'plan', 'tell.approved'],
    },
    {
      command: 'reject',
      from: ['inReview'],
      to: 'cancelled',
      by: ['merchant'],
      effects: ['refund', 'giveBack', 'tell.rejected'],
    },
    { command: 'cancel', from: ['placed'], to: 'cancelled', by: ['shopper'], effects: ['closePayment', 'giveBack'] },
    {
      command: 'cancel',
      from: ['inReview'],
      to: 'cancelled',
      by: ['shopper'],
      effects: ['refund', 'giveBack', 'tell.cancelled'],
    },
    {
      command: 'expire',
      from: ['placed'],
      to: 'cancelled',
      by: ['clock'],
      effects: ['closePayment', 'giveBack', 'tell.expired'],
    },
    {
      command: 'settleLate',
      from: ['cancelled'],
      to: 'cancelled',
      by: ['wechat'],
      effects: ['refund', 'closePayment', 'tell.paidTooLate'],
    },
    // A1: a claim changes nothing about what was ordered; it has a document and states of its own.
    { command: 'claim', from: ['accepted'], to: 'accepted', by: ['shopper'], effects: ['openClaim'] },
    { command: 'claim', from: ['completed'], to: 'completed', by: ['shopper'], effects: ['openClaim'] },
    // I4: nothing of it will come; whatever is left of the payment goes back.
    { command: 'dissolve', from: ['accepted'], to: 'cancelled', by: ['system'], effects: ['refund'] },
    { command: 'complete', from: ['accepted'], to: 'completed', by: ['shopper', 'clock'], effects: ['closeParcels'] },
  ],
}

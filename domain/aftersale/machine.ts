import type { Effect } from '../effects'
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
  | 'overdue'
  | 'lapse'
  | 'sendBack'
  | 'receiveBack'
  | 'settle'

/** What a claim causes by being made; it begins in no state it could move from. */
export const CLAIM_MADE: readonly Effect[] = ['tell.claimMade']

/**
 * A customer's claim after delivery (A1): both sides have deadlines, a refusal can be escalated once, every claim ends
 * settled or withdrawn. Every move is mirrored to its order.
 */
export const AFTER_SALE: Machine<AfterSaleState, AfterSaleMove, Effect> = {
  name: 'afterSale',
  states: ['requested', 'agreed', 'refused', 'goodsOnTheWayBack', 'goodsBack', 'settled', 'withdrawn', 'escalated'],
  initial: ['requested'],
  final: ['settled', 'withdrawn'],
  transitions: [
    // The merchant agrees to take the fruit back, refuses with a reason, or pays at once.
    {
      command: 'agree',
      from: ['requested', 'escalated'],
      to: 'agreed',
      by: ['merchant'],
      effects: ['mirror', 'tell.claimAgreed'],
    },
    {
      command: 'refuse',
      from: ['requested', 'escalated'],
      to: 'refused',
      by: ['merchant'],
      effects: ['mirror', 'tell.claimRefused'],
    },
    {
      command: 'settle',
      from: ['requested', 'agreed', 'goodsOnTheWayBack', 'goodsBack', 'escalated'],
      to: 'settled',
      by: ['merchant'],
      effects: ['mirror', 'tell.claimSettled'],
    },
    {
      command: 'receiveBack',
      from: ['goodsOnTheWayBack'],
      to: 'goodsBack',
      by: ['merchant'],
      effects: ['mirror', 'tell.goodsBack'],
    },
    // The customer sends the fruit back, insists once, or lets it be.
    {
      command: 'sendBack',
      from: ['agreed'],
      to: 'goodsOnTheWayBack',
      by: ['shopper'],
      effects: ['mirror', 'tell.goodsComing'],
    },
    {
      command: 'escalate',
      from: ['refused'],
      to: 'escalated',
      by: ['shopper'],
      effects: ['mirror', 'tell.claimEscalated'],
    },
    {
      command: 'withdraw',
      from: ['requested', 'agreed', 'refused', 'escalated'],
      to: 'withdrawn',
      by: ['shopper'],
      effects: ['mirror'],
    },
    // Whoever lets the time pass: the owner is told of what the merchant owes an answer or money for, again and again.
    {
      command: 'overdue',
      from: ['requested'],
      to: 'escalated',
      by: ['clock'],
      effects: ['mirror', 'tell.claimOverdue'],
    },
    ...(['escalated', 'goodsOnTheWayBack', 'goodsBack'] as const).map((state) => ({
      command: 'overdue' as const,
      from: [state],
      to: state,
      by: ['clock' as const],
      effects: ['mirror' as const, 'tell.claimOverdue' as const],
    })),
    {
      command: 'lapse',
      from: ['refused', 'agreed'],
      to: 'withdrawn',
      by: ['clock'],
      effects: ['mirror', 'tell.claimLapsed'],
    },
  ],
}

import type { Technique } from '../catalogue/product'
import type { Machine, Transition } from '../machine'
import type { Effect } from '../effects'

export type FulfilmentState =
  | 'planned'
  | 'offered'
  | 'accepted'
  | 'stickered'
  | 'colouring'
  | 'harvested'
  | 'marked'
  | 'sentToHub'
  | 'received'
  | 'passed'
  | 'mismatched'
  | 'escalated'
  | 'stored'
  | 'packing'
  | 'shipped'
  | 'delivered'
  | 'refunded'

export type FulfilmentMove =
  | 'offer'
  | 'pick'
  | 'accept'
  | 'decline'
  | 'lapse'
  | 'printSheet'
  | 'sticker'
  | 'colour'
  | 'harvest'
  | 'mark'
  | 'dispatch'
  | 'receive'
  | 'judge'
  | 'pass'
  | 'passGood'
  | 'mismatch'
  | 'failAgain'
  | 'sendAgain'
  | 'cannotRedo'
  | 'overdue'
  | 'unplaced'
  | 'redo'
  | 'replace'
  | 'refund'
  | 'confirmSend'
  | 'keepCold'
  | 'fallSilent'
  | 'remind'
  | 'endStorage'
  | 'ship'
  | 'deliver'

/** A row of the table; one with a technique is for fruit of that technique only. */
export interface FulfilmentRow extends Transition<FulfilmentState, FulfilmentMove, Effect> {
  technique?: Technique
}

/** One parcel from the tree (or the shelf) to the door. Every move is also mirrored to its order. */
export const FULFILMENT: Omit<Machine<FulfilmentState, FulfilmentMove, Effect>, 'transitions'> & {
  transitions: readonly FulfilmentRow[]
} = {
  name: 'fulfilment',
  states: [
    'planned',
    'offered',
    'accepted',
    'stickered',
    'colouring',
    'harvested',
    'marked',
    'sentToHub',
    'received',
    'passed',
    'mismatched',
    'escalated',
    'stored',
    'packing',
    'shipped',
    'delivered',
    'refunded',
  ],
  // I4: what a parcel sends back begins where the whole of it would have gone.
  initial: ['planned', 'mismatched', 'escalated'],
  final: ['delivered', 'refunded'],
  transitions: [
    // D4, G1, G2: work is offered to an orchard; declined or silent work goes to the next one
    {
      command: 'offer',
      from: ['planned'],
      to: 'offered',
      by: ['system', 'merchant'],
      effects: ['mirror', 'tell.offered'],
    },
    { command: 'pick', from: ['planned'], to: 'packing', by: ['system'], effects: ['mirror', 'tell.toPack'] },
    { command: 'accept', from: ['offered'], to: 'accepted', by: ['orchard'], effects: ['mirror', 'closeSale'] },
    { command: 'decline', from: ['offered'], to: 'planned', by: ['orchard'], effects: ['allot', 'mirror'] },
    { command: 'lapse', from: ['offered'], to: 'planned', by: ['clock'], effects: ['allot', 'mirror'] },
    // G4: stickers are printed, again if need be, until they are on the fruit
    {
      command: 'printSheet',
      from: ['accepted'],
      to: 'accepted',
      by: ['orchard'],
      effects: ['mirror'],
      technique: 'mask',
    },
    // G5: the fruit grows, with photos: under a film it is stickered, reddens and is picked
    {
      command: 'sticker',
      from: ['accepted'],
      to: 'stickered',
      by: ['orchard'],
      effects: ['mirror', 'tell.growth'],
      technique: 'mask',
    },
    { command: 'colour', from: ['stickered'], to: 'colouring', by: ['orchard'], effects: ['mirror', 'tell.growth'] },
    { command: 'harvest', from: ['colouring'], to: 'harvested', by: ['orchard'], effects: ['mirror', 'tell.growth'] },
    {
      command: 'dispatch',
      from: ['harvested'],
      to: 'sentToHub',
      by: ['orchard'],
      effects: ['mirror', 'tell.arriving'],
      technique: 'mask',
    },
    // G5: for the laser it is picked as it is, then marked
    {
      command: 'harvest',
      from: ['accepted'],
      to: 'harvested',
      by: ['orchard'],
      effects: ['mirror', 'tell.growth'],
      technique: 'laser',
    },
    {
      command: 'mark',
      from: ['harvested'],
      to: 'marked',
      by: ['orchard'],
      effects: ['mirror', 'tell.growth'],
      technique: 'laser',
    },
    { command: 'dispatch', from: ['marked'], to: 'sentToHub', by: ['orchard'], effects: ['mirror', 'tell.arriving'] },
    // I1-I4: inspection against the order
    { command: 'receive', from: ['sentToHub'], to: 'received', by: ['merchant'], effects: ['mirror'] },
    { command: 'judge', from: ['received'], to: 'received', by: ['merchant'], effects: [] },
    { command: 'pass', from: ['received'], to: 'passed', by: ['merchant'], effects: ['mirror', 'tell.confirmSend'] },
    {
      command: 'passGood',
      from: ['received'],
      to: 'passed',
      by: ['merchant'],
      effects: ['mirror', 'splitOff', 'tell.confirmSend'],
    },
    {
      command: 'mismatch',
      from: ['received'],
      to: 'mismatched',
      by: ['merchant'],
      effects: ['mirror', 'tell.mismatch', 'tell.redoing'],
    },
    // I4: what fails a second time, what the orchard cannot redo and what it has not redone in time is for people to decide
    {
      command: 'failAgain',
      from: ['received'],
      to: 'escalated',
      by: ['merchant'],
      effects: ['mirror', 'tell.escalated', 'tell.delayed'],
    },
    {
      command: 'sendAgain',
      from: ['mismatched'],
      to: 'sentToHub',
      by: ['orchard'],
      effects: ['mirror', 'tell.arriving'],
    },
    // Late is better than never: fruit that comes after the deadline may still be what the customer gets, who waits for word
    {
      command: 'sendAgain',
      from: ['escalated'],
      to: 'sentToHub',
      by: ['orchard'],
      effects: ['mirror', 'tell.arriving', 'tell.redone'],
    },
    {
      command: 'cannotRedo',
      from: ['mismatched'],
      to: 'escalated',
      by: ['orchard'],
      effects: ['mirror', 'tell.escalated', 'tell.delayed'],
    },
    {
      command: 'overdue',
      from: ['mismatched'],
      to: 'escalated',
      by: ['clock'],
      effects: ['mirror', 'tell.escalated', 'tell.delayed', 'tell.late'],
    },
    {
      command: 'overdue',
      from: ['escalated'],
      to: 'escalated',
      by: ['clock'],
      effects: ['mirror', 'tell.undecided'],
    },
    // What support gave to another orchard and none takes comes back to support; other work waits for an orchard
    {
      command: 'unplaced',
      from: ['planned'],
      to: 'escalated',
      by: ['system'],
      effects: ['mirror', 'tell.escalated', 'tell.delayed'],
    },
    {
      command: 'redo',
      from: ['escalated'],
      to: 'mismatched',
      by: ['merchant'],
      effects: ['mirror', 'tell.mismatch', 'tell.redoing'],
    },
    {
      command: 'replace',
      from: ['escalated'],
      to: 'planned',
      by: ['merchant'],
      effects: ['mirror', 'allot', 'tell.replanned', 'tell.notNeeded'],
    },
    {
      command: 'refund',
      from: ['escalated'],
      to: 'refunded',
      by: ['merchant'],
      effects: ['mirror', 'freePlace', 'uploadShipping', 'tell.partRefunded', 'tell.notNeeded'],
    },
    // S1-S5: send now, or wait in the cold until the last day
    {
      command: 'confirmSend',
      from: ['passed', 'stored'],
      to: 'packing',
      by: ['shopper'],
      effects: ['mirror', 'tell.toPack'],
    },
    { command: 'keepCold', from: ['passed'], to: 'stored', by: ['shopper'], effects: ['mirror', 'tell.cold'] },
    { command: 'fallSilent', from: ['passed'], to: 'stored', by: ['clock'], effects: ['mirror', 'tell.cold'] },
    { command: 'remind', from: ['stored'], to: 'stored', by: ['clock'], effects: ['mirror', 'tell.reminder'] },
    {
      command: 'endStorage',
      from: ['stored'],
      to: 'packing',
      by: ['clock'],
      effects: ['mirror', 'tell.lastDay', 'tell.toPack'],
    },
    // S7-S10: on its way
    {
      command: 'ship',
      from: ['packing'],
      to: 'shipped',
      by: ['merchant'],
      effects: ['mirror', 'freePlace', 'uploadShipping', 'tell.shipped'],
    },
    {
      command: 'deliver',
      from: ['shipped'],
      to: 'delivered',
      by: ['clock', 'system'],
      effects: ['mirror', 'tell.delivered'],
    },
  ],
}

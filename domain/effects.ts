import type { TemplateKey } from './message/templates'
import type { Words } from './words'

/** Everything a move causes outside its own document. Named in the transition tables, kept in the outbox, carried out by the relay. */
export type Effect =
  | 'take' // the reserved fruit is sold: the hold becomes a sale
  | 'closeSale' // the order is accepted: its fruit never comes back to be sold
  | 'giveBack' // the reserved or sold fruit returns to what may be sold
  | 'refund' // the money goes back, once
  | 'sendBack' // a payment nobody asked for goes back, once
  | 'closePayment' // no other payment sheet of the order may be paid
  | 'plan' // fulfilments are created from the accepted order
  | 'allot' // a planned fulfilment is offered to the next orchard
  | 'mirror' // the order learns where its parcel or claim is, and owes what a claim was settled with
  | 'closeParcels' // parcels still under way end as delivered
  | 'splitOff' // the fruit that did not match get a parcel of their own
  | 'freePlace' // the cold-room place is free again
  | 'uploadShipping' // WeChat learns of the parcel (S8)
  | 'openClaim' // the customer's claim gets its own document (A1)
  | `tell.${TemplateKey}`

export type PlainEffect = Exclude<Effect, `tell.${string}`>

/** What a member of staff reads when an effect keeps failing. */
export const EFFECT_WORDS: Record<PlainEffect, Words> = {
  take: { zh: '库存没扣上', en: 'the stock was not taken' },
  closeSale: { zh: '库存没结清', en: 'the stock was not settled' },
  giveBack: { zh: '库存没还回去', en: 'the stock was not given back' },
  openClaim: { zh: '售后没建上', en: 'the claim was not opened' },
  refund: { zh: '退款没退成', en: 'the refund did not go through' },
  sendBack: { zh: '多付的钱没退成', en: 'the extra payment was not sent back' },
  closePayment: { zh: '付款没关上', en: 'the payment was not closed' },
  plan: { zh: '没能分成包裹', en: 'it was not split into parcels' },
  allot: { zh: '没有果园能接', en: 'no orchard can take it' },
  mirror: { zh: '订单进度没更新', en: 'the order was not updated' },
  closeParcels: { zh: '包裹没结束', en: 'the parcels were not closed' },
  splitOff: { zh: '退回的果没有单列', en: 'the fruit sent back got no parcel' },
  freePlace: { zh: '库位没腾出', en: 'the place was not freed' },
  uploadShipping: { zh: '发货信息没传上', en: 'WeChat did not take the shipping info' },
}

/** Whether an effect is a message: it may be given up, while money and fruit may not. */
export function isMessage(effect: Effect): boolean {
  return effect.startsWith('tell.')
}

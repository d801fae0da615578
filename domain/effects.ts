import type { TemplateKey } from './message/templates'

/** Everything a move causes outside its own document. Named in the transition tables, kept in the outbox, carried out by the relay. */
export type Effect =
  | 'take' // the reserved fruit is sold: the hold becomes a sale
  | 'giveBack' // the reserved or sold fruit returns to what may be sold
  | 'refund' // the money goes back, once
  | 'closePayment' // an unpaid payment sheet may no longer be paid
  | 'plan' // fulfilments are created from the accepted order
  | 'allot' // a planned fulfilment is offered to the next orchard
  | 'mirror' // the order learns where its parcel is
  | 'closeParcels' // parcels still under way end as delivered
  | 'freePlace' // the cold-room place is free again
  | 'uploadShipping' // WeChat learns of the parcel (S8)
  | `tell.${TemplateKey}`

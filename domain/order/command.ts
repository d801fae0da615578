import type { ClaimAsk } from '../aftersale/claim'
import type { Effect } from '../effects'
import type { Fen } from '../money'
import type { PaymentState } from '../payment/machine'
import type { Instant } from '../time'
import type { OrderMove, OrderState } from './machine'
import type { ContentVerdict, PictureVerdict } from './verdicts'
import type { OrderClaim, Parcel, PaymentAttempt, Refund, StrayPayment } from './order'

/** What may be asked of an order. Each command reads only its own details. */
export type OrderCommand =
  | { type: 'startPayment'; attempt: PaymentAttempt }
  | { type: 'settle'; outTradeNo: string; transactionId: string; paidFen: Fen }
  /** `pictures` is what WeChat has found of them by now. */
  | { type: 'approve'; pictures: Readonly<Record<string, PictureVerdict>> }
  | { type: 'reject'; note: string }
  | { type: 'cancel'; note?: string }
  | { type: 'expire' }
  | { type: 'complete' }
  | { type: 'owe'; for: string; fen: Fen; reason: string }
  | { type: 'refunded'; no: string }
  | { type: 'claim'; ask: ClaimAsk }
  | { type: 'mirrorClaim'; claim: Omit<OrderClaim, 'ask'>; settled: { fen: Fen; reason: string } | null }
  | { type: 'sentBack'; outTradeNo: string }
  | { type: 'mirror'; parcel: Parcel }

/** What happened, in the past tense; `evolve` turns it into state. */
export type OrderEvent =
  | { type: 'paymentStarted'; attempt: PaymentAttempt }
  | { type: 'paymentReceived'; to: PaymentState; outTradeNo: string; transactionId: string; paidFen: Fen; at: Instant }
  | { type: 'refundOwed'; refund: Refund; effects: readonly Effect[] }
  | { type: 'paymentRefunded'; to: PaymentState; no: string; at: Instant }
  | { type: 'claimOpened'; claim: OrderClaim }
  | { type: 'claimMirrored'; claim: Omit<OrderClaim, 'ask'> }
  | { type: 'strayPaid'; stray: StrayPayment; effects: readonly Effect[] }
  | { type: 'straySentBack'; outTradeNo: string; at: Instant }
  | { type: 'contentJudged'; verdicts: readonly ContentVerdict[] }
  | { type: 'parcelMirrored'; parcel: Parcel }
  | { type: 'moved'; did: OrderMove; to: OrderState; effects: readonly Effect[]; note?: string }

import { isOpen, type ClaimAsk } from '../aftersale/claim'
import { formatFen } from '../money'
import { POLICY } from '../policy'
import { refuse, type Refusal } from '../refusals'
import { later, type Instant } from '../time'
import { saysNothing } from '../words'
import { allOnTheWay, refundableFen, type OrderDoc } from './order'

/** Why no claim can be made on this order now, or null (A1): it must have left, lately, and be paid for. */
export function claimableRefusal(order: OrderDoc, now: Instant): Refusal | null {
  const { claims, payment } = order
  if (!allOnTheWay(order) || refundableFen(payment) === 0) return refuse('NOT_ALLOWED_NOW')
  if (Object.values(claims).some(isOpen)) return refuse('CLAIM_OPEN')
  if (Object.keys(claims).length >= POLICY.maxClaims) return refuse('CLAIMS_USED_UP', { most: POLICY.maxClaims })
  const received = order.history.find(({ did }) => did === 'complete')
  if (received && now >= later(received.at, POLICY.claimDays, 'day')) {
    return refuse('CLAIM_TOO_LATE', { days: POLICY.claimDays })
  }
  return null
}

/** Why this claim cannot be made, or null; with the field at fault where one is. */
export function claimRefusal({ fen, note }: ClaimAsk, order: OrderDoc, now: Instant): Refusal | null {
  const refusal = claimableRefusal(order, now)
  if (refusal) return refusal
  const most = refundableFen(order.payment)
  if (fen < 1 || fen > most) return refuse('REFUND_TOO_MUCH', { most: formatFen(most) }, 'fen')
  return saysNothing(note) ? refuse('REASON_MISSING', {}, 'note') : null
}

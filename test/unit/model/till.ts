import { by } from '../domain/given'
import { onOrder, type Answer } from './relay'
import type { Payment, World } from './world'

/** The order learns what WeChat says of a payment: what a notice, a page and the clock all do. */
export function settleAt(world: World, payment: Payment): Answer {
  if (payment.state !== 'paid') return 'unpaid'
  const { outTradeNo, transactionId, fen } = payment
  const answer = onOrder(world, { type: 'settle', outTradeNo, transactionId, paidFen: fen }, by('wechat'))
  if (answer === 'done' || answer === 'nothing') payment.known = true
  return answer
}

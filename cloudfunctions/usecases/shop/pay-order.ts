import type { Input, PaymentView } from '../../../contract'
import { decideOrder } from '../../../domain/order/decide'
import { lineTitle, strays, type OrderDoc, type PaymentAttempt } from '../../../domain/order/order'
import { Refused, reject } from '../../../domain/refusals'
import { later } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeOrder } from '../core/change'
import { settleOrder } from '../payment/settle'
import { askWeChatPay } from './ask-wechat-pay'
import { asShopper, ownOrder, readOwnOrder } from './own'

// WeChat lets a payment sheet be opened for two hours; a little is left for the tap itself.
const SHEET_MINUTES = 110

/**
 * Opens the payment sheet of an order (O7). A double tap gets the same sheet: attempts are numbered, and one number is
 * one payment at WeChat. A sheet that WeChat has closed, or that has grown too old, is replaced by one with the next
 * number, so that at most one can be paid. Throws ORDER_UNKNOWN, ALREADY_PAID, PAYMENT_EXPIRED, PAYMENT_UNAVAILABLE.
 */
export async function payOrder(context: Context, { no, key }: Input<'orders.pay'>): Promise<PaymentView> {
  const { ports, openid } = context
  const order = await readOwnOrder(ports, openid, no)
  const outTradeNo = `${no}P${order.payment.attempts.length + 1}`
  const attempt: PaymentAttempt = { outTradeNo, at: ports.now(), totalFen: order.totalFen, sheet: {} }
  refuseIfNotPayable(order, attempt)
  const open = await askWeChatPay(ports, no, () => openAttempt(ports, order, attempt.at))
  if (open) return paymentView(order, open)
  const sheet = await askWeChatPay(ports, no, () => openSheet(context, order, outTradeNo))
  const command = { type: 'startPayment', attempt: { ...attempt, sheet } } as const
  const allow = ownOrder(openid)
  const started = await changeOrder(ports, no, command, asShopper(openid), { key, allow, loaded: order })
  const kept = started.payment.attempts.find((known) => known.outTradeNo === outTradeNo)
  return paymentView(started, kept ?? command.attempt)
}

function refuseIfNotPayable(order: OrderDoc, attempt: PaymentAttempt): void {
  const decision = decideOrder({ type: 'startPayment', attempt }, order, asShopper(order.openid), attempt.at)
  if (!decision.ok) throw new Refused(decision.refusal)
}

/**
 * The newest sheet, if it can still be paid: WeChat knows, the order does not. One that was paid while its notice was lost
 * is settled instead, and one that is to be replaced is closed before.
 */
async function openAttempt(ports: Ports, order: OrderDoc, now: string): Promise<PaymentAttempt | undefined> {
  const newest = order.payment.attempts[order.payment.attempts.length - 1]
  // A sheet that was paid with a wrong amount is used up.
  if (!newest || strays(order.payment).some(({ outTradeNo }) => outTradeNo === newest.outTradeNo)) return undefined
  const settlement = await settleOrder(ports, newest.outTradeNo)
  if (settlement.kind === 'settled') return reject('ALREADY_PAID')
  if (settlement.kind !== 'unpaid' || !settlement.open) return undefined
  if (newest.totalFen === order.totalFen && now < later(newest.at, SHEET_MINUTES, 'minute')) return newest
  await ports.payments.close(newest.outTradeNo)
  return undefined
}

function openSheet({ ports, clientIp }: Context, order: OrderDoc, outTradeNo: string): Promise<Record<string, string>> {
  return ports.payments.open({ outTradeNo, totalFen: order.totalFen, description: describe(order), clientIp })
}

function describe(order: OrderDoc): string {
  const more = order.lines.length > 1 ? ` 等 ${order.lines.length} 件` : ''
  return `果印 ${lineTitle(order.lines[0]).zh}${more}`
}

function paymentView(order: OrderDoc, { outTradeNo, totalFen, sheet }: PaymentAttempt): PaymentView {
  return { no: order._id, totalFen, outTradeNo, sheet }
}

import type { Input, PaymentView } from '../../../contract'
import { decideOrder } from '../../../domain/order/decide'
import { lineTitle, strays, type OrderDoc, type PaymentAttempt } from '../../../domain/order/order'
import { Refused, reject } from '../../../domain/refusals'
import { later } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeOrder } from '../core/change'
import { asShopper, ownOrder, readOwnOrder } from './own'

// WeChat lets a payment sheet be opened for two hours; a little is left for the tap itself.
const SHEET_MINUTES = 110

/**
 * Opens the payment sheet of an order (O7). A double tap gets the same sheet: attempts are numbered, and one number is
 * one payment at WeChat. Throws ORDER_UNKNOWN, ALREADY_PAID, PAYMENT_EXPIRED, PAYMENT_UNAVAILABLE.
 */
export async function payOrder(context: Context, { no, key }: Input<'orders.pay'>): Promise<PaymentView> {
  const { ports, openid } = context
  const order = await readOwnOrder(ports, openid, no)
  const outTradeNo = `${no}P${order.payment.attempts.length + 1}`
  const attempt: PaymentAttempt = { outTradeNo, at: ports.now(), totalFen: order.totalFen, sheet: {} }
  refuseIfNotPayable(order, attempt)
  const open = openAttempt(order, attempt.at)
  if (open) return paymentView(order, open)
  const sheet = await openSheet(context, order, outTradeNo)
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

// A sheet that was paid with a wrong amount is used up.
function openAttempt(order: OrderDoc, now: string): PaymentAttempt | undefined {
  const newest = order.payment.attempts[order.payment.attempts.length - 1]
  const used = strays(order.payment).some(({ outTradeNo }) => outTradeNo === newest?.outTradeNo)
  const usable = !used && newest?.totalFen === order.totalFen && now < later(newest.at, SHEET_MINUTES, 'minute')
  return usable ? newest : undefined
}

async function openSheet(
  { ports, clientIp }: Context,
  order: OrderDoc,
  outTradeNo: string,
): Promise<Record<string, string>> {
  try {
    return await ports.payments.open({ outTradeNo, totalFen: order.totalFen, description: describe(order), clientIp })
  } catch (error) {
    logUnavailable(ports, order, error)
    return reject('PAYMENT_UNAVAILABLE')
  }
}

function logUnavailable(ports: Ports, order: OrderDoc, error: unknown): void {
  ports.log({ level: 'warn', what: 'payment unavailable', order: order._id, message: String(error) })
}

function describe(order: OrderDoc): string {
  const more = order.lines.length > 1 ? ` 等 ${order.lines.length} 件` : ''
  return `果印 ${lineTitle(order.lines[0]).zh}${more}`
}

function paymentView(order: OrderDoc, { outTradeNo, totalFen, sheet }: PaymentAttempt): PaymentView {
  return { no: order._id, totalFen, outTradeNo, sheet }
}

import type { OrderDoc } from '../../../domain/order/order'
import type { By } from '../../../domain/history'
import type { PaymentStatus, Ports } from '../../ports/ports'
import { changeOrder } from '../core/change'

type Paid = Extract<PaymentStatus, { state: 'paid' }>

export type Settlement =
  | { kind: 'settled'; order: OrderDoc }
  /** Nothing has been paid, or it has been sent back already. */
  | { kind: 'unpaid' }
  | { kind: 'unknownOrder' }
  | { kind: 'wrongAmount' }
  /** The order had been paid with another sheet; this payment goes back. */
  | { kind: 'paidTwice' }

const WECHAT: By = { actor: 'wechat', id: 'wechat' }

/** The order a payment belongs to: `<order number>P<n>`. A number may itself hold a P, so the last one counts. */
export function orderNoOf(outTradeNo: string): string | null {
  return /^(GY[0-9A-Z]+)P\d+$/.exec(outTradeNo)?.[1] ?? null
}

/**
 * Moves an order by what WeChat itself says about a payment (O7). The same payment twice changes nothing; a payment of a
 * cancelled order is recorded and refunded. Throws when WeChat or the database does not answer.
 */
export async function settleOrder(ports: Ports, outTradeNo: string): Promise<Settlement> {
  const orderNo = orderNoOf(outTradeNo)
  const order = orderNo ? await ports.db.get('orders', orderNo) : null
  if (!order) return note(ports, 'payment of an unknown order', outTradeNo, { kind: 'unknownOrder' })
  const status = await ports.payments.status(outTradeNo)
  if (status.state !== 'paid') return { kind: 'unpaid' }
  if (status.paidFen < order.totalFen) return note(ports, 'paid too little', outTradeNo, { kind: 'wrongAmount' })
  if (isPaidOtherwise(order, status)) return sendBack(ports, outTradeNo, status)
  return settleAs(ports, order, outTradeNo, status)
}

async function settleAs(ports: Ports, order: OrderDoc, outTradeNo: string, paid: Paid): Promise<Settlement> {
  const command = { type: 'settle' as const, outTradeNo, transactionId: paid.transactionId, paidFen: paid.paidFen }
  const settled = await changeOrder(ports, order._id, command, WECHAT, { loaded: order })
  return { kind: 'settled', order: settled }
}

function isPaidOtherwise(order: OrderDoc, paid: Paid): boolean {
  const { transactionId } = order.payment
  return transactionId !== undefined && transactionId !== paid.transactionId
}

async function sendBack(ports: Ports, outTradeNo: string, { paidFen }: Paid): Promise<Settlement> {
  const refundNo = `${outTradeNo}R1`
  await ports.payments.refund({ outTradeNo, refundNo, refundFen: paidFen, totalFen: paidFen, reason: '重复付款' })
  return note(ports, 'paid twice, sent back', outTradeNo, { kind: 'paidTwice' })
}

function note(ports: Ports, what: string, outTradeNo: string, outcome: Settlement): Settlement {
  ports.log({ level: 'error', what, outTradeNo })
  return outcome
}

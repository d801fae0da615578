import { strays, type OrderDoc } from '../../domain/order/order'
import type { Instant } from '../../domain/time'
import { byId, groupBy, sum, waits, type Asked, type Dump, type WechatOrder, type WechatRefund } from './dump'

/** O7, A2: refunds never exceed what was paid, and every fen at WeChat is on one of our orders. */
export function brokenMoney({ documents, wechat, now }: Dump, { settled }: Asked): string[] {
  // An unpaid order asks WeChat before it expires; before the clock has run, one may be a little late.
  const until = settled ? now : ''
  const refunds = groupBy(wechat.refunds, ({ outTradeNo }) => outTradeNo)
  const paid = wechat.orders.filter(({ paidAt }) => paidAt !== null)
  const orders = byId(documents.orders)
  return [
    ...documents.orders.flatMap(brokenSums),
    ...documents.orders.flatMap((order) => brokenRefunds(order, wechat.refunds)),
    ...paid.flatMap((payment) => {
      const back = refunds.get(payment.outTradeNo) ?? []
      const order = orders.get(orderNoOf(payment.outTradeNo))
      return [...overRefunded(payment, back), ...brokenAccount(payment, back, order, until)]
    }),
    ...documents.orders.flatMap((order) => claimedOnly(order, paid)),
    ...(settled ? brokenTotal(documents.orders, paid, wechat.refunds, until) : []),
  ]
}

function brokenSums({ _id, state, totalFen, payment }: OrderDoc): string[] {
  const { paidFen, refundedFen } = payment
  const problems: string[] = []
  if (refundedFen < 0 || refundedFen > paidFen)
    problems.push(`order ${_id}: refunded ${refundedFen} of ${paidFen} paid`)
  const left = paidFen - refundedFen
  const right = {
    due: paidFen === 0,
    dueAtDoor: paidFen === 0,
    paid: paidFen === totalFen && refundedFen === 0,
    partlyRefunded: refundedFen > 0 && left > 0,
    refunded: paidFen > 0 && left === 0,
  }
  if (!right[payment.state]) problems.push(`order ${_id}: ${payment.state} with ${paidFen} paid, ${refundedFen} back`)
  if (state === 'placed' && paidFen > 0) problems.push(`order ${_id} is paid and still placed`)
  if (['inReview', 'accepted', 'completed'].includes(state) && paidFen === 0) {
    problems.push(`order ${_id} is ${state} and unpaid`)
  }
  return problems
}

/** A2: each promised refund goes out under its own number, once, and together they never exceed what was paid. */
function brokenRefunds(order: OrderDoc, atWechat: readonly WechatRefund[]): string[] {
  const { _id, payment } = order
  const { refunds, paidFen, refundedFen } = payment
  const problems: string[] = []
  const promised = sum(refunds.map(({ fen }) => fen))
  if (promised > paidFen) problems.push(`order ${_id} owes ${promised} of ${paidFen} paid`)
  const done = sum(refunds.filter(({ doneAt }) => doneAt).map(({ fen }) => fen))
  if (done !== refundedFen) problems.push(`order ${_id}: refunds of ${done} are done, ${refundedFen} are counted`)
  for (const why of new Set(refunds.map((refund) => refund.for))) {
    if (refunds.filter((refund) => refund.for === why).length > 1) problems.push(`order ${_id} pays back ${why} twice`)
  }
  for (const { no, fen, doneAt } of refunds) {
    const there = atWechat.find(({ outRefundNo }) => outRefundNo === no)
    if (there ? there.refundFee !== fen : doneAt) problems.push(`refund ${no} of ${fen}, WeChat: ${there?.refundFee}`)
    if (!doneAt && !waits(order, 'refund')) problems.push(`refund ${no} is owed, and nothing will send it`)
  }
  return problems
}

function overRefunded({ outTradeNo, totalFee }: WechatOrder, back: readonly WechatRefund[]): string[] {
  const refunded = sum(back.map(({ refundFee }) => refundFee))
  return refunded > totalFee ? [`WeChat refunded ${refunded} of ${totalFee} for ${outTradeNo}`] : []
}

/** One payment at WeChat against what our order says of it. While an effect waits, WeChat may be a step ahead. */
function brokenAccount(
  { outTradeNo, totalFee, transactionId }: WechatOrder,
  back: readonly WechatRefund[],
  order: OrderDoc | undefined,
  until: Instant,
): string[] {
  if (!order) return [`${totalFee} fen of ${outTradeNo} are on no order`]
  const refunded = sum(back.map(({ refundFee }) => refundFee))
  const { payment } = order
  if (payment.transactionId === transactionId) {
    if (payment.paidFen !== totalFee) return [`order ${order._id}: ${payment.paidFen} paid, WeChat says ${totalFee}`]
    if (refunded < payment.refundedFen) return [`order ${order._id}: ${payment.refundedFen} back, WeChat: ${refunded}`]
    const due = order.state === 'cancelled' ? payment.paidFen : payment.refundedFen
    if (refunded > payment.refundedFen && !waits(order, 'refund'))
      return [`order ${order._id}: WeChat sent back ${refunded}, the order knows of ${payment.refundedFen}`]
    if (due > payment.refundedFen && !waits(order, 'refund'))
      return [`order ${order._id} is cancelled and keeps ${payment.paidFen - payment.refundedFen} fen`]
    return []
  }
  const stray = strays(payment).find((one) => one.transactionId === transactionId)
  if (!stray) return willAsk(order, until) ? [] : [`order ${order._id} does not know that ${outTradeNo} was paid`]
  if (stray.paidFen !== totalFee) return [`order ${order._id}: stray of ${stray.paidFen}, WeChat says ${totalFee}`]
  if (stray.sentBackAt && refunded !== totalFee) return [`order ${order._id}: stray sent back, WeChat: ${refunded}`]
  if (!stray.sentBackAt && !waits(order, 'sendBack')) return [`order ${order._id} keeps the stray ${outTradeNo}`]
  return []
}

/** Money that only we believe in. */
function claimedOnly({ _id, payment }: OrderDoc, paid: readonly WechatOrder[]): string[] {
  const claimed = [payment.transactionId, ...strays(payment).map(({ transactionId }) => transactionId)]
  return claimed
    .filter((id) => id !== undefined && !paid.some(({ transactionId }) => transactionId === id))
    .map((id) => `order ${_id} counts a payment ${String(id)} that WeChat does not know`)
}

/** Whether the order will still ask WeChat about its payments: before it expires, or to close what is open. */
function willAsk(order: OrderDoc, until: Instant): boolean {
  return (order.state === 'placed' && until < order.payBy) || waits(order, 'closePayment')
}

/** Paid minus refunded at WeChat = the same on our orders, with strays that are still to go back. */
function brokenTotal(
  orders: readonly OrderDoc[],
  paid: readonly WechatOrder[],
  refunds: readonly WechatRefund[],
  until: Instant,
): string[] {
  // While money is on its way the two sides may differ; each such payment is accounted for by itself.
  const still = orders.filter((order) => !willAsk(order, until) && !waits(order, 'refund') && !waits(order, 'sendBack'))
  const quiet = new Set(still.map(({ _id }) => _id))
  const settled = ({ outTradeNo }: { outTradeNo: string }) => quiet.has(orderNoOf(outTradeNo))
  const there =
    sum(paid.filter(settled).map(({ totalFee }) => totalFee)) -
    sum(refunds.filter(settled).map(({ refundFee }) => refundFee))
  const here = sum(still.map(({ payment }) => payment.paidFen - payment.refundedFen))
  return there === here ? [] : [`WeChat keeps ${there} fen for us, our orders account for ${here}`]
}

function orderNoOf(outTradeNo: string): string {
  return outTradeNo.replace(/P\d+$/, '')
}

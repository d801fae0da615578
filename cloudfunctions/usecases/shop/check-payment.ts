import type { Input, OrderView } from '../../../contract'
import type { Context } from '../core/answer'
import { settleOrder } from '../payment/settle'
import { askWeChatPay } from './ask-wechat-pay'
import { showOrder } from './get-order'
import { readOwnOrder } from './own'

/**
 * After the sheet closes: asks WeChat about every attempt until one is paid, and answers with the order as it then
 * stands (O7). The page's own word about the payment is never asked for. Throws PAYMENT_UNAVAILABLE.
 */
export async function checkPayment(
  { ports, openid }: Context,
  { no }: Input<'orders.checkPayment'>,
): Promise<OrderView> {
  const order = await readOwnOrder(ports, openid, no)
  if (order.payment.state !== 'due' || order.payment.attempts.length === 0) return showOrder(ports, order)
  for (const { outTradeNo } of [...order.payment.attempts].reverse()) {
    const { kind } = await askWeChatPay(ports, no, () => settleOrder(ports, outTradeNo))
    if (kind === 'settled') break
  }
  return showOrder(ports, await readOwnOrder(ports, openid, no))
}

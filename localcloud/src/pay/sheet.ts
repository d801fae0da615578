import type { Records } from '../data/records'
import type { Notices } from './notices'
import { type Order, type Orders, payTime } from './orders'

export interface SheetAnswer {
  errMsg: string
}
interface Sheet {
  prepayId: string
  choice: 'pay' | 'cancel'
  openid: string
}

/** What the callback function of a payment gets. Source: WeChat docs, paymentCallback. */
const noticeOf = (order: Order, appId: string): object => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  appid: appId,
  subAppid: appId,
  mchId: '1800008281',
  subMchId: order.subMchId,
  openid: order.openid,
  subOpenid: order.openid,
  isSubscribe: 'N',
  subIsSubscribe: 'N',
  tradeType: 'JSAPI',
  bankType: 'OTHERS',
  feeType: 'CNY',
  totalFee: order.totalFee,
  cashFee: order.totalFee,
  transactionId: order.transactionId,
  outTradeNo: order.outTradeNo,
  timeEnd: payTime(order.paidAt ?? 0),
  nonceStr: order.nonceStr,
})

/**
 * What the payment sheet on a phone does: the shopper pays or cancels. A payment and its notice are kept together; the
 * notice is delivered once before this resolves.
 */
export function sheetPlayer(records: Records, orders: Orders, notices: Notices, appId: string) {
  return async ({ prepayId, choice, openid }: Sheet): Promise<SheetAnswer> => {
    const order = orders.findByPrepayId(prepayId.replace(/^prepay_id=/, ''))
    if (!order) return { errMsg: 'requestPayment:fail 支付验证签名失败' }
    if (order.openid !== openid) return { errMsg: 'requestPayment:fail 下单账号与支付账号不一致' }
    if (choice === 'cancel') return { errMsg: 'requestPayment:fail cancel' }
    const outcome = records.atomically(() => {
      const paid = orders.pay(order)
      return 'refused' in paid ? paid : notices.queue(paid.functionName, noticeOf(paid, appId))
    })
    if (typeof outcome !== 'function') return { errMsg: `requestPayment:fail ${outcome.refused}` }
    await outcome()
    return { errMsg: 'requestPayment:ok' }
  }
}

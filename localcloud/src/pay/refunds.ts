import { type Jobs } from '../clock/jobs'
import { type Records } from '../data/records'
import { REFUND_DELAY_MS, REFUND_NO } from '../limits'
import { type PayAnswer, type PayRequest, businessFailure, communicationFailure, success } from './answers'
import { type Notices } from './notices'
import { type Order, type Orders, payTime } from './orders'

export interface Refund {
  outRefundNo: string
  refundId: string
  outTradeNo: string
  /** Fen. */
  refundFee: number
  functionName: string
  status: 'PROCESSING' | 'SUCCESS'
  /** Local time, ms. */
  createdAt: number
  succeededAt: number | null
}
export interface Refunds {
  refund(request: PayRequest): PayAnswer
  queryRefund(request: PayRequest): PayAnswer
  list(): Refund[]
}

interface Options {
  records: Records
  jobs: Jobs
  orders: Orders
  notices: Notices
  now(): number
  appId: string
}

export function openRefunds({ records, jobs, orders, notices, now, appId }: Options): Refunds {
  const all = (): Refund[] => records.list<Refund>('refund')
  const of = (order: Order): Refund[] => all().filter(({ outTradeNo }) => outTradeNo === order.outTradeNo)
  const answer = (order: Order, refund: Refund): PayAnswer =>
    success(appId, order.subMchId, {
      transaction_id: order.transactionId,
      out_trade_no: order.outTradeNo,
      out_refund_no: refund.outRefundNo,
      refund_id: refund.refundId,
      refund_fee: refund.refundFee,
      total_fee: order.totalFee,
      cash_fee: order.totalFee,
      cash_refund_fee: refund.refundFee,
    })

  const noticeOf = (order: Order, refund: Refund): object => ({
    returnCode: 'SUCCESS',
    appid: appId,
    mchId: '1800008281',
    subMchId: order.subMchId,
    outTradeNo: order.outTradeNo,
    transactionId: order.transactionId,
    outRefundNo: refund.outRefundNo,
    refundId: refund.refundId,
    totalFee: order.totalFee,
    refundFee: refund.refundFee,
    settlementRefundFee: refund.refundFee,
    refundStatus: 'SUCCESS',
    successTime: payTime(now()),
    refundRecvAccout: '支付用户零钱',
  })

  jobs.handle('refund', async ({ outRefundNo }: { outRefundNo: string }) => {
    const refund = records.get<Refund>('refund', outRefundNo)
    const order = refund && orders.find({ outTradeNo: refund.outTradeNo })
    if (!refund || !order || refund.status === 'SUCCESS') return
    const deliver = records.atomically(() => {
      records.put('refund', outRefundNo, { ...refund, status: 'SUCCESS', succeededAt: now() })
      return refund.functionName === '' ? undefined : notices.queue(refund.functionName, noticeOf(order, refund))
    })
    await deliver?.()
  })

  return {
    list: all,
    refund(request) {
      const { out_refund_no: no, refund_fee: fee, total_fee: total, out_trade_no: trade, transaction_id: id } = request
      if (typeof no !== 'string' || !REFUND_NO.test(no)) return communicationFailure('参数错误:out_refund_no')
      if (typeof fee !== 'number' || !Number.isInteger(fee) || fee <= 0)
        return communicationFailure('参数错误:refund_fee')
      const order = orders.find(typeof trade === 'string' ? { outTradeNo: trade } : { transactionId: String(id ?? '') })
      if (!order || order.paidAt === null) return businessFailure('ORDERNOTEXIST', '订单不存在')
      if (total !== order.totalFee) return businessFailure('INVALID_REQUEST', '订单金额不一致')
      const before = records.get<Refund>('refund', no)
      if (before) {
        const same = before.outTradeNo === order.outTradeNo && before.refundFee === fee
        return same ? answer(order, before) : businessFailure('INVALID_REQUEST', '商户退款单号重复')
      }
      const refunded = of(order).reduce((sum, { refundFee }) => sum + refundFee, 0)
      if (refunded + fee > order.totalFee) return businessFailure('REFUND_FEE_MISMATCH', '申请退款金额大于可退金额')
      const refund: Refund = {
        outRefundNo: no,
        refundId: `50${payTime(now())}${String(all().length + 1).padStart(12, '0')}`,
        outTradeNo: order.outTradeNo,
        refundFee: fee,
        functionName: typeof request.function_name === 'string' ? request.function_name : '',
        status: 'PROCESSING',
        createdAt: now(),
        succeededAt: null,
      }
      records.atomically(() => {
        records.put('refund', no, refund)
        orders.setState(order, 'REFUND')
        jobs.add(now() + REFUND_DELAY_MS, { kind: 'refund', payload: { outRefundNo: no } })
      })
      return answer(order, refund)
    },
    queryRefund(request) {
      const { out_refund_no: no, out_trade_no: trade } = request
      const wanted = all().filter((refund) =>
        typeof no === 'string' ? refund.outRefundNo === no : refund.outTradeNo === trade,
      )
      const order = wanted[0] && orders.find({ outTradeNo: wanted[0].outTradeNo })
      if (!order) return businessFailure('REFUNDNOTEXIST', '退款订单查询失败')
      const lines = wanted.flatMap((refund, i): [string, unknown][] => [
        [`out_refund_no_${i}`, refund.outRefundNo],
        [`refund_id_${i}`, refund.refundId],
        [`refund_fee_${i}`, refund.refundFee],
        [`refund_status_${i}`, refund.status],
        ...(refund.succeededAt === null
          ? []
          : [[`refund_success_time_${i}`, payTime(refund.succeededAt)] as [string, unknown]]),
      ])
      return success(appId, order.subMchId, {
        out_trade_no: order.outTradeNo,
        transaction_id: order.transactionId,
        total_fee: order.totalFee,
        refund_count: wanted.length,
        ...Object.fromEntries(lines),
      })
    },
  }
}

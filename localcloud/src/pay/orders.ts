import { randomBytes } from 'node:crypto'
import { type Records } from '../data/records'
import { MAX_GOODS_TEXT, PREPAY_LIFETIME_MS, TRADE_NO } from '../limits'
import { type PayAnswer, type PayRequest, businessFailure, communicationFailure, success } from './answers'

export interface Order {
  outTradeNo: string
  prepayId: string
  /** Empty until it is paid. */
  transactionId: string
  body: string
  /** Fen. */
  totalFee: number
  openid: string
  subMchId: string
  functionName: string
  nonceStr: string
  /** Local time, ms. */
  createdAt: number
  paidAt: number | null
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND'
}
export interface Orders {
  unifiedOrder(request: PayRequest, openid: string | undefined): PayAnswer
  queryOrder(request: PayRequest): PayAnswer
  closeOrder(request: PayRequest): PayAnswer
  find(key: { outTradeNo?: string; transactionId?: string }): Order | undefined
  findByPrepayId(prepayId: string): Order | undefined
  /** Marks an order paid; answers why not when it cannot be. */
  pay(order: Order): Order | { refused: string }
  setState(order: Order, state: Order['state']): void
  list(): Order[]
}

const digits = (count: number): string =>
  BigInt(`0x${randomBytes(16).toString('hex')}`)
    .toString()
    .padStart(40, '0')
    .slice(-count)

/** 20260901103000 in Shanghai's time, as WeChat Pay writes it. */
export const payTime = (at: number): string => new Date(at + 8 * 3600_000).toISOString().replace(/\D/g, '').slice(0, 14)

function refuseRequest(request: PayRequest): string | undefined {
  const {
    out_trade_no: no,
    total_fee: fee,
    body,
    function_name: fn,
    env_id: env,
    sub_mch_id: mch,
    trade_type: type,
  } = request
  if (typeof no !== 'string' || !TRADE_NO.test(no)) return '参数错误:输入的商户订单号有误'
  if (typeof fee !== 'number' || !Number.isInteger(fee) || fee <= 0) return '参数错误:total_fee 必须为正整数'
  if (typeof body !== 'string' || body === '' || Buffer.byteLength(body) > MAX_GOODS_TEXT)
    return '参数错误:body 格式有误'
  if (typeof mch !== 'string' || mch === '') return '缺少参数:sub_mch_id'
  if (typeof fn !== 'string' || fn === '') return '缺少参数:function_name'
  if (typeof env !== 'string' || env === '') return '缺少参数:env_id'
  if (type !== undefined && type !== 'JSAPI') return '参数错误:trade_type'
  return undefined
}

export function openOrders(records: Records, now: () => number, appId: string): Orders {
  const all = (): Order[] => records.list<Order>('order')
  const save = (order: Order): Order => {
    records.put('order', order.outTradeNo, order)
    return order
  }
  const find: Orders['find'] = ({ outTradeNo, transactionId }) =>
    outTradeNo !== undefined
      ? records.get<Order>('order', outTradeNo)
      : transactionId
        ? all().find((order) => order.transactionId === transactionId)
        : undefined
  const keyOf = ({ out_trade_no: no, transaction_id: id }: PayRequest): Parameters<Orders['find']>[0] =>
    typeof no === 'string' ? { outTradeNo: no } : { transactionId: String(id ?? '') }
  const packageOf = (order: Order): PayAnswer => {
    const nonceStr = randomBytes(16).toString('hex')
    return success(appId, order.subMchId, {
      prepay_id: order.prepayId,
      trade_type: 'JSAPI',
      payment: {
        appId,
        timeStamp: String(Math.floor(now() / 1000)),
        nonceStr,
        package: `prepay_id=${order.prepayId}`,
        signType: 'MD5',
        paySign: randomBytes(16).toString('hex').toUpperCase(),
      },
    })
  }
  return {
    find,
    list: all,
    findByPrepayId: (prepayId) => all().find((order) => order.prepayId === prepayId),
    setState: (order, state) => void save({ ...order, state }),
    unifiedOrder(request, openid) {
      const wrong = refuseRequest(request)
      if (wrong) return communicationFailure(wrong)
      const payer = openid ?? (typeof request.sub_openid === 'string' ? request.sub_openid : undefined)
      if (!payer) return communicationFailure('缺少参数:sub_openid')
      const before = find({ outTradeNo: String(request.out_trade_no) })
      if (before) {
        if (before.state === 'SUCCESS' || before.state === 'REFUND') return businessFailure('ORDERPAID', '该订单已支付')
        if (before.state === 'CLOSED') return businessFailure('ORDERCLOSED', '该订单已关闭')
        if (before.totalFee !== request.total_fee || before.openid !== payer) {
          return businessFailure('OUT_TRADE_NO_USED', '商户订单号重复')
        }
        return packageOf(before)
      }
      return packageOf(
        save({
          outTradeNo: String(request.out_trade_no),
          prepayId: `wx${payTime(now())}${digits(22)}`,
          transactionId: '',
          body: String(request.body),
          totalFee: Number(request.total_fee),
          openid: payer,
          subMchId: String(request.sub_mch_id),
          functionName: String(request.function_name),
          nonceStr: String(request.nonce_str ?? ''),
          createdAt: now(),
          paidAt: null,
          state: 'NOTPAY',
        }),
      )
    },
    queryOrder(request) {
      const order = find(keyOf(request))
      if (!order) return businessFailure('ORDERNOTEXIST', '此交易订单号不存在')
      const paid =
        order.paidAt === null
          ? {}
          : {
              transaction_id: order.transactionId,
              cash_fee: order.totalFee,
              time_end: payTime(order.paidAt),
              bank_type: 'OTHERS',
              trade_type: 'JSAPI',
              sub_openid: order.openid,
              openid: order.openid,
            }
      return success(appId, order.subMchId, {
        out_trade_no: order.outTradeNo,
        total_fee: order.totalFee,
        trade_state: order.state,
        ...paid,
      })
    },
    closeOrder(request) {
      const order = find(keyOf(request))
      if (!order) return businessFailure('ORDERNOTEXIST', '订单不存在')
      if (order.state === 'SUCCESS' || order.state === 'REFUND') return businessFailure('ORDERPAID', '该订单已支付')
      save({ ...order, state: 'CLOSED' })
      return success(appId, order.subMchId, {})
    },
    pay(order) {
      if (order.state === 'CLOSED') return { refused: '该订单已关闭' }
      if (order.state !== 'NOTPAY') return { refused: '该订单已支付' }
      if (now() - order.createdAt > PREPAY_LIFETIME_MS) return { refused: '订单已过期' }
      return save({
        ...order,
        state: 'SUCCESS',
        paidAt: now(),
        transactionId: `42${payTime(now()).slice(0, 8)}${digits(18)}`,
      })
    },
  }
}

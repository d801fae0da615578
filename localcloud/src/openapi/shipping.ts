import { type Records } from '../data/records'
import { MAX_PARCELS } from '../limits'
import { type Order } from '../pay/orders'
import { type Parcels } from './logistics'
import { type OpenApi, OpenApiError } from './registry'

export interface ShippingInfo {
  outTradeNo: string
  at: string
  uploads: number
  info: Record<string, unknown>
}
interface Parcel {
  tracking_no?: unknown
  express_company?: unknown
  item_desc?: unknown
}
const EXPRESS = 1

const malformed = (what: string): OpenApiError => new OpenApiError(47001, `data format error: ${what}`)

function readParcels({
  shipping_list: list,
  delivery_mode: mode,
  logistics_type: type,
}: Record<string, unknown>): Parcel[] {
  if (!Array.isArray(list) || list.length === 0) throw malformed('shipping_list must be an array')
  if (list.length > (mode === 2 ? MAX_PARCELS : 1)) throw malformed('too many entries in shipping_list')
  for (const { tracking_no: waybill, express_company: company, item_desc: text } of list as Parcel[]) {
    if (typeof text !== 'string' || text === '') throw malformed('item_desc')
    if (
      type === EXPRESS &&
      (typeof waybill !== 'string' || waybill === '' || typeof company !== 'string' || company === '')
    ) {
      throw malformed('tracking_no and express_company')
    }
  }
  return list as Parcel[]
}

/**
 * Shipping info that a shop hands in so that its money is released. Rules and error codes: WeChat docs,
 * order-shipping (a payment can be corrected once).
 */
export function shippingApis(
  records: Records,
  parcels: Parcels,
  iso: () => string,
  findOrder: (key: { outTradeNo?: string; transactionId?: string }) => Order | undefined,
): Record<string, OpenApi> {
  return {
    'wxa.sec.order.uploadShippingInfo'(data) {
      const key = data.order_key as
        | { order_number_type?: number; transaction_id?: string; out_trade_no?: string }
        | undefined
      if (!key || ![1, 2].includes(Number(key.order_number_type))) throw malformed('order_key')
      if (![1, 2, 3, 4].includes(Number(data.logistics_type))) throw malformed('logistics_type')
      if (![1, 2].includes(Number(data.delivery_mode))) throw malformed('delivery_mode')
      if (typeof data.upload_time !== 'string' || Number.isNaN(Date.parse(data.upload_time)))
        throw malformed('upload_time')
      const list = readParcels(data)
      const order = findOrder(
        key.order_number_type === 2
          ? { transactionId: key.transaction_id ?? '' }
          : { outTradeNo: key.out_trade_no ?? '' },
      )
      if (!order || order.state !== 'SUCCESS') throw new OpenApiError(10060001, '支付单不存在')
      const payer = (data.payer as { openid?: string } | undefined)?.openid
      if (payer !== order.openid) throw new OpenApiError(40003, 'invalid payer openid')
      const before = records.get<ShippingInfo>('shipping', order.outTradeNo)
      if (before && before.uploads >= 2) throw new OpenApiError(10060003, '支付单已使用重新发货机会')
      records.atomically(() => {
        records.put('shipping', order.outTradeNo, {
          outTradeNo: order.outTradeNo,
          at: iso(),
          uploads: (before?.uploads ?? 0) + 1,
          info: data,
        })
        if (data.logistics_type !== EXPRESS) return
        for (const { tracking_no: waybill, express_company: company } of list)
          parcels.start(String(company), String(waybill), order.openid)
      })
      return {}
    },
    'wxa.sec.order.getOrder'(data) {
      const order = findOrder({
        ...(data.transaction_id ? { transactionId: String(data.transaction_id) } : {}),
        ...(data.merchant_trade_no ? { outTradeNo: String(data.merchant_trade_no) } : {}),
      })
      if (!order) throw new OpenApiError(10060001, '支付单不存在')
      const shipping = records.get<ShippingInfo>('shipping', order.outTradeNo)
      const order_state = order.state === 'REFUND' ? 5 : shipping ? 2 : 1
      return {
        order: {
          transaction_id: order.transactionId,
          merchant_trade_no: order.outTradeNo,
          openid: order.openid,
          paid_amount: order.totalFee,
          order_state,
        },
      }
    },
  }
}

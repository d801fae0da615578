import type { Instant } from '../../domain/time'
import { openapi } from './openapi'
import type { ShippingInfo } from './ports'

const BY_TRANSACTION = 2
const EXPRESS = 1
const UNIFIED = 1
const SPLIT = 2
const MAX_DESCRIPTION = 120
/** WeChat takes no more in one split shipment. */
const MAX_PARCELS = 15
const SHANGHAI_AHEAD_MS = 8 * 3600 * 1000

/** WeChat's shipping information (S8). The payment is named by its transaction: with cloudPay the merchant number is not ours. */
export function createShippingInfo(): ShippingInfo {
  return {
    async upload(shipment) {
      await openapi().wxa.sec.order.uploadShippingInfo({
        orderKey: { orderNumberType: BY_TRANSACTION, transactionId: shipment.transactionId },
        logisticsType: EXPRESS,
        deliveryMode: shipment.split ? SPLIT : UNIFIED,
        ...(shipment.split ? { isAllDelivered: shipment.complete } : {}),
        shippingList: shipment.parcels.slice(0, MAX_PARCELS).map(({ carrier, waybill, description }) => ({
          trackingNo: waybill,
          expressCompany: carrier,
          itemDesc: [...description].slice(0, MAX_DESCRIPTION).join(''),
          contact: { receiverContact: shipment.receiverPhone },
        })),
        uploadTime: inShanghai(shipment.at),
        payer: { openid: shipment.openid },
      })
    },
  }
}

/** RFC 3339 with milliseconds and Shanghai's offset, as WeChat wants it. */
export function inShanghai(at: Instant): string {
  return new Date(Date.parse(at) + SHANGHAI_AHEAD_MS).toISOString().replace('Z', '+08:00')
}

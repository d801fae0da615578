import { maskPhone } from '../../../domain/address'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { lineTitle, parcelLines, type OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { orderOnce } from '../core/known'

/**
 * WeChat learns of the parcel, else the payment stays frozen (S8). Orders that WeChat did not take money for have none.
 * WeChat lets a payment's shipping be corrected once, so an order of several parcels is told of when its first one leaves
 * and when its last one does, each time with every parcel that has left. Throws while the order has not heard of the
 * parcel: counting without it, two parcels that leave at once would each think the other is still here.
 */
export async function uploadShipping(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const { waybill } = parcel
  const order = await orderOnce(ports, parcel.orderNo)
  if (!waybill || !order.payment.transactionId) return
  if (!order.parcels[parcel._id]?.waybill) throw new Error(`${order._id} has not heard of ${parcel._id} yet`)
  const count = parcelLines(order.lines).length
  const parcels = leftSoFar(order)
  const complete = parcels.length === count
  if (parcels.length > 1 && !complete) return
  await ports.shipping.upload({
    transactionId: order.payment.transactionId,
    openid: order.openid,
    parcels,
    split: count > 1,
    complete,
    at: waybill.at,
    receiverPhone: maskPhone(order.address.phone),
  })
}

function leftSoFar(order: OrderDoc) {
  return parcelLines(order.lines).flatMap((lines, i) => {
    const waybill = order.parcels[`${order._id}-F${i + 1}`]?.waybill
    const description = lines.map((line) => lineTitle(line).zh).join('；')
    return waybill ? [{ carrier: waybill.carrier, waybill: waybill.no, description }] : []
  })
}

import { maskPhone } from '../../../domain/address'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { lineTitle, type OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'

/** WeChat learns of the parcel, else the payment stays frozen (S8). Orders that WeChat did not take money for have none. */
export async function uploadShipping(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const { waybill } = parcel
  const order = await ports.db.get('orders', parcel.orderNo)
  if (!waybill || !order?.payment.transactionId) return
  await ports.shipping.upload({
    transactionId: order.payment.transactionId,
    openid: order.openid,
    carrier: waybill.carrier,
    waybill: waybill.no,
    description: parcel.lines.map((line) => lineTitle(line).zh).join('；'),
    split: Object.keys(order.parcels).length > 1,
    allDelivered: othersHaveLeft(order, parcel._id),
    at: waybill.at,
    receiverPhone: maskPhone(order.address.phone),
  })
}

function othersHaveLeft(order: OrderDoc, parcelId: string): boolean {
  return Object.values(order.parcels).every((other) => other.id === parcelId || other.shippedAt !== undefined)
}

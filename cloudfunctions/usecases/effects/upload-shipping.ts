import { maskPhone } from '../../../domain/address'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { plannedId } from '../../../domain/fulfilment/fruit'
import { allOnTheWay, lineTitle, parcelId, parcelLines, type OrderDoc } from '../../../domain/order/order'
import type { Ports } from '../../ports/ports'
import { orderOnce } from '../core/known'

/**
 * WeChat learns of the parcel, else the payment stays frozen (S8). Orders that WeChat did not take money for have none.
 * WeChat lets a payment's shipping be corrected once, so an order of several parcels is told of when its first one leaves
 * and when its last one does, each time with every parcel that has left. Throws while the order has not heard of the
 * parcel: counting without it, two parcels that leave at once would each think the other is still here. A parcel whose
 * money went back may leave nothing to be sent: then what has left is all (I4).
 */
export async function uploadShipping(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const order = await orderOnce(ports, parcel.orderNo)
  if (!order.payment.transactionId) return
  const known = order.parcels[parcel._id]
  if (!known?.waybill && !known?.lost) throw new Error(`${order._id} has not heard of ${parcel._id} yet`)
  const left = leftSoFar(order)
  const complete = allOnTheWay(order)
  if (left.length === 0 || (!complete && (left.length > 1 || known.lost))) return
  await ports.shipping.upload({
    transactionId: order.payment.transactionId,
    openid: order.openid,
    parcels: left.map(({ carrier, waybill, description }) => ({ carrier, waybill, description })),
    split: Object.keys(order.parcels).length > 1 || parcelLines(order.lines).length > 1,
    complete,
    at: left.reduce((latest, { at }) => (at > latest ? at : latest), left[0].at),
    receiverPhone: maskPhone(order.address.phone),
  })
}

function leftSoFar(order: OrderDoc) {
  const parcels = Object.values(order.parcels)
  return parcelLines(order.lines).flatMap((lines, i) => {
    const description = lines.map((line) => lineTitle(line).zh).join('；')
    return parcels
      .filter(({ id }) => plannedId(id) === parcelId(order._id, i + 1))
      .flatMap(({ waybill, shippedAt: at }) =>
        waybill && at ? [{ carrier: waybill.carrier, waybill: waybill.no, description, at }] : [],
      )
  })
}

import type { PackingRow, ShippedRow } from '../../../contract'
import { parcelActions } from '../../../domain/actions'
import { MASKED_DETAIL, maskName, maskPhone, type Address } from '../../../domain/address'
import { suggestCarrier } from '../../../domain/carriers'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { lineView, type Links } from './line-view'

/** An address as it is shown while nobody needs it: the region, and no more of the person than a first character. */
export function maskedAddress({ name, phone, province, city, district }: Address): Address {
  return { name: maskName(name), phone: maskPhone(phone), province, city, district, detail: MASKED_DETAIL }
}

/** One row of the picking list (S6). */
export function packingRow(parcel: FulfilmentDoc, address: Address, links: Links): PackingRow {
  const entered = parcel.history.find(({ to }) => to === 'packing')
  return {
    id: parcel._id,
    orderNo: parcel.orderNo,
    state: parcel.state,
    place: parcel.place,
    code: parcel.code,
    lines: parcel.lines.map((line) => lineView(line, links)),
    pieces: piecesIn(parcel),
    to: maskedAddress(address),
    suggestedCarrier: suggestCarrier(address.province),
    actions: parcelActions(parcel, 'merchant'),
    since: entered?.at ?? parcel.createdAt,
  }
}

/** A parcel on its way; null while it has no waybill. */
export function shippedRow(parcel: FulfilmentDoc, links: Links): ShippedRow | null {
  if (!parcel.waybill) return null
  return {
    id: parcel._id,
    orderNo: parcel.orderNo,
    lines: parcel.lines.map((line) => lineView(line, links)),
    pieces: piecesIn(parcel),
    waybill: parcel.waybill,
    track: parcel.track,
    state: parcel.state,
  }
}

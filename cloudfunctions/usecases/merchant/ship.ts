import type { Input, PackingList } from '../../../contract'
import { isCarrier, tidyWaybill, waybillRefusal } from '../../../domain/carriers'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { Refused, reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { listPacking } from './packing'
import { asMerchant } from './staff'

/**
 * The parcel is handed to the carrier (S7). The waybill is claimed first, which makes it unique; it is given back if
 * the parcel may not leave. Throws CARRIER_UNKNOWN, WAYBILL_INVALID, WAYBILL_USED, HOLD_OPEN.
 */
export async function ship(context: Context, input: Input<'packing.ship'>): Promise<PackingList> {
  const { ports } = context
  const { id, key, carrier, waybill } = input
  const invalid = waybillRefusal(carrier, waybill)
  if (invalid) throw new Refused(invalid)
  if (!isCarrier(carrier)) return reject('CARRIER_UNKNOWN', {}, 'carrier')
  const waybillId = `${carrier}:${tidyWaybill(waybill)}`
  const claimed = await claimWaybill(ports, waybillId, id)
  try {
    const shipped = await changeFulfilment(ports, id, { type: 'ship', carrier, waybill }, asMerchant(context), { key })
    // The same tap with another waybill: the parcel has left with the first one.
    if (waybillOf(shipped) !== waybillId) reject('NOT_ALLOWED_NOW')
  } catch (error) {
    if (claimed === 'new') await releaseWaybill(ports, waybillId, id)
    throw error
  }
  return listPacking(context)
}

// A waybill that was given back stays as a document without an owner, and may be claimed again. So may one whose parcel
// left with another: its function ended between the claim and the write.
async function claimWaybill(ports: Ports, _id: string, fulfilmentId: string): Promise<'new' | 'ours'> {
  if ((await ports.db.insert('waybills', { _id, fulfilmentId })) === 'inserted') return 'new'
  if (await takeOver(ports, _id, '', fulfilmentId)) return 'new'
  const owner = (await ports.db.get('waybills', _id))?.fulfilmentId ?? ''
  if (owner === fulfilmentId) return 'ours'
  const parcel = await ports.db.get('fulfilments', owner)
  const unused = parcel?.waybill && waybillOf(parcel) !== _id
  if (unused && (await takeOver(ports, _id, owner, fulfilmentId))) return 'new'
  return reject('WAYBILL_USED', { parcel: orderOf(owner) }, 'waybill')
}

function takeOver(ports: Ports, _id: string, from: string, to: string): Promise<boolean> {
  return ports.db.update('waybills', { _id, fulfilmentId: from }, { set: { fulfilmentId: to } })
}

async function releaseWaybill(ports: Ports, _id: string, fulfilmentId: string): Promise<void> {
  const parcel = await ports.db.get('fulfilments', fulfilmentId)
  if (!parcel || waybillOf(parcel) !== _id) await takeOver(ports, _id, fulfilmentId, '')
}

function waybillOf({ waybill }: FulfilmentDoc): string | null {
  return waybill && `${waybill.carrier}:${waybill.no}`
}

function orderOf(fulfilmentId: string): string {
  return fulfilmentId.replace(/-F\d+$/, '')
}

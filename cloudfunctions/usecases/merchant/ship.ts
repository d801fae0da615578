import type { Input, PackingList } from '../../../contract'
import { isCarrier, tidyWaybill, waybillRefusal } from '../../../domain/carriers'
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
    await changeFulfilment(ports, id, { type: 'ship', carrier, waybill }, asMerchant(context), { key })
  } catch (error) {
    if (claimed === 'new') await releaseWaybill(ports, waybillId, id)
    throw error
  }
  return listPacking(context)
}

// A waybill that was given back stays as a document without an owner, and may be claimed again.
async function claimWaybill(ports: Ports, _id: string, fulfilmentId: string): Promise<'new' | 'ours'> {
  if ((await ports.db.insert('waybills', { _id, fulfilmentId })) === 'inserted') return 'new'
  if (await ports.db.update('waybills', { _id, fulfilmentId: '' }, { set: { fulfilmentId } })) return 'new'
  const known = await ports.db.get('waybills', _id)
  if (known?.fulfilmentId === fulfilmentId) return 'ours'
  return reject('WAYBILL_USED', { parcel: orderOf(known?.fulfilmentId ?? '') }, 'waybill')
}

async function releaseWaybill(ports: Ports, _id: string, fulfilmentId: string): Promise<void> {
  const parcel = await ports.db.get('fulfilments', fulfilmentId)
  if (parcel?.waybill && _id === `${parcel.waybill.carrier}:${parcel.waybill.no}`) return
  await ports.db.update('waybills', { _id, fulfilmentId }, { set: { fulfilmentId: '' } })
}

function orderOf(fulfilmentId: string): string {
  return fulfilmentId.replace(/-F\d+$/, '')
}

import type { Input, PackingList } from '../../../contract'
import { isCarrier, tidyWaybill, waybillRefusal } from '../../../domain/carriers'
import { decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { alreadyDone } from '../../../domain/history'
import { Refused, reject } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { listPacking } from './packing'
import { asMerchant } from './staff'

type Ship = Extract<FulfilmentCommand, { type: 'ship' }>

/**
 * The parcel is handed to the carrier (S7). A parcel that may not leave is refused without a trace; then the waybill is
 * claimed, which makes it unique, and given back if the parcel was moved meanwhile. Throws CARRIER_UNKNOWN,
 * WAYBILL_INVALID, WAYBILL_USED, HOLD_OPEN.
 */
export async function ship(context: Context, input: Input<'packing.ship'>): Promise<PackingList> {
  const { ports } = context
  const { id, key, carrier, waybill } = input
  const invalid = waybillRefusal(carrier, waybill)
  if (invalid) throw new Refused(invalid)
  if (!isCarrier(carrier)) return reject('CARRIER_UNKNOWN', {}, 'carrier')
  const command: Ship = { type: 'ship', carrier, waybill }
  const parcel = (await ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN')
  refuseIfMayNotLeave(context, parcel, command, key)
  const waybillId = `${carrier}:${tidyWaybill(waybill)}`
  const claimed = await claimWaybill(ports, waybillId, id)
  try {
    const shipped = await changeFulfilment(ports, id, command, asMerchant(context), { key, loaded: parcel })
    // The same tap with another waybill: the parcel has left with the first one.
    if (waybillOf(shipped) !== waybillId) reject('NOT_ALLOWED_NOW')
  } catch (error) {
    if (claimed === 'new') await releaseWaybill(ports, waybillId, id)
    throw error
  }
  return listPacking(context)
}

function refuseIfMayNotLeave(context: Context, parcel: FulfilmentDoc, command: Ship, key: string): void {
  const by = asMerchant(context)
  if (alreadyDone(parcel.history, key, command.type, by)) return
  const decision = decideFulfilment(command, parcel, by, context.ports.now())
  if (!decision.ok) throw new Refused(decision.refusal)
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
  return fulfilmentId.replace(/-F\d+[A-Z]?$/, '')
}

import type { BenchView, Input } from '../../../contract'
import type { FulfilmentCommand } from '../../../domain/fulfilment/decide'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { reject } from '../../../domain/refusals'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { knownDoc } from '../core/known'
import { claimPlace, releasePlace } from '../core/places'
import { showBench } from './intake'
import { asMerchant } from './staff'

/**
 * Consistent with the order (I2): the fruit gets a cold-room place, and the customer is asked (S1). The place is
 * claimed before the verdict is written, so that no fruit passes without one; it is given back if the verdict is
 * refused, and kept for the next try if it could not be written. Throws COLD_ROOM_FULL.
 */
export async function pass(context: Context, input: Input<'intake.pass'>): Promise<BenchView> {
  const { ports } = context
  const { id, key, photo, grade, grams, note } = input
  const parcel = (await ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN')
  // In any other state this is a repeat or will be refused; neither needs a place.
  const place = parcel.state === 'received' ? await claimPlace(ports, id) : ''
  const command: FulfilmentCommand = {
    type: 'pass',
    place,
    ...(photo ? { photo } : {}),
    ...(grade ? { grade } : {}),
    ...(grams ? { grams } : {}),
    ...(note ? { note } : {}),
  }
  try {
    const passed = await changeFulfilment(ports, id, command, asMerchant(context), { key, loaded: parcel })
    return await showBench(ports, passed)
  } finally {
    if (place) await giveBackUnused(context, id, place)
  }
}

// Another inspector may have passed it with another place, or sent it back; a place that it does not stand in is free.
// While it is on the bench nobody can tell: another inspector may have this very place in hand, so the parcel keeps it.
async function giveBackUnused({ ports }: Context, id: string, place: string): Promise<void> {
  if (knownDoc<FulfilmentDoc>(ports, id)?.place === place) return
  const now = await ports.db.get('fulfilments', id)
  if (now?.state !== 'received' && now?.place !== place) await releasePlace(ports, place, id)
}

/** Not consistent (I4): it goes back to its orchard with the reason and the photo. Throws REASON_MISSING. */
export async function mismatch(context: Context, input: Input<'intake.mismatch'>): Promise<BenchView> {
  const { ports } = context
  const { id, key, photo, reason } = input
  const command: FulfilmentCommand = { type: 'mismatch', note: reason, ...(photo ? { photo } : {}) }
  return showBench(ports, await changeFulfilment(ports, id, command, asMerchant(context), { key }))
}

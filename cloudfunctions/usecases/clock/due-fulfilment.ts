import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { HoldKind } from '../../../domain/holds'
import type { TrackEvent } from '../../../domain/carriers'
import type { Instant } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { changeFulfilment } from '../core/change'
import { relay } from '../core/relay'
import { CLOCK } from './due-order'

type Move = 'lapse' | 'overdue' | 'fallSilent' | 'endStorage' | 'remind'

/** What time asks of a parcel: the next orchard, the cold room, a reminder, the last day, news of its way. */
export async function workOnFulfilment(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const now = ports.now()
  const move = moveDue(parcel, now)
  if (move) {
    await changeFulfilment(ports, parcel._id, { type: move }, CLOCK, { loaded: parcel })
  } else if (parcel.state === 'shipped' && parcel.trackAt && now >= parcel.trackAt) {
    await follow(ports, parcel)
  } else {
    await relay(ports, 'fulfilments', parcel)
  }
}

function moveDue(parcel: FulfilmentDoc, now: Instant): Move | null {
  if (parcel.state === 'offered' && parcel.acceptBy && now >= parcel.acceptBy) return 'lapse'
  if (parcel.state === 'passed' && ended(parcel, 'confirmSend', now)) return 'fallSilent'
  const failed = parcel.state === 'mismatched' || parcel.state === 'escalated'
  if (failed && parcel.actBy && now >= parcel.actBy) return 'overdue'
  if (parcel.state !== 'stored') return null
  if (ended(parcel, 'coldStorage', now)) return 'endStorage'
  return parcel.storage && now >= parcel.storage.remindAt ? 'remind' : null
}

function ended(parcel: FulfilmentDoc, kind: HoldKind, now: Instant): boolean {
  return parcel.holds.some((hold) => hold.kind === kind && hold.until !== null && now >= hold.until)
}

// S9: the carrier's scans are kept; a signature is the delivery.
async function follow(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const events = await scansOf(ports, parcel)
  await changeFulfilment(ports, parcel._id, { type: 'track', events }, CLOCK, { loaded: parcel })
}

// A carrier that does not answer is asked again with the next round of tracking, not with every tick.
async function scansOf(ports: Ports, { _id, openid, waybill, track }: FulfilmentDoc): Promise<TrackEvent[]> {
  if (!waybill) return track
  try {
    return await ports.carriers.track({ openid, orderId: _id, carrier: waybill.carrier, waybill: waybill.no })
  } catch (error) {
    ports.log({ level: 'warn', what: 'tracking unavailable', doc: _id, message: String(error) })
    return track
  }
}

import type { PlaceDoc, WaybillDoc } from '../../cloudfunctions/collections'
import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import type { FulfilmentState } from '../../domain/fulfilment/machine'
import { byId, groupBy, waits, type Asked, type Dump } from './dump'

const IN_THE_COLD_ROOM: readonly FulfilmentState[] = ['passed', 'stored', 'packing']
const GONE: readonly FulfilmentState[] = ['shipped', 'delivered']

/** Each fulfilment's fruit is in exactly one place, leaves under one waybill, and never under a hold (S1-S7). */
export function brokenFruit({ documents }: Dump, asked: Asked): string[] {
  const { fulfilments, places, waybills } = documents
  const parcels = byId(fulfilments)
  const held = groupBy(
    places.filter(({ holder }) => holder !== ''),
    ({ holder }) => holder,
  )
  return [
    ...fulfilments.flatMap((parcel) => brokenPlace(parcel, held.get(parcel._id) ?? [], asked)),
    ...[...held.keys()].filter((id) => !parcels.has(id)).map((id) => `a place is held by ${id}, which is no parcel`),
    ...fulfilments.flatMap((parcel) => brokenWay(parcel, byId(waybills))),
    ...usedTwice(fulfilments),
  ]
}

function brokenPlace(parcel: FulfilmentDoc, held: readonly PlaceDoc[], { night }: Asked): string[] {
  const { _id, state, kind, place } = parcel
  const names = held.map((one) => one._id)
  const problems: string[] = []
  const stands = kind === 'custom' && IN_THE_COLD_ROOM.includes(state)
  if (stands !== (place !== null)) problems.push(`parcel ${_id} (${state}) stands at ${String(place)}`)
  if (place !== null && !names.includes(place)) problems.push(`parcel ${_id} stands at ${place}, which is not its own`)
  const extra = names.filter((name) => name !== place)
  if (extra.length === 0) return problems
  // On the bench one place may be kept for it already; everything else goes back with the effect or at night.
  const kept = state === 'received' && extra.length === 1
  if (!kept && night) problems.push(`parcel ${_id} (${state}) holds ${extra.join(', ')} without standing there`)
  if (!kept && !night && GONE.includes(state) && extra.length === 1 && !waits(parcel, 'freePlace')) {
    problems.push(`parcel ${_id} has left and holds ${extra.join(', ')}`)
  }
  return problems
}

function brokenWay(parcel: FulfilmentDoc, waybills: Map<string, WaybillDoc>): string[] {
  const { _id, state, holds, waybill } = parcel
  const gone = GONE.includes(state)
  const problems: string[] = []
  if (gone && holds.length > 0) problems.push(`parcel ${_id} has left under a hold: ${holds.map((one) => one.kind)}`)
  if (gone !== (waybill !== null)) problems.push(`parcel ${_id} (${state}) has the waybill ${waybill?.no}`)
  if (waybill && waybills.get(`${waybill.carrier}:${waybill.no}`)?.fulfilmentId !== _id) {
    problems.push(`parcel ${_id} left with ${waybill.no}, which is not its own`)
  }
  return problems
}

function usedTwice(parcels: readonly FulfilmentDoc[]): string[] {
  const used = parcels.filter(({ waybill }) => waybill)
  return [...groupBy(used, ({ waybill }) => `${waybill?.carrier}:${waybill?.no}`)]
    .filter(([, several]) => several.length > 1)
    .map(([waybill, several]) => `${waybill} was used for ${several.map(({ _id }) => _id).join(' and ')}`)
}

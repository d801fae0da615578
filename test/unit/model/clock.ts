import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { SIGNED } from '../../../domain/carriers'
import { autoReceiptAt } from '../../../domain/order/evolve'
import { earliest, later, NEVER } from '../../../domain/time'
import { by } from '../domain/given'
import { claimNamed, onClaim, onOrder, onParcel, parcelNamed, relayClaim, relayOrder, relayParcel } from './relay'
import { settleAt } from './till'
import type { World } from './world'

const clock = by('clock')
const SIGNED_AFTER_HOURS = 46

/** When something is due next. */
export function nextDue({ order, parcels, claims }: World): string {
  return earliest(order.dueAt, ...[...parcels.values(), ...claims.values()].map(({ dueAt }) => dueAt))
}

/** One round of the clock over everything that is due. */
export function tick(world: World): void {
  if (world.outage && world.now >= world.outage.until) world.outage = null
  if (world.order.dueAt <= world.now) workOnOrder(world)
  for (const id of [...world.parcels.keys()]) if (parcelNamed(world, id).dueAt <= world.now) workOnParcel(world, id)
  for (const id of [...world.claims.keys()]) if (claimNamed(world, id).dueAt <= world.now) workOnClaim(world, id)
}

function workOnClaim(world: World, id: string): void {
  for (const type of ['overdue', 'lapse'] as const) if (onClaim(world, id, { type }, clock) === 'done') return
  relayClaim(world, id)
}

// A payment whose notice is late is asked about before its order expires; without an answer nothing is cancelled.
function workOnOrder(world: World): void {
  const { order, now } = world
  if (order.state === 'placed' && now >= order.payBy) {
    if (world.outage?.what === 'pay' && world.payments.length > 0) return
    for (const payment of world.payments) settleAt(world, payment)
    if (world.order.state === 'placed') onOrder(world, { type: 'expire' }, clock)
  } else if (now >= autoReceiptAt(order)) onOrder(world, { type: 'complete' }, clock)
  else relayOrder(world)
}

function workOnParcel(world: World, id: string): void {
  const parcel = parcelNamed(world, id)
  for (const type of ['lapse', 'overdue', 'fallSilent', 'endStorage', 'remind'] as const) {
    if (onParcel(world, id, { type }, clock) === 'done') return
  }
  if (parcel.state !== 'shipped' || !parcel.trackAt || world.now < parcel.trackAt) return relayParcel(world, id)
  onParcel(world, id, { type: 'track', events: scansOf(parcel, world.now) }, clock)
}

function scansOf({ waybill }: FulfilmentDoc, now: string) {
  const at = waybill ? later(waybill.at, SIGNED_AFTER_HOURS, 'hour') : NEVER
  return now >= at ? [{ at, what: '快件已签收', action: SIGNED }] : []
}

import type { Counter } from '../../../domain/catalogue/counter'
import { plotCounter } from '../../../domain/catalogue/product'
import type { Effect } from '../../../domain/effects'
import { isReadable } from '../../../domain/message/outbox'
import type { OrderDoc } from '../../../domain/order/order'
import { compactDay } from '../../../domain/time'
import type { Documents } from '../../collections'
import type { Ports } from '../../ports/ports'
import { releasePlace } from '../core/places'
import { readAll, readByIds } from '../core/read-all'
import { returnTo } from '../core/stock'

interface Held {
  counterId: string
  holder: string
  pieces: number
}

/**
 * Gives back what some counters hold for nobody, because a function ended in between (O9): fruit of orders that were never
 * written or are over, an orchard's room for a parcel that went to another. Orders' holds of the running day are left
 * alone: their orders may be on the way.
 */
export async function releaseHolds(ports: Ports, counters: readonly Counter[]): Promise<void> {
  const held = counters.flatMap(({ _id, holds }) =>
    Object.entries(holds).map(([holder, pieces]): Held => ({ counterId: _id, holder, pieces })),
  )
  await releaseOrders(
    ports,
    held.filter(({ holder }) => isOrder(holder) && holder.slice(2, 8) !== compactDay(ports.now())),
  )
  await releasePlots(
    ports,
    held.filter(({ counterId }) => counterId.startsWith('plot:')),
  )
}

// An orchard's plot is held for parcels, whose ids are longer; an order's hold carries the day in its number.
function isOrder(holder: string): boolean {
  return /^GY\d{6}[0-9A-Z]+$/.test(holder)
}

async function releaseOrders(ports: Ports, held: readonly Held[]): Promise<void> {
  const known = await docsOf(ports, 'orders', held)
  for (const hold of held) if (!mayHold(known.get(hold.holder))) await giveBack(ports, hold)
}

// An order holds fruit until it is accepted or cancelled, and what follows from that has been done.
function mayHold(order: OrderDoc | undefined): boolean {
  return !!order && (order.state === 'placed' || order.state === 'inReview' || waitsFor(order, STOCK_EFFECTS))
}

const STOCK_EFFECTS: readonly Effect[] = ['take', 'closeSale', 'giveBack']

function waitsFor({ outbox }: Pick<OrderDoc, 'outbox'>, effects: readonly Effect[]): boolean {
  // What cannot be read may be one of them.
  return Object.values(outbox).some(
    (entry) => !isReadable(entry) || (entry.state === 'queued' && effects.includes(entry.effect)),
  )
}

// While a parcel is planned, an orchard is being looked for and its room may just have been taken. One that was accepted
// has used its room: what is held besides was taken by a look for an orchard that came too late.
async function releasePlots(ports: Ports, held: readonly Held[]): Promise<void> {
  const parcels = await docsOf(ports, 'fulfilments', held)
  for (const hold of held) {
    const parcel = parcels.get(hold.holder)
    if (!parcel?.seasonId || parcel.state === 'planned') continue
    const itsOwn = parcel.orchardId && plotCounter(parcel.orchardId, parcel.seasonId) === hold.counterId
    if (itsOwn && (parcel.state === 'offered' || waitsFor(parcel, ['closeSale']))) continue
    await giveBack(ports, hold)
  }
}

async function giveBack(ports: Ports, { counterId, holder, pieces }: Held): Promise<void> {
  await returnTo(ports, counterId, holder, pieces)
  ports.log({ level: 'warn', what: 'orphaned hold given back', counter: counterId, holder, pieces })
}

/** Frees places in the cold room whose parcel has left, or lies in another one. */
export async function releaseExtraPlaces(ports: Ports): Promise<void> {
  const taken = await readAll(ports, 'places', { holder: { gt: '' } })
  const parcels = await docsOf(ports, 'fulfilments', taken)
  for (const { _id, holder } of taken) {
    const parcel = parcels.get(holder)
    // On the bench its inspector may have the place in hand already.
    if (parcel && parcel.state !== 'received' && parcel.place !== _id) await releasePlace(ports, _id, holder)
  }
}

async function docsOf<C extends 'orders' | 'fulfilments'>(
  ports: Ports,
  collection: C,
  held: readonly { holder: string }[],
): Promise<Map<string, Documents[C]>> {
  const docs = await readByIds(
    ports,
    collection,
    held.map(({ holder }) => holder),
  )
  return new Map(docs.map((doc) => [doc._id, doc]))
}

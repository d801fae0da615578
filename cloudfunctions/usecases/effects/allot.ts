import type { Counter } from '../../../domain/catalogue/counter'
import { plotCounter } from '../../../domain/catalogue/product'
import type { FulfilmentCommand } from '../../../domain/fulfilment/decide'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { wasReplaced } from '../../../domain/fulfilment/mismatch'
import { hasGrown, roomFor } from '../../../domain/fulfilment/room'
import { Refused } from '../../../domain/refusals'
import type { Ports } from '../../ports/ports'
import { mindTheTime } from '../core/budget'
import { changeFulfilment } from '../core/change'
import { once } from '../core/once'
import { readAll, readByIds } from '../core/read-all'
import { closeSaleOf, returnTo, takeFrom } from '../core/stock'
import { bySystem } from './system'

/** What one orchard can still take of this parcel's season. */
interface Plot {
  orchardId: string
  counterId: string
  available: number
  /** Taken for this parcel already, by a try that did not get to the offer. */
  holds: boolean
}

/**
 * Offers a planned parcel to the orchard with most capacity left that has not declined it (D4, G2). The capacity is taken
 * under the parcel's number first, and what a declining orchard had reserved returns to it; one that grew it already has
 * used its room. When no orchard can take it, what people gave to another orchard goes back to them; for other work this
 * throws, so that it is tried again.
 */
export async function allot(ports: Ports, parcel: FulfilmentDoc): Promise<void> {
  const { seasonId } = parcel
  if (!seasonId) return
  const plots = await plotsFor(ports, parcel, seasonId)
  const [left, open] = [plots.filter(hasDeclined(parcel)), plots.filter((plot) => !hasDeclined(parcel)(plot))]
  for (const plot of left) if (plot.holds) await leave(ports, parcel, plot)
  if (parcel.state !== 'planned') return
  const plot = await takePlot(ports, parcel, open)
  if (plot) return offer(ports, parcel, plot)
  if (!wasReplaced(parcel)) throw new Error(`no orchard can take ${parcel._id}`)
  await moved(ports, parcel, { type: 'unplaced' })
}

const hasDeclined =
  ({ declinedBy }: FulfilmentDoc) =>
  ({ orchardId }: Plot): boolean =>
    declinedBy.includes(orchardId)

function leave(ports: Ports, parcel: FulfilmentDoc, { orchardId, counterId }: Plot): Promise<void> {
  const pieces = roomFor(parcel)
  return hasGrown(parcel, orchardId)
    ? closeSaleOf(ports, parcel._id, { [counterId]: pieces })
    : returnTo(ports, counterId, parcel._id, pieces)
}

async function takePlot(ports: Ports, parcel: FulfilmentDoc, plots: readonly Plot[]): Promise<Plot | null> {
  for (const plot of inOrder(plots, piecesIn(parcel))) {
    mindTheTime(ports)
    if ((await takeFrom(ports, plot.counterId, parcel._id, piecesIn(parcel))) === null) return plot
  }
  return null
}

// The plots of every orchard there is, and of every one that has declined.
async function plotsFor(ports: Ports, parcel: FulfilmentDoc, seasonId: string): Promise<Plot[]> {
  const orchards = await once(ports, 'orchards', () => readAll(ports, 'orchards', {}))
  const orchardIds = [...orchards.map(({ _id }) => _id), ...parcel.declinedBy]
  const ids = new Map(orchardIds.map((orchardId) => [plotCounter(orchardId, seasonId), orchardId]))
  const counters = await readByIds(ports, 'counters', ids.keys())
  return counters.map((counter) => plotOf(counter, ids.get(counter._id) ?? '', parcel._id))
}

function plotOf(counter: Counter, orchardId: string, parcelId: string): Plot {
  const holds = parcelId in counter.holds
  return { orchardId, counterId: counter._id, available: counter.available, holds }
}

/** The plots worth asking, best first: one taken before, then by what is left; equals by name, so that it is repeatable. */
export function inOrder(plots: readonly Plot[], pieces: number): Plot[] {
  return plots
    .filter((plot) => plot.holds || plot.available >= pieces)
    .sort(
      (a, b) =>
        Number(b.holds) - Number(a.holds) || b.available - a.available || a.orchardId.localeCompare(b.orchardId),
    )
}

// Two relays may allot at once; the one that comes too late gives its plot back unless both chose the same.
async function offer(ports: Ports, parcel: FulfilmentDoc, { orchardId, counterId }: Plot): Promise<void> {
  if (await moved(ports, parcel, { type: 'offer', orchardId })) return
  const newest = await ports.db.get('fulfilments', parcel._id)
  if (newest?.orchardId !== orchardId) await returnTo(ports, counterId, parcel._id, piecesIn(parcel))
}

// Whether it was still to be moved. A document that too many write at once is tried again, with its plot kept.
async function moved(ports: Ports, { _id }: FulfilmentDoc, command: FulfilmentCommand): Promise<boolean> {
  try {
    await changeFulfilment(ports, _id, command, bySystem('allot'))
    return true
  } catch (error) {
    if (error instanceof Refused && error.refusal.code !== 'BUSY') return false
    throw error
  }
}

import { badFruit, piecesIn, plannedId } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { must } from '../../support/broken'
import { growersOf } from '../../support/split-parcels'
import { waits } from './waits'
import { PLOT, type Plot, type World } from './world'

/** An orchard's room is kept for the parcels it was offered, and for good for the fruit it took; for none that it left. */
export function checkPlots(world: World): void {
  for (const [orchardId, plot] of world.plots) {
    const sum = [...plot.kept.values(), ...plot.gone.values()].reduce((all, pieces) => all + pieces, 0)
    must(plot.left >= 0 && plot.left + sum === PLOT, () => `${orchardId}: ${plot.left} left, ${sum} kept`)
    for (const id of plot.kept.keys()) checkKept(world, orchardId, id)
    for (const planned of new Set([...world.parcels.keys()].map(plannedId))) checkUsed(world, orchardId, plot, planned)
  }
}

// What is kept becomes the orchard's with its word, and another's without it.
function checkKept({ parcels }: World, orchardId: string, id: string): void {
  const parcel = parcels.get(id)
  const theirs =
    parcel?.orchardId === orchardId && (parcel.state === 'offered' || waits(parcel.outbox, 'closeSale', 'allot'))
  const left = parcel && waits(parcel.outbox, 'allot')
  must(Boolean(theirs || left), () => `${orchardId} keeps room for ${id}, which is ${parcel?.state}`)
}

// Of a line's fruit an orchard has room for those it was offered, and has used room for those it grew, split or not.
function checkUsed({ parcels }: World, orchardId: string, plot: Plot, planned: string): void {
  const parts = [...parcels.values()].filter(({ _id }) => plannedId(_id) === planned)
  const isPart = ([id]: [string, number]) => plannedId(id) === planned
  const taken = [...[...plot.kept].filter(isPart), ...[...plot.gone].filter(isPart)]
  const there = taken.reduce((sum, [, pieces]) => sum + pieces, 0)
  const used = parts.reduce((sum, parcel) => sum + due(parcel, orchardId, parcels), 0)
  const said = () => `${orchardId} has room for ${there} fruit of ${planned}, not ${used}`
  if (parts.some(({ outbox }) => waits(outbox, 'allot'))) must(there >= used, said)
  else must(there === used, said)
}

function due(parcel: FulfilmentDoc, orchardId: string, parcels: World['parcels']): number {
  const { splitOff, state } = parcel
  // Until they have a parcel of their own, the bad ones are this one's.
  const pieces = piecesIn(parcel) + (splitOff && !parcels.has(splitOff) ? badFruit(parcel).length : 0)
  const offered = state === 'offered' && parcel.orchardId === orchardId ? pieces : 0
  return offered + growersOf(parcel).filter((each) => each === orchardId).length * pieces
}

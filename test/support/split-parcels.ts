import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'

const LEAVES = ['decline', 'lapse', 'replace']

/** The orchards that took the work on a parcel's fruit, one after another; each has used its room for it, for good. */
export function growersOf({ history, declinedBy, orchardId, state }: FulfilmentDoc): string[] {
  const moves = history.filter(({ did }) => did !== 'overdue')
  const left = moves.filter(({ did }, i) => LEAVES.includes(did) && moves[i - 1]?.did !== 'unplaced')
  const before = left.flatMap(({ did }, i) => (did === 'replace' ? [declinedBy[i]] : []))
  const now = orchardId !== null && state !== 'planned' && state !== 'offered'
  return now ? [...before, orchardId] : before
}

/** How often people decided about a parcel that no orchard had: nobody has to be told that it is not needed there. */
export function decidedWithoutOrchard({ history }: Pick<FulfilmentDoc, 'history'>): number {
  const moves = history.filter(({ did }) => did !== 'overdue')
  return moves.filter(({ did }, i) => (did === 'replace' || did === 'refund') && moves[i - 1]?.did === 'unplaced')
    .length
}

/** Moves in a parcel's history that were another's: what it was split off has made them, and has told of them. */
export function movesBeforeSplit({ _id }: FulfilmentDoc, parcels: ReadonlyMap<string, FulfilmentDoc>): number {
  const from = [...parcels.values()].find(({ splitOff }) => splitOff === _id)
  return from ? from.history.map(({ did }) => did).lastIndexOf('passGood') : 0
}

import { badFruit, piecesIn } from './fruit'
import type { FulfilmentDoc } from './fulfilment'
import type { FulfilmentMove } from './machine'
import { isUnplaced } from './mismatch'

const LEAVES: readonly FulfilmentMove[] = ['decline', 'lapse', 'replace']

/** Fruit that an orchard has room for under this parcel's number: those it has sent back since took theirs there too. */
export function roomFor(parcel: FulfilmentDoc): number {
  return piecesIn(parcel) + (parcel.splitOff ? badFruit(parcel).length : 0)
}

/** Whether this orchard took the work and lost it to another later: its room is used, unlike that of one that declined. */
export function hasGrown({ history, declinedBy }: FulfilmentDoc, orchardId: string): boolean {
  // What no orchard had taken leaves none as it is replaced once more.
  const left = history.filter(
    ({ did }, i) =>
      (LEAVES as readonly string[]).includes(did) &&
      !(did === 'replace' && isUnplaced({ history: history.slice(0, i) })),
  )
  return left[declinedBy.indexOf(orchardId)]?.did === 'replace'
}

/** Whether the orchard it is at has taken the work. */
export function isTaken({ state }: Pick<FulfilmentDoc, 'state'>): boolean {
  return state !== 'planned' && state !== 'offered'
}

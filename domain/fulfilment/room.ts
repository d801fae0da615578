import type { HistoryEntry } from '../history'
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
  return partings(history)[declinedBy.indexOf(orchardId)]?.did === 'replace'
}

/** The orchard that the last of so many moves concerns: the one it is at, or the one it was just taken from. */
export function orchardOf({ history, declinedBy, orchardId }: FulfilmentDoc, moves = history.length): string | null {
  const then = history.slice(0, moves)
  const last = then[then.length - 1]
  if (last?.did !== 'replace') return orchardId
  const left = partings(then)
  return left.includes(last) ? (declinedBy[left.length - 1] ?? null) : null
}

// The moves by which orchards lost the work, one for each that is noted; what none had taken is replaced without one.
function partings(history: readonly HistoryEntry[]): HistoryEntry[] {
  return history.filter(
    ({ did }, i) =>
      (LEAVES as readonly string[]).includes(did) &&
      !(did === 'replace' && isUnplaced({ history: history.slice(0, i) })),
  )
}

/** Whether the orchard it is at has taken the work. */
export function isTaken({ state }: Pick<FulfilmentDoc, 'state'>): boolean {
  return state !== 'planned' && state !== 'offered'
}

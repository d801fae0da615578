import { TECHNIQUE_WORDS, type Technique } from '../catalogue/product'
import { refuse, type Refusal } from '../refusals'
import type { FulfilmentDoc } from './fulfilment'
import { FULFILMENT, type FulfilmentMove, type FulfilmentState } from './machine'

/** How a parcel's fruit gets its words. Parcels planned before there was a laser are all grown under a film. */
export function techniqueOf({ dates }: Partial<Pick<FulfilmentDoc, 'dates'>>): Technique {
  return dates?.technique === 'laser' ? 'laser' : 'mask'
}

/** Whether the table's row for that move in that state is one for this technique. */
export function fits(move: FulfilmentMove, state: FulfilmentState, technique: Technique): boolean {
  const row = FULFILMENT.transitions.find(({ command, from }) => command === move && from.includes(state))
  return !row?.technique || row.technique === technique
}

/** Why this fruit has no such step, or null: a laser needs no sticker, and a film no laser. */
export function techniqueRefusal(move: FulfilmentMove, parcel: FulfilmentDoc): Refusal | null {
  const technique = techniqueOf(parcel)
  return fits(move, parcel.state, technique)
    ? null
    : refuse('OTHER_TECHNIQUE', { technique: TECHNIQUE_WORDS[technique] })
}

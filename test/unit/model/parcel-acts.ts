import type { FulfilmentCommand } from '../../../domain/fulfilment/decide'
import { badFruit, fruitIn } from '../../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { FULFILMENT, type FulfilmentMove } from '../../../domain/fulfilment/machine'
import { moveBack } from '../../../domain/fulfilment/mismatch'
import { commandsFor, type Actor } from '../../../domain/machine'
import { addDays, dayOf } from '../../../domain/time'
import type { Draws } from '../../support/draw'
import { by } from '../domain/given'
import type { Act } from './acts'
import { onParcel, parcelNamed, type Answer } from './relay'
import { PLACES, type World } from './world'

const PEOPLE: readonly Actor[] = ['shopper', 'merchant', 'orchard']

/** Everything that people may do with the parcels there are, those that were split off too. */
export function parcelActs(world: World): Act[] {
  return [...world.parcels.values()].flatMap((parcel) =>
    PEOPLE.flatMap((actor) =>
      commandsFor(FULFILMENT, parcel.state, actor)
        // Nobody offers by hand yet: no procedure does.
        .filter((type) => type !== 'offer')
        .map((type) => ({
          name: `the ${actor} gives ${type} on ${parcel._id.slice(16)}`,
          weight: weightOf(type, parcel),
          run: (draws: Draws) => giveParcel(world, parcel._id, type, actor, draws),
        })),
    ),
  )
}

/** Side ways, so that most parcels get on. */
const RARE: Partial<Record<FulfilmentMove, number>> = {
  decline: 1,
  printSheet: 2,
  judge: 3,
  mismatch: 3,
  failAgain: 5,
  cannotRedo: 2,
  redo: 4,
  replace: 4,
  refund: 4,
}

// What the bench would not show is tried now and then all the same.
function weightOf(type: FulfilmentMove, parcel: FulfilmentDoc): number {
  const bad = badFruit(parcel).length
  const refused =
    ((type === 'mismatch' || type === 'failAgain') && type !== moveBack(parcel)) ||
    (type === 'pass' && bad > 0) ||
    (type === 'passGood' && bad === 0)
  return refused ? 0.2 : (RARE[type] ?? 8)
}

/** One move on one parcel, with a place in the cold room where it needs one. */
export function giveParcel(world: World, id: string, type: FulfilmentMove, actor: Actor, draws: Draws): Answer {
  if (type !== 'pass' && type !== 'passGood')
    return onParcel(world, id, commandOf(type, parcelNamed(world, id), world.now, draws), by(actor))
  // As the bench does: a place first, and back with it if the verdict is refused.
  const place = PLACES.find((name) => world.places.get(name) === '')
  if (!place) return 'COLD_ROOM_FULL'
  const before = [...world.places.values()].includes(id)
  if (before) return 'it stands in a place already'
  world.places.set(place, id)
  const answer = onParcel(world, id, { type, place }, by(actor))
  if (answer !== 'done') world.places.set(place, '')
  return answer
}

const DAYS_TO_GROW_AGAIN = 60

function commandOf(type: FulfilmentMove, parcel: FulfilmentDoc, now: string, draws: Draws): FulfilmentCommand {
  switch (type) {
    case 'judge':
      return judgement(parcel, draws)
    case 'mismatch':
    case 'failAgain':
    case 'cannotRedo':
      return { type, note: '字印反了' }
    case 'replace':
      return { type, dates: parcel.dates!, expectedSendDay: addDays(dayOf(now), DAYS_TO_GROW_AGAIN) }
    case 'printSheet':
      return { type, sheet: { id: 'batch-1', block: 'east-1', stickers: 14, fileId: 'cloud://x/1.pdf' } }
    case 'ship':
      return { type, carrier: 'SF', waybill: `SF12345678${parcel._id.slice(16)}` }
    default:
      return { type } as FulfilmentCommand
  }
}

// Mostly a fruit of the parcel, now and then one that another parcel has, or nobody.
function judgement(parcel: FulfilmentDoc, draws: Draws): FulfilmentCommand {
  const fruit = draws.once(8) ? draws.below(15) : draws.of(fruitIn(parcel))
  const verdict = draws.of(['consistent', 'inconsistent'] as const)
  return { type: 'judge', fruit, verdict, ...(draws.once(10) ? {} : { reason: '字印反了' }) }
}

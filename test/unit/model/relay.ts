import { decideClaim, type ClaimCommand } from '../../../domain/aftersale/decide'
import { evolveClaim, watchedClaim } from '../../../domain/aftersale/evolve'
import { evolveFulfilment, watchedFulfilment } from '../../../domain/fulfilment/evolve'
import { decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { By } from '../../../domain/history'
import { isMessage } from '../../../domain/effects'
import { afterTries, dueEntries } from '../../../domain/message/outbox'
import { DONE, passing, permanent, type Outcome } from '../../../domain/message/outcome'
import { isTrouble, triedAgain } from '../../../domain/message/trouble'
import type { OrderCommand } from '../../../domain/order/command'
import { decideOrder } from '../../../domain/order/decide'
import { evolveOrder, watchedOrder } from '../../../domain/order/evolve'
import type { ClaimDoc } from '../../../domain/aftersale/claim'
import type { Instant } from '../../../domain/time'
import type { Aggregate } from '../../../cloudfunctions/collections'
import { broken, Unanswered } from '../../support/broken'
import { carryOut } from './effects'
import { checkClaimWrite, checkOrderWrite, checkParcelWrite, countTries, coverage } from './writes'
import type { World } from './world'

/** What became of a command: `done`, `nothing` to do (a repeat), or the code of the refusal. */
export type Answer = string

/** One command on the order: decided, written, and what it causes relayed. */
export function onOrder(world: World, command: OrderCommand, by: By): Answer {
  const decision = decideOrder(command, world.order, by, world.now)
  if (!decision.ok) return decision.refusal.code
  if (decision.events.length === 0) return 'nothing'
  const before = world.order
  world.order = evolveOrder(before, decision.events, by, world.now)
  checkOrderWrite(before, world.order, command)
  relayOrder(world)
  return 'done'
}

/** One command on a parcel; as `onOrder`. */
export function onParcel(world: World, id: string, command: FulfilmentCommand, by: By): Answer {
  const before = parcelNamed(world, id)
  const decision = decideFulfilment(command, before, by, world.now)
  if (!decision.ok) return decision.refusal.code
  if (decision.events.length === 0) return 'nothing'
  const after = evolveFulfilment(before, decision.events, by, world.now)
  world.parcels.set(id, after)
  checkParcelWrite(before, after, command)
  relayParcel(world, id)
  return 'done'
}

/** One command on a claim; as `onOrder`. */
export function onClaim(world: World, id: string, command: ClaimCommand, by: By): Answer {
  const before = claimNamed(world, id)
  const decision = decideClaim(command, before, by, world.now)
  if (!decision.ok) return decision.refusal.code
  const after = evolveClaim(before, decision.events, by, world.now)
  world.claims.set(id, after)
  checkClaimWrite(before, after, command)
  relayClaim(world, id)
  return 'done'
}

export function claimNamed({ claims }: World, id: string): ClaimDoc {
  return claims.get(id) ?? broken(`no claim ${id}`)
}

export function parcelNamed({ parcels }: World, id: string): FulfilmentDoc {
  return parcels.get(id) ?? broken(`no parcel ${id}`)
}

/** Carries out what waits in the order's outbox, as the product's relay does: failures and lost marks included. */
export function relayOrder(world: World): void {
  const outcomes = relay(world, () => world.order)
  if (!outcomes) return
  world.order = watchedOrder(marked(world.order, outcomes, world.now))
}

/** As `relayOrder`, for one parcel. */
export function relayParcel(world: World, id: string): void {
  const outcomes = relay(world, () => parcelNamed(world, id))
  if (!outcomes) return
  world.parcels.set(id, watchedFulfilment(marked(parcelNamed(world, id), outcomes, world.now)))
}

/** As `relayOrder`, for one claim. */
export function relayClaim(world: World, id: string): void {
  const outcomes = relay(world, () => claimNamed(world, id))
  if (!outcomes) return
  world.claims.set(id, watchedClaim(marked(claimNamed(world, id), outcomes, world.now)))
}

/** A member of staff has the first entry in trouble tried again. */
export function tryAgain(world: World): Answer {
  const retried = <Doc extends Aggregate>(doc: Doc): Doc | null => {
    const [id, entry] = Object.entries(doc.outbox).find(([, one]) => isTrouble(one)) ?? []
    const again = id && entry ? triedAgain(entry, { by: 'fang', key: `tap-${doc.version}` }, world.now) : null
    if (!id || !entry || !again) return null
    coverage.row('message', 'tryAgain', entry.state)
    return { ...doc, outbox: { ...doc.outbox, [id]: again }, version: doc.version + 1 }
  }
  const order = retried(world.order)
  if (order) {
    world.order = watchedOrder(order)
    relayOrder(world)
    return order._id
  }
  for (const [id, parcel] of world.parcels) {
    const again = retried(parcel)
    if (!again) continue
    world.parcels.set(id, watchedFulfilment(again))
    relayParcel(world, id)
    return id
  }
  for (const [id, claim] of world.claims) {
    const again = retried(claim)
    if (!again) continue
    world.claims.set(id, watchedClaim(again))
    relayClaim(world, id)
    return id
  }
  return 'nothing'
}

/** How much is in trouble in this world. */
export const troubles = ({ order, parcels, claims }: World): number =>
  [order, ...parcels.values(), ...claims.values()].reduce((sum, { trouble }) => sum + trouble, 0)

function marked<Doc extends Aggregate>(doc: Doc, outcomes: Record<string, Outcome>, now: Instant): Doc {
  const version = doc.version + 1
  const outbox = afterTries(doc.outbox, outcomes, version, now)
  countTries(outbox, outcomes)
  return { ...doc, outbox, version }
}

function relay(world: World, read: () => Aggregate): Record<string, Outcome> | null {
  const { _id } = read()
  if (world.relaying.has(_id)) return null
  world.relaying.add(_id)
  try {
    return tryAll(world, read)
  } finally {
    world.relaying.delete(_id)
  }
}

// Null when nothing was tried, or when the function ended before it could mark what it did.
function tryAll(world: World, read: () => Aggregate): Record<string, Outcome> | null {
  const outcomes: Record<string, Outcome> = {}
  for (;;) {
    const doc = read()
    const next = dueEntries(doc.outbox, world.now).find(([id]) => !(id in outcomes))
    if (!next) break
    const [id, { effect }] = next
    const fate = world.fates.shift() ?? 'well'
    if (fate !== 'well') world.story.push(`      (${effect} ${fate})`)
    const untried = fate === 'fails' || (fate === 'unknown' && !isMessage(effect))
    outcomes[id] = untried ? failed('no answer') : attempt(world, doc, id, effect)
    if (fate === 'answerLost') outcomes[id] = failed('answer lost')
    if (fate === 'refused' && isMessage(effect)) outcomes[id] = permanent('NOT_ALLOWED', 'refused')
    if (fate === 'unknown' && !isMessage(effect)) outcomes[id] = permanent('EFFECT_UNKNOWN', 'of a newer version')
    if (fate === 'dies') return null
  }
  return Object.keys(outcomes).length === 0 ? null : outcomes
}

const failed = (error: string): Outcome => passing('UNANSWERED', error)

function attempt(world: World, ...what: [Aggregate, string, Parameters<typeof carryOut>[3]]): Outcome {
  try {
    carryOut(world, ...what)
    return DONE
  } catch (error) {
    if (error instanceof Unanswered) return failed(error.message)
    throw error
  }
}

import type { BenchView, Input } from '../../../contract'
import { decideFulfilment, type FulfilmentCommand } from '../../../domain/fulfilment/decide'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { moveBack } from '../../../domain/fulfilment/mismatch'
import { Refused, reject } from '../../../domain/refusals'
import type { Decision } from '../../collections'
import type { Context } from '../core/answer'
import { changeFulfilment } from '../core/change'
import { knownDoc } from '../core/known'
import { claimPlace, releasePlace } from '../core/places'
import { noteDecision, opinionShown } from '../inspection/decision'
import { showBench } from './intake'
import { asMerchant } from './staff'

type Verdict = 'consistent' | 'inconsistent'

/**
 * The person's decision on one fruit of the parcel on the bench, beside the machine's opinion if there was one (I2). Throws
 * FRUIT_UNKNOWN, REASON_MISSING, JUDGED_TOO_MANY and COMPARISON_UNKNOWN.
 */
export async function judge(context: Context, input: Input<'intake.judge'>): Promise<BenchView> {
  const { ports } = context
  const { id, fruit, verdict, reason, photo, comparison } = input
  const shown = await opinionShown(ports, comparison, { id, fruit })
  const command: FulfilmentCommand = {
    type: 'judge',
    fruit,
    verdict,
    ...(reason ? { reason } : {}),
    ...(photo ? { photo } : {}),
  }
  const judged = await changeFulfilment(ports, id, command, asMerchant(context))
  await noteDecision(ports, shown, decided(context, verdict, input))
  return showBench(context, judged)
}

const decided = (
  { ports, openid }: Context,
  verdict: Verdict,
  { reason, cause, tookMs }: Pick<Input<'intake.judge'>, 'reason' | 'cause' | 'tookMs'>,
): Decision => ({
  verdict,
  by: openid,
  at: ports.now(),
  ...(reason ? { reason } : {}),
  ...(cause && verdict === 'inconsistent' ? { cause } : {}),
  ...(tookMs ? { tookMs } : {}),
})

/** Consistent with the order (I2): the whole parcel passes. Throws SOME_JUDGED_BAD, COLD_ROOM_FULL, COMPARISON_UNKNOWN. */
export async function pass(context: Context, input: Input<'intake.pass'>): Promise<BenchView> {
  const shown = await opinionShown(context.ports, input.comparison, input)
  const passed = await passAs('pass', context, input)
  await noteDecision(context.ports, shown, decided(context, 'consistent', { tookMs: input.tookMs }))
  return passed
}

/** The good ones go on; those judged bad go back in a parcel of their own (I4). Throws COLD_ROOM_FULL. */
export function passGood(context: Context, input: Input<'intake.passGood'>): Promise<BenchView> {
  return passAs('passGood', context, input)
}

/**
 * The fruit gets a cold-room place, and the customer is asked (S1). The place is claimed before the verdict is written, so
 * that no fruit passes without one; it is given back if the verdict is refused, and kept for the next try if it could not be
 * written.
 */
async function passAs(
  type: 'pass' | 'passGood',
  context: Context,
  input: Input<'intake.passGood'>,
): Promise<BenchView> {
  const { ports } = context
  const { id, key, photo, grade, grams, note } = input
  const parcel = (await ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN')
  const verdict = (place: string): FulfilmentCommand => ({
    type,
    place,
    ...(photo ? { photo } : {}),
    ...(grade ? { grade } : {}),
    ...(grams ? { grams } : {}),
    ...(note ? { note } : {}),
  })
  // In any other state this is a repeat or will be refused; neither needs a place.
  const place = parcel.state === 'received' ? await placeFor(context, parcel, verdict('')) : ''
  try {
    const passed = await changeFulfilment(ports, id, verdict(place), asMerchant(context), { key, loaded: parcel })
    return await showBench(context, passed)
  } finally {
    if (place) await giveBackUnused(context, id, place)
  }
}

// What will be refused takes no place.
async function placeFor(context: Context, parcel: FulfilmentDoc, verdict: FulfilmentCommand): Promise<string> {
  const { ports } = context
  const decision = decideFulfilment(verdict, parcel, asMerchant(context), ports.now())
  if (!decision.ok) throw new Refused(decision.refusal)
  return claimPlace(ports, parcel._id)
}

// Another inspector may have passed it with another place, or sent it back; a place that it does not stand in is free.
// While it is on the bench nobody can tell: another inspector may have this very place in hand, so the parcel keeps it.
async function giveBackUnused({ ports }: Context, id: string, place: string): Promise<void> {
  if (knownDoc<FulfilmentDoc>(ports, id)?.place === place) return
  const now = await ports.db.get('fulfilments', id)
  if (now?.state !== 'received' && now?.place !== place) await releasePlace(ports, place, id)
}

/**
 * Not consistent (I4): it goes back to its orchard with the reason and the photo; the second time it is for the shop to
 * decide. Throws REASON_MISSING and COMPARISON_UNKNOWN.
 */
export async function mismatch(context: Context, input: Input<'intake.mismatch'>): Promise<BenchView> {
  const { ports } = context
  const { id, key, photo, reason, comparison } = input
  const shown = await opinionShown(ports, comparison, { id })
  const parcel = (await ports.db.get('fulfilments', id)) ?? reject('FULFILMENT_UNKNOWN')
  const type = sentBackWith(parcel, key) ?? moveBack(parcel)
  const command: FulfilmentCommand = { type, note: reason, ...(photo ? { photo } : {}) }
  const back = await changeFulfilment(ports, id, command, asMerchant(context), { key, loaded: parcel })
  await noteDecision(ports, shown, decided(context, 'inconsistent', input))
  return showBench(context, back)
}

// A repeated tap is the move it was the first time, though a new one would be the other by now.
function sentBackWith({ history }: FulfilmentDoc, key: string): 'mismatch' | 'failAgain' | null {
  const did = history.find((entry) => entry.key === key)?.did
  return did === 'mismatch' || did === 'failAgain' ? did : null
}

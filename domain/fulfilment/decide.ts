import { isSigned, waybillRefusal, tidyWaybill, type CarrierId, type TrackEvent } from '../carriers'
import { no, type Decision } from '../decision'
import type { Effect } from '../effects'
import type { By } from '../history'
import { HOLD_WORDS } from '../holds'
import { step } from '../machine'
import { POLICY } from '../policy'
import { refuse, type Refusal } from '../refusals'
import { later, type Day, type Instant } from '../time'
import type { GrowthDates } from '../catalogue/season'
import type { FruitVerdict } from './fruit'
import type { FulfilmentDoc, Grade } from './fulfilment'
import { judged, mismatchRefusal } from './mismatch'
import { timesPrinted, type PrintedSheet } from './sheet'
import { techniqueRefusal } from './technique'
import { FULFILMENT, type FulfilmentMove, type FulfilmentState } from './machine'

/** Details a move may carry. Each move reads only its own. */
export type FulfilmentCommand =
  | { type: 'offer'; orchardId: string }
  | { type: 'decline'; note?: string }
  | { type: 'printSheet'; sheet: Omit<PrintedSheet, 'at'> }
  | { type: 'sticker' | 'colour' | 'harvest' | 'mark' | 'dispatch' | 'sendAgain'; photo?: string; note?: string }
  | { type: 'pass'; place: string; grade?: Grade; grams?: number; photo?: string; note?: string }
  | { type: 'judge'; fruit: number; verdict: FruitVerdict['verdict']; reason?: string; photo?: string }
  | { type: 'passGood'; place: string; grade?: Grade; grams?: number; photo?: string; note?: string }
  | { type: 'mismatch' | 'failAgain'; note: string; photo?: string }
  | { type: 'cannotRedo'; note: string }
  | { type: 'redo' | 'refund'; note?: string }
  | { type: 'replace'; dates: GrowthDates; expectedSendDay: Day; note?: string }
  | { type: 'ship'; carrier: CarrierId; waybill: string }
  | { type: 'track'; events: TrackEvent[] }
  | {
      type:
        | 'pick'
        | 'accept'
        | 'lapse'
        | 'receive'
        | 'overdue'
        | 'unplaced'
        | 'confirmSend'
        | 'keepCold'
        | 'fallSilent'
        | 'remind'
        | 'endStorage'
        | 'deliver'
    }

export type FulfilmentEvent =
  | {
      type: 'moved'
      did: FulfilmentMove
      from: FulfilmentState
      to: FulfilmentState
      effects: readonly Effect[]
      command: FulfilmentCommand
    }
  | { type: 'tracked'; events: TrackEvent[] }
  | { type: 'judged'; verdict: FruitVerdict }

/** Decides one command on a fulfilment: the table first, then what the table cannot say. */
export function decideFulfilment(
  command: FulfilmentCommand,
  parcel: FulfilmentDoc,
  by: By,
  now: Instant,
): Decision<FulfilmentEvent> {
  if (command.type === 'track') return { ok: true, events: tracked(command.events, parcel, by) }
  const result = step(FULFILMENT, parcel.state, command.type, by.actor)
  if (!result.ok) return no(refuse(result.reason === 'WRONG_ACTOR' ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW'))
  const refusal = techniqueRefusal(command.type, parcel) ?? guard(command, parcel, now)
  if (refusal) return no(refusal)
  if (command.type === 'judge') return { ok: true, events: judged(command, parcel, by, now) }
  const { to, effects } = result.transition
  return { ok: true, events: [{ type: 'moved', did: command.type, from: parcel.state, to, effects, command }] }
}

// S9: the scans and the delivery they tell of are one write; between two a signed parcel would seem to be under way.
function tracked(events: TrackEvent[], parcel: FulfilmentDoc, by: By): FulfilmentEvent[] {
  const seen: FulfilmentEvent = { type: 'tracked', events }
  const delivery = step(FULFILMENT, parcel.state, 'deliver', by.actor)
  if (!isSigned(events) || !delivery.ok) return [seen]
  const { to, effects } = delivery.transition
  return [seen, { type: 'moved', did: 'deliver', from: parcel.state, to, effects, command: { type: 'deliver' } }]
}

function guard(command: FulfilmentCommand, parcel: FulfilmentDoc, now: Instant): Refusal | null {
  switch (command.type) {
    case 'offer':
      // G2: declined work goes to the next orchard, also when an offer was on its way as it was declined.
      return parcel.kind === 'custom' && !parcel.declinedBy.includes(command.orchardId)
        ? null
        : refuse('NOT_ALLOWED_NOW')
    case 'pick':
      return parcel.kind === 'ready' ? null : refuse('NOT_ALLOWED_NOW')
    case 'accept':
      // G2: past the limit the work may already be on its way to another orchard.
      return parcel.acceptBy && now > parcel.acceptBy ? refuse('NOT_ALLOWED_NOW') : null
    case 'lapse':
      return parcel.acceptBy && now >= parcel.acceptBy ? null : refuse('NOT_ALLOWED_NOW')
    case 'printSheet':
      if (parcel.kind !== 'custom') return refuse('NOT_ALLOWED_NOW')
      return timesPrinted(parcel) < POLICY.mostPrints ? null : refuse('PRINTED_TOO_OFTEN', { most: POLICY.mostPrints })
    case 'fallSilent':
      return holdEnded(parcel, 'confirmSend', now) ? null : refuse('NOT_ALLOWED_NOW')
    case 'endStorage':
      return holdEnded(parcel, 'coldStorage', now) ? null : refuse('NOT_ALLOWED_NOW')
    case 'remind':
      return parcel.storage && now >= parcel.storage.remindAt ? null : refuse('NOT_ALLOWED_NOW')
    case 'ship':
      return waybillRefusal(command.carrier, command.waybill) ?? openHold(parcel)
    default:
      return mismatchRefusal(command, parcel, now)
  }
}

/** Why the whole address may not be looked at: it is fetched for shipping, by the merchant, and only then (I3). */
export function addressRefusalFor({ state }: Pick<FulfilmentDoc, 'state'>, by: By): Refusal | null {
  if (by.actor !== 'merchant') return refuse('NOT_YOURS')
  return state === 'packing' ? null : refuse('NOT_ALLOWED_NOW')
}

function holdEnded(parcel: FulfilmentDoc, kind: 'confirmSend' | 'coldStorage', now: Instant): boolean {
  return parcel.holds.some((hold) => hold.kind === kind && hold.until !== null && now >= hold.until)
}

function openHold(parcel: FulfilmentDoc): Refusal | null {
  const hold = parcel.holds[0]
  return hold ? refuse('HOLD_OPEN', { hold: HOLD_WORDS[hold.kind] }) : null
}

/** When an offered orchard must have answered (G2). */
export function acceptDeadline(now: Instant): Instant {
  return later(now, POLICY.acceptHours, 'hour')
}

/** The waybill as it will be kept. */
export function shippedWith(command: Extract<FulfilmentCommand, { type: 'ship' }>, now: Instant) {
  return { carrier: command.carrier, no: tidyWaybill(command.waybill), at: now }
}

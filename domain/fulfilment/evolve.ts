import type { TrackEvent } from '../carriers'
import type { By } from '../history'
import { liftHold, putHold, type Hold } from '../holds'
import { outboxDueAt, queue } from '../message/outbox'
import { troubleIn } from '../message/trouble'
import { POLICY } from '../policy'
import { addDays, dayOf, earliest, later, NEVER, startOf, type Instant } from '../time'
import { acceptDeadline, shippedWith, type FulfilmentCommand, type FulfilmentEvent } from './decide'
import { badFruit, fruitIn, splitOffId, withVerdict } from './fruit'
import type { FulfilmentDoc, GrowthStep, Photo } from './fulfilment'
import type { FulfilmentMove } from './machine'
import { actDeadline, redoSendDay, resentSendDay, sinceEscalated } from './mismatch'

/** The fulfilment after one write: events applied, version up by one, due moment derived anew. */
export function evolveFulfilment(
  parcel: FulfilmentDoc,
  events: readonly FulfilmentEvent[],
  by: By,
  now: Instant,
  key?: string,
): FulfilmentDoc {
  const next = events.reduce((state, event) => apply(state, event, by, now, key), {
    ...parcel,
    version: parcel.version + 1,
  })
  return watchedFulfilment(next)
}

/** The parcel with what follows from the rest of it: when the clock must look, and how much is in trouble. */
export function watchedFulfilment(parcel: FulfilmentDoc): FulfilmentDoc {
  return { ...parcel, dueAt: fulfilmentDueAt(parcel), trouble: troubleIn(parcel.outbox) }
}

function apply(parcel: FulfilmentDoc, event: FulfilmentEvent, by: By, now: Instant, key?: string): FulfilmentDoc {
  switch (event.type) {
    case 'tracked':
      return { ...parcel, track: newest(event.events), trackAt: later(now, POLICY.trackEveryHours, 'hour') }
    case 'judged':
      return { ...parcel, judged: withVerdict(parcel.judged ?? [], event.verdict) }
    case 'moved': {
      const note = 'note' in event.command ? event.command.note : undefined
      const moved = withDeadline(carry({ ...parcel, state: event.to }, event.command, by, now), event.did, now)
      return {
        ...moved,
        outbox: queue(parcel.outbox, parcel.version, event.effects, now, parcel.history.length + 1),
        history: [
          ...parcel.history,
          { at: now, by, did: event.did, to: event.to, ...(note ? { note } : {}), ...(key ? { key } : {}) },
        ],
      }
    }
  }
}

// A carrier's list may be as long as it likes; the last scans are the ones that are read.
const MOST_SCANS = 100

function newest(events: readonly TrackEvent[]): TrackEvent[] {
  return [...events].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).slice(-MOST_SCANS)
}

/** What each move changes beside the state. */
function carry(parcel: FulfilmentDoc, command: FulfilmentCommand, by: By, now: Instant): FulfilmentDoc {
  switch (command.type) {
    case 'offer':
      return { ...parcel, orchardId: command.orchardId, acceptBy: acceptDeadline(now) }
    case 'accept':
      return { ...parcel, acceptBy: null }
    case 'decline':
    case 'lapse':
      return {
        ...parcel,
        orchardId: null,
        acceptBy: null,
        declinedBy: [...parcel.declinedBy, ...(parcel.orchardId ? [parcel.orchardId] : [])],
      }
    case 'printSheet':
      return { ...parcel, sheet: { ...command.sheet, at: now } }
    case 'sticker':
    case 'colour':
    case 'harvest':
    case 'mark':
    case 'dispatch':
      return withStepPhoto(parcel, command.photo, now)
    case 'sendAgain':
      return { ...withStepPhoto(parcel, command.photo, now), expectedSendDay: resentSendDay(parcel, now) }
    case 'receive':
      return { ...parcel, judged: [] }
    case 'pass':
    case 'passGood':
    case 'mismatch':
    case 'failAgain':
      return inspected(parcel, command, by, now)
    case 'redo':
      return { ...parcel, expectedSendDay: redoSendDay(parcel, now) }
    case 'replace':
      return replaced(parcel, command)
    case 'confirmSend':
    case 'endStorage':
      return { ...parcel, holds: liftHold(liftHold(parcel.holds, 'confirmSend'), 'coldStorage') }
    case 'keepCold':
    case 'fallSilent':
      return stored(parcel, by, now)
    case 'remind':
      return parcel.storage
        ? { ...parcel, storage: { ...parcel.storage, remindAt: nextReminder(now, parcel.storage.lastDay) } }
        : parcel
    case 'ship':
      return {
        ...parcel,
        waybill: shippedWith(command, now),
        place: null,
        trackAt: later(now, POLICY.trackEveryHours, 'hour'),
      }
    case 'deliver':
      return { ...parcel, deliveredAt: now, trackAt: null }
    default:
      return parcel
  }
}

function withStepPhoto(parcel: FulfilmentDoc, fileId: string | undefined, now: Instant): FulfilmentDoc {
  return { ...parcel, photos: withPhoto(parcel.photos, parcel.state as GrowthStep, fileId, now) }
}

function withPhoto(photos: readonly Photo[], at: Photo['step'], fileId: string | undefined, now: Instant): Photo[] {
  return fileId ? [...photos, { step: at, fileId, at: now }] : [...photos]
}

function inspected(
  parcel: FulfilmentDoc,
  command: Extract<FulfilmentCommand, { type: 'pass' | 'passGood' | 'mismatch' | 'failAgain' }>,
  by: By,
  now: Instant,
): FulfilmentDoc {
  const passed = command.type === 'pass' || command.type === 'passGood'
  const inspection = {
    verdict: passed ? ('consistent' as const) : ('inconsistent' as const),
    by: by.id,
    at: now,
    ...(command.note ? { reason: command.note } : {}),
    ...(command.photo ? { photo: command.photo } : {}),
    ...(passed && command.grade ? { grade: command.grade } : {}),
    ...(passed && command.grams ? { grams: command.grams } : {}),
    ...(command.type === 'passGood' ? { bad: badFruit(parcel).length } : {}),
  }
  const noted = {
    ...parcel,
    // What was sent back has been looked at before, also where it is in a parcel of its own now.
    ...(parcel.inspections.length === 0 ? { firstLook: { result: RESULTS[command.type], at: now } } : {}),
    inspections: [...parcel.inspections, inspection],
    photos: withPhoto(parcel.photos, 'inspection', command.photo, now),
  }
  if (!passed) return { ...noted, expectedSendDay: redoSendDay(parcel, now) }
  const part = command.type === 'passGood' ? goodPart(parcel) : {}
  const hold: Hold = {
    kind: 'confirmSend',
    note: '',
    by: by.id,
    since: now,
    until: later(now, POLICY.confirmDays, 'day'),
  }
  return { ...noted, ...part, place: command.place, holds: putHold(parcel.holds, hold) }
}

const RESULTS = { pass: 'passed', passGood: 'partly', mismatch: 'failed', failAgain: 'failed' } as const

// The good ones go on without the others, which their parcel keeps in mind until they have one of their own.
function goodPart(parcel: FulfilmentDoc): Pick<FulfilmentDoc, 'fruit' | 'splitOff'> {
  const bad = new Set(badFruit(parcel).map(({ fruit }) => fruit))
  return { fruit: fruitIn(parcel).filter((fruit) => !bad.has(fruit)), splitOff: splitOffId(parcel._id) }
}

// Other fruit at another orchard: nothing of the first try is left but what was learnt of it.
function replaced(parcel: FulfilmentDoc, command: Extract<FulfilmentCommand, { type: 'replace' }>): FulfilmentDoc {
  const { dates, expectedSendDay } = command
  return {
    ...parcel,
    dates,
    expectedSendDay,
    photos: parcel.photos.filter(({ step }) => step === 'inspection'),
    sheet: null,
    orchardId: null,
    declinedBy: [...parcel.declinedBy, ...(parcel.orchardId ? [parcel.orchardId] : [])],
  }
}

// The orchard, or we after it, are reminded so often and no more.
function withDeadline(parcel: FulfilmentDoc, did: FulfilmentMove, now: Instant): FulfilmentDoc {
  const reminders = did === 'overdue' ? sinceEscalated(parcel).length : 0
  const actBy = actDeadline(parcel.state, reminders, now)
  return actBy || parcel.actBy ? { ...parcel, actBy } : parcel
}

function stored(parcel: FulfilmentDoc, by: By, now: Instant): FulfilmentDoc {
  const lastDay = lastStorageDay(parcel, now)
  const hold: Hold = { kind: 'coldStorage', note: '', by: by.id, since: now, until: startOf(lastDay) }
  return {
    ...parcel,
    holds: putHold(liftHold(parcel.holds, 'confirmSend'), hold),
    storage: { since: now, lastDay, remindAt: nextReminder(now, lastDay) },
  }
}

/** The last day the fruit may stay: its storage life counted from the day it passed inspection (S3). */
export function lastStorageDay(parcel: FulfilmentDoc, now: Instant): string {
  const passed = parcel.inspections.find((inspection) => inspection.verdict === 'consistent')
  return addDays(dayOf(passed?.at ?? now), parcel.storageDays)
}

// A reminder a month, and a last one a week before the end; after that one the hold's own end speaks.
function nextReminder(now: Instant, lastDay: string): Instant {
  const last = startOf(addDays(lastDay, -POLICY.lastReminderDays))
  const next = later(now, POLICY.remindEveryDays, 'day')
  if (now >= last) return NEVER
  return next < last ? next : last
}

/** When the clock must look at this parcel. */
export function fulfilmentDueAt(parcel: FulfilmentDoc): Instant {
  const waits: Instant[] = [outboxDueAt(parcel.outbox)]
  if (parcel.state === 'offered') waits.push(parcel.acceptBy ?? NEVER)
  if (parcel.state === 'mismatched' || parcel.state === 'escalated') waits.push(parcel.actBy ?? NEVER)
  if (parcel.state === 'stored') waits.push(parcel.storage?.remindAt ?? NEVER)
  if (parcel.state === 'shipped') waits.push(parcel.trackAt ?? NEVER)
  for (const hold of parcel.holds) waits.push(hold.until ?? NEVER)
  return earliest(...waits)
}

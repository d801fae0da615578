import type { By } from '../history'
import { POLICY } from '../policy'
import { refuse, type Refusal } from '../refusals'
import { addDays, dayOf, later, type Day, type Instant } from '../time'
import { saysNothing } from '../words'
import type { FulfilmentCommand, FulfilmentEvent } from './decide'
import { badFruit, fruitIn, piecesIn, type FruitVerdict } from './fruit'
import type { FulfilmentDoc } from './fulfilment'
import type { FulfilmentMove, FulfilmentState } from './machine'

// What follows when fruit does not match its order (I4).

/** Days from the moment an orchard sends its fruit until they can leave the hub. */
const REDO_TO_SEND_DAYS = 3

type Judge = Extract<FulfilmentCommand, { type: 'judge' }>

/** Why a verdict, or what follows from one, is refused, or null. */
export function mismatchRefusal(command: FulfilmentCommand, parcel: FulfilmentDoc, now: Instant): Refusal | null {
  switch (command.type) {
    case 'judge':
      return judgeRefusal(command, parcel)
    case 'pass':
      return badFruit(parcel).length > 0 ? refuse('SOME_JUDGED_BAD', { count: badFruit(parcel).length }) : null
    case 'passGood':
    case 'sendAgain':
      return fitsVerdicts(command.type, parcel.kind, parcel) ? null : refuse('NOT_ALLOWED_NOW')
    case 'mismatch':
    case 'failAgain':
      if (!fitsVerdicts(command.type, parcel.kind, parcel)) return refuse('NOT_ALLOWED_NOW')
      return saysNothing(command.note) ? refuse('REASON_MISSING', {}, 'reason') : null
    case 'cannotRedo':
      return saysNothing(command.note) ? refuse('REASON_MISSING', {}, 'reason') : null
    case 'overdue':
      return parcel.actBy && now >= parcel.actBy ? null : refuse('NOT_ALLOWED_NOW')
    case 'unplaced':
      return wasReplaced(parcel) ? null : refuse('NOT_ALLOWED_NOW')
    case 'redo':
    case 'replace':
      if (fitsVerdicts(command.type, parcel.kind, parcel)) return null
      return failedTooOften(parcel)
        ? refuse('SENT_BACK_TOO_OFTEN', { most: POLICY.mostRedos })
        : refuse('NOT_ALLOWED_NOW')
    default:
      return null
  }
}

/** What says which way a verdict may go; absent in what an order keeps of its parcels. */
export type Looked = Partial<Pick<FulfilmentDoc, 'lines' | 'fruit' | 'judged' | 'inspections' | 'history'>>

/** Whether what the table allows can be done to this parcel at all, as far as verdicts so far decide it. */
export function fitsVerdicts(
  move: FulfilmentMove,
  kind: FulfilmentDoc['kind'],
  { lines = [], fruit, judged = [], inspections = [], history = [] }: Looked,
): boolean {
  const bad = badFruit({ judged }).length
  switch (move) {
    case 'judge':
      return kind === 'custom'
    case 'pass':
      return bad === 0
    case 'passGood':
      return bad > 0 && bad < piecesIn({ lines, fruit })
    case 'mismatch':
    case 'failAgain':
      return move === moveBack({ history })
    case 'sendAgain': {
      const [cause] = sinceEscalated({ history })
      return cause === undefined || cause.did === 'overdue'
    }
    case 'redo':
      return !isUnplaced({ history }) && !failedTooOften({ inspections, history })
    case 'replace':
      return !failedTooOften({ inspections, history })
    default:
      return true
  }
}

function judgeRefusal({ fruit, verdict, reason }: Judge, parcel: FulfilmentDoc) {
  if (parcel.kind !== 'custom') return refuse('NOT_ALLOWED_NOW')
  if (!fruitIn(parcel).includes(fruit)) return refuse('FRUIT_UNKNOWN', { fruit }, 'fruit')
  const judged = parcel.judged ?? []
  if (judged.length >= POLICY.mostJudged && !judged.some((known) => known.fruit === fruit))
    return refuse('JUDGED_TOO_MANY', { most: POLICY.mostJudged }, 'fruit')
  return verdict === 'inconsistent' && saysNothing(reason ?? '') ? refuse('REASON_MISSING', {}, 'reason') : null
}

/** A verdict on one fruit; the same one again is no event. */
export function judged(
  { fruit, verdict, reason, photo }: Judge,
  parcel: FulfilmentDoc,
  by: By,
  now: Instant,
): FulfilmentEvent[] {
  const next: FruitVerdict = {
    fruit,
    verdict,
    ...(reason && verdict === 'inconsistent' ? { reason } : {}),
    ...(photo ? { photo } : {}),
    by: by.id,
    at: now,
  }
  const known = parcel.judged?.find((each) => each.fruit === fruit)
  const same = known && sameVerdict(known, next)
  return same ? [] : [{ type: 'judged', verdict: next }]
}

const sameVerdict = (one: FruitVerdict, other: FruitVerdict): boolean =>
  one.verdict === other.verdict && one.reason === other.reason && one.photo === other.photo && one.by === other.by

/** Whether fruit has failed since this orchard has the work. */
export function hasFailedHere({ history }: Pick<FulfilmentDoc, 'history'>): boolean {
  const replaced = history.map(({ did }) => did).lastIndexOf('replace')
  return history.slice(replaced + 1).some(({ did }) => did === 'mismatch' || did === 'failAgain')
}

/** How fruit that does not match goes back: to its orchard the first time, to us from then on. */
export const moveBack = (parcel: Pick<FulfilmentDoc, 'history'>): 'mismatch' | 'failAgain' =>
  hasFailedHere(parcel) ? 'failAgain' : 'mismatch'

/** The moves since a parcel was last escalated: the one that led to it, then our reminders. */
export function sinceEscalated({ history }: Pick<FulfilmentDoc, 'history'>): FulfilmentDoc['history'] {
  return history.slice(history.map(({ to }) => to !== 'escalated').lastIndexOf(true) + 1)
}

/** Whether people have given it to another orchard: that none takes it is theirs to know. */
export const wasReplaced = ({ history }: Pick<FulfilmentDoc, 'history'>): boolean =>
  history.some(({ did }) => did === 'replace')

/** Whether it waits for people because no orchard takes it, so that it has none. */
export const isUnplaced = (parcel: Pick<FulfilmentDoc, 'history'>): boolean =>
  sinceEscalated(parcel)[0]?.did === 'unplaced'

/** How often fruit of this parcel has failed in all: it did not match, its orchard did not redo it, or none took it. */
export function timesFailed({ inspections, history }: Pick<FulfilmentDoc, 'inspections' | 'history'>): number {
  const notRedone = history.filter(
    ({ did, to }, i) => did === 'cannotRedo' || did === 'unplaced' || (did === 'overdue' && history[i - 1]?.to !== to),
  )
  return inspections.filter(({ verdict }) => verdict === 'inconsistent').length + notRedone.length
}

const failedTooOften = (parcel: Pick<FulfilmentDoc, 'inspections' | 'history'>): boolean =>
  timesFailed(parcel) >= POLICY.mostRedos

/** Until when somebody must act on fruit that did not match: its orchard, or we; null when nobody must. */
export function actDeadline(state: FulfilmentState, reminders: number, now: Instant): Instant | null {
  if (state === 'mismatched') return later(now, POLICY.redoDays, 'day')
  if (state === 'escalated' && reminders < POLICY.mostEscalationReminders)
    return later(now, POLICY.escalationHours, 'hour')
  return null
}

/** The day fruit that is grown or picked again can leave, if its orchard keeps its deadline. */
export function redoSendDay({ expectedSendDay }: Pick<FulfilmentDoc, 'expectedSendDay'>, now: Instant): Day {
  return sendDayOf(expectedSendDay, later(now, POLICY.redoDays, 'day'))
}

/** The day fruit that is sent again now can leave: no earlier than was told, and none that it cannot keep. */
export const resentSendDay = ({ expectedSendDay }: Pick<FulfilmentDoc, 'expectedSendDay'>, now: Instant): Day =>
  sendDayOf(expectedSendDay, now)

function sendDayOf(told: Day, sentAt: Instant): Day {
  const day = addDays(dayOf(sentAt), REDO_TO_SEND_DAYS)
  return day > told ? day : told
}

import { tidyWaybill } from '../carriers'
import type { By } from '../history'
import { outboxDueAt, queue } from '../message/outbox'
import { troubleIn } from '../message/trouble'
import type { OrderClaim, OrderDoc } from '../order/order'
import { POLICY } from '../policy'
import { earliest, later, type Instant } from '../time'
import { CLAIM_TABS, type ClaimDoc } from './claim'
import type { ClaimCommand, ClaimEvent } from './decide'
import { CLAIM_MADE, type AfterSaleState } from './machine'

/** The claim as it is first written, from what its order keeps of it; the merchant is told. */
export function newClaim(order: OrderDoc, { id, ask }: OrderClaim, by: By, now: Instant): ClaimDoc {
  const claim: ClaimDoc = {
    _id: id,
    version: 1,
    orderNo: order._id,
    openid: order.openid,
    createdAt: now,
    state: 'requested',
    lines: order.lines,
    ask,
    settledFen: null,
    answerBy: deadline('requested', now, 0),
    waybill: null,
    history: [{ at: now, by, did: 'request', to: 'requested', note: ask.note }],
    outbox: queue({}, 1, CLAIM_MADE, now, 1),
    dueAt: now,
    trouble: 0,
  }
  return watchedClaim(claim)
}

/** The claim after one write: events applied, version up by one, due moment derived anew. */
export function evolveClaim(
  claim: ClaimDoc,
  events: readonly ClaimEvent[],
  by: By,
  now: Instant,
  key?: string,
): ClaimDoc {
  const next = events.reduce((state, event) => apply(state, event, by, now, key), {
    ...claim,
    version: claim.version + 1,
  })
  return watchedClaim(next)
}

/** The claim with what follows from the rest of it: when the clock must look, and how much is in trouble. */
export function watchedClaim(claim: ClaimDoc): ClaimDoc {
  return { ...claim, dueAt: claimDueAt(claim), trouble: troubleIn(claim.outbox) }
}

function apply(claim: ClaimDoc, event: ClaimEvent, by: By, now: Instant, key?: string): ClaimDoc {
  const note = 'note' in event.command ? event.command.note : undefined
  return {
    ...carry(claim, event.command, now),
    state: event.to,
    answerBy: deadline(event.to, now, timesOverdue(claim) + (event.did === 'overdue' ? 1 : 0)),
    outbox: queue(claim.outbox, claim.version, event.effects, now, claim.history.length + 1),
    history: [
      ...claim.history,
      { at: now, by, did: event.did, to: event.to, ...(note ? { note } : {}), ...(key ? { key } : {}) },
    ],
  }
}

function carry(claim: ClaimDoc, command: ClaimCommand, now: Instant): ClaimDoc {
  switch (command.type) {
    case 'sendBack':
      return { ...claim, waybill: { carrier: command.carrier, no: tidyWaybill(command.waybill), at: now } }
    case 'settle':
      return { ...claim, settledFen: command.fen }
    default:
      return claim
  }
}

const OURS: readonly AfterSaleState[] = CLAIM_TABS.ours

const timesOverdue = ({ history }: ClaimDoc): number => history.filter(({ did }) => did === 'overdue').length

// A1: the merchant answers in time or a colleague must; the customer acts in time or the claim is let be.
function deadline(state: AfterSaleState, now: Instant, overdue: number): Instant | null {
  if (OURS.includes(state))
    return overdue < POLICY.mostClaimReminders ? later(now, POLICY.claimAnswerHours, 'hour') : null
  if (state === 'agreed') return later(now, POLICY.claimReturnDays, 'day')
  if (state === 'refused') return later(now, POLICY.claimInsistDays, 'day')
  return null
}

/** When the clock must look at this claim. */
export function claimDueAt(claim: ClaimDoc): Instant {
  return earliest(claim.answerBy, outboxDueAt(claim.outbox))
}

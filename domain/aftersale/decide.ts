import { waybillRefusal, type CarrierId } from '../carriers'
import { no, type Decision } from '../decision'
import type { Effect } from '../effects'
import type { By } from '../history'
import { step } from '../machine'
import { formatFen, type Fen } from '../money'
import { refuse, type Refusal } from '../refusals'
import type { Instant } from '../time'
import { saysNothing } from '../words'
import type { ClaimDoc } from './claim'
import { AFTER_SALE, type AfterSaleMove, type AfterSaleState } from './machine'

/** What may be done with a claim. Each command reads only its own details. */
export type ClaimCommand =
  | { type: 'agree' | 'withdraw' | 'receiveBack' | 'overdue' | 'lapse' }
  | { type: 'refuse' | 'escalate'; note: string }
  | { type: 'sendBack'; carrier: CarrierId; waybill: string }
  | { type: 'settle'; fen: Fen }

export interface ClaimEvent {
  type: 'moved'
  did: AfterSaleMove
  to: AfterSaleState
  effects: readonly Effect[]
  command: ClaimCommand
}

/** Decides one command on a claim: the table first, then what the table cannot say. */
export function decideClaim(command: ClaimCommand, claim: ClaimDoc, by: By, now: Instant): Decision<ClaimEvent> {
  const result = step(AFTER_SALE, claim.state, command.type, by.actor)
  if (!result.ok) return no(refuse(result.reason === 'WRONG_ACTOR' ? 'NOT_YOURS' : 'NOT_ALLOWED_NOW'))
  const refusal = guard(command, claim, now)
  if (refusal) return no(refusal)
  const { to, effects } = result.transition
  return { ok: true, events: [{ type: 'moved', did: command.type, to, effects, command }] }
}

function guard(command: ClaimCommand, claim: ClaimDoc, now: Instant): Refusal | null {
  switch (command.type) {
    case 'agree':
      // Agreeing means waiting for the fruit; money alone is settled at once.
      return claim.ask.remedy === 'returnAndRefund' ? null : refuse('NOT_ALLOWED_NOW')
    case 'escalate':
      if (hasInsisted(claim)) return refuse('NOT_ALLOWED_NOW')
      return saysNothing(command.note) ? refuse('REASON_MISSING', {}, 'note') : null
    case 'refuse':
      return saysNothing(command.note) ? refuse('REASON_MISSING', {}, 'reason') : null
    case 'sendBack':
      return waybillRefusal(command.carrier, command.waybill)
    case 'settle':
      return command.fen >= 1 && command.fen <= claim.ask.fen
        ? null
        : refuse('REFUND_TOO_MUCH', { most: formatFen(claim.ask.fen) }, 'fen')
    case 'overdue':
    case 'lapse':
      return claim.answerBy && now >= claim.answerBy ? null : refuse('NOT_ALLOWED_NOW')
    default:
      return null
  }
}

/** Whether the customer has escalated before: a second refusal is the last word. */
export function hasInsisted({ history }: Pick<ClaimDoc, 'history'>): boolean {
  return history.some(({ did }) => did === 'escalate')
}

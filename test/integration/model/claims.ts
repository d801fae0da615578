import type { AfterSaleMove, AfterSaleState } from '../../../domain/aftersale/machine'
import { AFTER_SALE } from '../../../domain/aftersale/machine'
import { CLAIM_REASONS, REMEDIES, type ClaimReason, type Remedy } from '../../../domain/aftersale/claim'
import { POLICY } from '../../../domain/policy'
import type { Actor } from '../../../domain/machine'
import { later, type Instant } from '../../../domain/time'
import { broken } from '../../support/broken'
import type { Draws } from '../../support/draw'
import { FANG, newKey } from '../support/orders'
import { ask, look, type Expected } from './ask'
import { May, OVER, type ClaimBelief, type OrderBelief, type Run } from './belief'
import { lostFen } from './bench'
import { learnOrder } from './shopper'

const OPEN = ['requested', 'agreed', 'refused', 'goodsOnTheWayBack', 'goodsBack', 'escalated'] as const
const said = (answer: { ok: boolean; error?: { code: string } } | null) => answer?.error?.code ?? 'no answer'

/** Fen that may still be claimed, by the model's own count: the price, less what was settled and what was given up. */
export function leftOf({ totalFen, claims, parcels }: OrderBelief): number {
  return claims.reduce((left, { settledFen }) => left - settledFen, totalFen - lostFen(parcels))
}

/** The shopper asks for some of the money back (A1). */
export async function claim(run: Run, order: OrderBelief, draws: Draws): Promise<string> {
  const { no, openid, claims } = order
  const left = leftOf(order)
  const fen = Math.max(1, draws.of([left, Math.ceil(left / 3), Math.ceil(left / 7), left + 1]))
  const input = {
    no,
    key: newKey(),
    remedy: draws.of(Object.keys(REMEDIES) as Remedy[]),
    reason: draws.of(Object.keys(CLAIM_REASONS) as ClaimReason[]),
    note: '有两枚磕坏了',
    fen,
    photos: [],
  }
  const answer = await ask(run, openid, 'orders.claim', input, mayClaim(run, order, fen))
  if (!answer?.ok) return `${fen} fen ${said(answer)}`
  // Whoever has a claim can make no second one, so the last one had ended.
  for (const { state } of claims) state.become(state.has('settled') ? 'settled' : 'withdrawn')
  const id = `${no}A${claims.length + 1}`
  const state = new May<AfterSaleState | 'absent'>(`${order.name}-A${claims.length + 1}`, 'requested')
  if (run.faulty) state.orBecome('absent')
  const now = run.shop.cloud.clock.now()
  claims.push({ id, remedy: input.remedy, askedFen: fen, settledFen: 0, insisted: false, since: now, state })
  return `${fen} fen, ${input.remedy}: ${learnOrder(order, answer.data)}`
}

function mayClaim(run: Run, order: OrderBelief, fen: number): Expected {
  const { state, parcels, claims } = order
  const refusals = ['NOT_ALLOWED_NOW', 'CLAIM_OPEN', 'CLAIM_TOO_LATE', 'CLAIMS_USED_UP', 'REFUND_TOO_MUCH'] as const
  const gone = parcels.every((parcel) => parcel.state.has(...OVER)) && state.has('accepted', 'completed')
  const open = claims.some((known) => known.state.isIn(...OPEN))
  if (!gone || open || fen > leftOf(order) || claims.length >= POLICY.maxClaims) return { can: 'no', refusals }
  const surely = parcels.every((parcel) => parcel.state.isIn(...OVER)) && state.isIn('accepted')
  const ended = claims.every((known) => !known.state.has(...OPEN))
  return { can: surely && ended && !run.unsure ? 'yes' : 'maybe', refusals }
}

function forClaim({ state, remedy, insisted }: ClaimBelief, command: AfterSaleMove, actor: Actor): Expected {
  const rows = AFTER_SALE.transitions.filter((row) => row.command === command && row.by.includes(actor))
  const states = rows.flatMap((row) => row.from)
  const able = !(command === 'agree' && remedy === 'refund') && !(command === 'escalate' && insisted)
  const can = !able ? 'no' : state.isIn(...states) ? 'yes' : state.has(...states) ? 'maybe' : 'no'
  return { can, refusals: state.has('absent') ? ['NOT_ALLOWED_NOW', 'CLAIM_UNKNOWN'] : ['NOT_ALLOWED_NOW'] }
}

function moved(run: Run, known: ClaimBelief, command: AfterSaleMove): void {
  known.state.become(AFTER_SALE.transitions.find((row) => row.command === command)!.to)
  known.since = run.shop.cloud.clock.now()
}

/** The shopper lets a claim be, insists on it, or sends the fruit back. */
export async function answerClaim(run: Run, order: OrderBelief, known: ClaimBelief, draws: Draws): Promise<string> {
  const { state } = known
  const { openid } = order
  const able = (['withdraw', 'escalate', 'sendBack'] as const).filter(
    (each) => forClaim(known, each, 'shopper').can !== 'no',
  )
  const likely = able.filter((each) => each !== 'withdraw' || draws.once(4))
  const act = draws.of(likely.length > 0 ? likely : (['withdraw', 'escalate', 'sendBack'] as const))
  const input = { id: known.id, key: newKey() }
  const expected = forClaim(known, act, 'shopper')
  const answer =
    act === 'withdraw'
      ? await ask(run, openid, 'orders.withdrawClaim', input, expected)
      : act === 'escalate'
        ? await ask(run, openid, 'orders.escalateClaim', { ...input, note: '再看一下照片' }, expected)
        : await ask(run, openid, 'orders.sendBackGoods', { ...input, carrier: 'SF', waybill: 'SF9876543210' }, expected)
  if (!answer?.ok) return `${state.name} ${act} ${said(answer)}`
  moved(run, known, act)
  known.insisted ||= act === 'escalate'
  return `${state.name} ${act}: ${learnOrder(order, answer.data)}`
}

/** The merchant opens the claims that wait and answers one of them. */
export async function handleClaims(run: Run, draws: Draws): Promise<string> {
  const list = await look(run, FANG, 'claims.list', { tab: draws.once(4) ? 'theirs' : 'ours' })
  if (!list) return 'no answer'
  const all = run.orders.flatMap(({ claims }) => claims)
  for (const { id, state } of list.claims) claimNamed(all, id).state.learn(state)
  if (list.claims.length === 0) return 'no claims'
  const known = claimNamed(all, draws.of(list.claims).id)
  const acts = (['agree', 'refuse', 'receiveBack', 'settle'] as const).filter(
    (each) => forClaim(known, each, 'merchant').can !== 'no',
  )
  return acts.length === 0
    ? `${known.state.name} waits for the shopper`
    : decideClaim(run, known, draws.of(acts), draws)
}

function claimNamed(claims: readonly ClaimBelief[], id: string): ClaimBelief {
  return claims.find((known) => known.id === id) ?? broken(`a list shows the claim ${id}, which nobody made`)
}

async function decideClaim(
  run: Run,
  known: ClaimBelief,
  act: 'agree' | 'refuse' | 'receiveBack' | 'settle',
  draws: Draws,
): Promise<string> {
  const input = { id: known.id, key: newKey() }
  const expected = forClaim(known, act, 'merchant')
  const fen = draws.of([known.askedFen, Math.ceil(known.askedFen / 2), known.askedFen + 1])
  const tooMuch: Expected = { can: 'no', refusals: ['REFUND_TOO_MUCH', ...expected.refusals] }
  const answer =
    act === 'refuse'
      ? await ask(run, FANG, 'claims.refuse', { ...input, reason: '照片里看不出来' }, expected)
      : act === 'settle'
        ? await ask(run, FANG, 'claims.settle', { ...input, fen }, fen > known.askedFen ? tooMuch : expected)
        : await ask(run, FANG, `claims.${act}`, input, expected)
  if (!answer?.ok) return `${known.state.name} ${act} ${said(answer)}`
  moved(run, known, act)
  known.state.learn(answer.data.state)
  if (act === 'settle') known.settledFen = fen
  return `${known.state.name} ${act} ${act === 'settle' ? `${fen} fen` : ''}`
}

/** What the clock may have done with a claim that nobody answered. */
export function ageClaim({ state, since }: ClaimBelief, now: Instant): void {
  if (state.has('absent')) state.orBecome('requested')
  if (state.has('requested') && now >= later(since, POLICY.claimAnswerHours, 'hour')) state.orBecome('escalated')
  const days = Math.min(POLICY.claimReturnDays, POLICY.claimInsistDays)
  if (state.has('agreed', 'refused') && now >= later(since, days, 'day')) state.orBecome('withdrawn')
}

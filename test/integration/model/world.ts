import type { FaultRule } from '../../../localcloud/src/faults'
import type { NoticeFault } from '../../../localcloud/src/pay/notices'
import { POLICY } from '../../../domain/policy'
import { later, type Instant } from '../../../domain/time'
import type { Draws } from '../../support/draw'
import { nextDue, passUntil } from '../support/cloud-world'
import { HOUR } from '../support/cloud'
import { isPaid, mayBeDelivered, planned, settle, type OrderBelief, type ParcelBelief, type Run } from './belief'
import { ageClaim } from './claims'
import { heardOf } from './shopper'

const TIMER_MINUTES = 10
const SIGNED_AFTER_HOURS = 46

/** A call that fails once, or whose answer is lost. */
const FAULTS: readonly Omit<FaultRule, 'nth'>[] = [
  ...['database.modifyDocument', 'database.insertDocument', 'wx.wxPayApi', 'wx.openApi'].flatMap((action) => [
    { action, kind: 'fail' as const, code: 'SYS_ERR', message: 'no answer' },
    { action, kind: 'drop-answer' as const },
  ]),
  { action: 'database.getDocument', kind: 'fail', code: 'SYS_ERR', message: 'no answer' },
] as Omit<FaultRule, 'nth'>[]

/** Rare, because a killed function starts anew; the tests that kill at every call are elsewhere. */
const KILL = { action: 'database.modifyDocument', kind: 'kill-function', when: 'after' } as const

/** Lets one of the next calls go wrong; says which. */
export function armFault({ shop }: Run, draws: Draws): string {
  const rule = { ...(draws.once(40) ? KILL : draws.of(FAULTS)), nth: 1 + draws.below(6) } as FaultRule
  shop.cloud.machine.faults.add(rule)
  return `${rule.action} ${rule.kind} at call ${rule.nth}`
}

/** Decides now and then what becomes of the next notice. */
export function armNotice(run: Run, draws: Draws): void {
  const faults: readonly NoticeFault[] = [
    { kind: 'lose' },
    { kind: 'lose', times: 2 },
    { kind: 'duplicate' },
    { kind: 'delay', ms: (1 + draws.below(40)) * HOUR },
    { kind: 'delay', ms: HOUR / 4 },
    { kind: 'reorder' },
  ]
  if (draws.once(2)) return
  run.shop.cloud.machine.notices.faultNext(draws.of(faults))
  run.noticeFaults += 1
}

/** A notice that WeChat never sent, of this order or of none; only what WeChat itself says counts (O7). */
export async function forgeNotice(run: Run, order: OrderBelief | undefined, draws: Draws): Promise<string> {
  const outTradeNo = order ? `${order.no}P${1 + draws.below(2)}` : 'GY260905XXXXXXXP1'
  if (order?.sheets.some((sheet) => sheet.outTradeNo === outTradeNo && sheet.paid)) heardOf(run, order, true)
  const { invoker } = run.shop.cloud.machine
  const event = { outTradeNo, totalFee: 1, resultCode: 'SUCCESS' }
  await invoker.invoke({ name: 'payment', event, identity: {}, source: 'service' })
  return outTradeNo.slice(order?.no.length ?? 0)
}

/** WeChat Pay, or its messages, stay silent for a day. */
export function goSilent(run: Run, draws: Draws): string {
  run.everSilent = true
  const action = draws.of(['wx.wxPayApi', 'wx.openApi'])
  run.silentUntil = later(run.shop.cloud.clock.now(), 1, 'day')
  run.shop.cloud.machine.faults.add({ action, kind: 'fail', code: 'SYS_ERR', message: 'no answer', times: 100_000 })
  run.faulty = true
  return action
}

/** The faults of this step are over; a long silence ends by the clock. */
export function endFaults(run: Run): void {
  if (run.silentUntil && run.shop.cloud.clock.now() < run.silentUntil) return
  run.silentUntil = null
  run.shop.cloud.machine.faults.clear()
}

/** Lets time pass: so many minutes, or until something is due. */
export async function pass(run: Run, minutes: number | 'untilDue'): Promise<string> {
  const { shop } = run
  const from = shop.cloud.clock.now()
  const due = nextDue(shop)
  const end = minutes === 'untilDue' ? (due < '9999' && due > from ? due : from) : later(from, minutes, 'minute')
  await passUntil(shop, later(end, minutes === 'untilDue' ? TIMER_MINUTES : 0, 'minute'))
  for (const order of run.orders) age(run, order, from)
  return shop.cloud.clock.now()
}

/** What the clock may have done, and what it must have done when nothing was made to fail. */
function age(run: Run, order: OrderBelief, from: Instant): void {
  const now = run.shop.cloud.clock.now()
  const { state, parcels, claims, payBy, sheets } = order
  for (const claim of claims) ageClaim(claim, now)
  // A notice that was late may have come.
  if (sheets.some(({ paid }) => paid)) settle({ ...run, faulty: true }, order)
  const ticked = new Date(Math.floor(Date.parse(now) / 600_000) * 600_000).toISOString()
  const mustHave = !run.faulty && ticked > from && ticked >= payBy
  if (now >= payBy && state.has('placed')) {
    // WeChat is asked before an order expires, so one that was paid in time is never cancelled.
    if (isPaid(order)) settle({ ...run, faulty: !mustHave }, order)
    else if (mustHave && state.isIn('placed')) state.become('cancelled')
    else state.orBecome('cancelled')
  }
  if (mustHave && isPaid(order) && state.has('placed')) settleLate(order)
  if (state.has('accepted')) planned({ ...run, faulty: true }, order)
  if (!state.has('inReview', 'placed')) for (const parcel of parcels) grow(parcel, now)
  const coming = parcels.filter((parcel) => !parcel.state.isIn('refunded'))
  const left = coming.map(({ shippedAt }) => shippedAt).filter((at) => at !== null)
  const last = left.sort()[left.length - 1]
  if (left.length === coming.length && last && now >= later(last, POLICY.autoReceiptDays, 'day')) {
    if (state.has('accepted')) state.orBecome('completed')
    mayBeDelivered(coming)
  }
}

// Several states were possible, and a clean tick has asked WeChat: it is not placed any more.
function settleLate({ state, parcels }: OrderBelief): void {
  const to = parcels.every(({ kind }) => kind === 'ready') ? 'accepted' : 'inReview'
  state.become(...(state.has('cancelled') ? (['cancelled', to] as const) : ([to] as const)))
}

function grow({ kind, state, failedAt, replaced, passedAt, shippedAt }: ParcelBelief, now: Instant): void {
  if (state.has('planned')) state.orBecome(kind === 'custom' ? 'offered' : 'packing')
  if (state.has('offered')) state.orBecome('planned')
  if (replaced && state.has('planned')) state.orBecome('escalated')
  if (failedAt && now >= later(failedAt, POLICY.redoDays, 'day') && state.has('mismatched')) state.orBecome('escalated')
  const silent = passedAt && now >= later(passedAt, POLICY.confirmDays, 'day')
  if (silent && state.has('passed')) state.orBecome('stored')
  // The shortest storage of the fruits used here, counted by days.
  if (passedAt && now >= later(passedAt, 89, 'day') && state.has('stored')) state.orBecome('packing')
  if (shippedAt && now >= later(shippedAt, SIGNED_AFTER_HOURS, 'hour') && state.has('shipped'))
    state.orBecome('delivered')
}

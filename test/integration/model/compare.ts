import { brokenBetween, brokenInvariants, dumpOf, type Dump } from '../../invariants'
import { piecesByCounter } from '../../../domain/order/order'
import { later } from '../../../domain/time'
import { isDissolved } from '../../invariants/dump'
import { broken } from '../../support/broken'
import { passUntil } from '../support/cloud-world'
import type { Run } from './belief'
import { leftOf } from './claims'
import { pass } from './world'
import { OPENING, START } from './start'

const say = (problems: readonly string[]) => (problems.length > 0 ? broken(problems.join('\n    ')) : undefined)

/** After every step: the rules that always hold, and the model's word on every order and parcel. */
export function compare(run: Run, before: Dump): Dump {
  const dump = dumpOf(run.shop.cloud)
  say(brokenBetween(before, dump))
  say(brokenInvariants(dump, { start: OPENING.counters, pushedAgain: run.unsure ? Infinity : 0 }))
  compareStates(run, dump)
  return dump
}

function compareStates({ orders }: Run, { documents }: Dump): void {
  for (const { no, name, state, parcels, claims } of orders) {
    const doc = documents.orders.find(({ _id }) => _id === no) ?? broken(`${name} is not there`)
    state.check(doc.state, 'the database says')
    for (const claim of claims) {
      const found = documents.aftersales.find(({ _id }) => _id === claim.id)
      claim.state.check(found?.state ?? 'absent', 'the database says')
    }
    for (const parcel of parcels) {
      const found = documents.fulfilments.find(({ _id }) => _id === parcel.id)
      parcel.state.check(found?.state ?? 'absent', 'the database says')
    }
  }
  const known = new Set(orders.map(({ no }) => no))
  say(documents.orders.filter(({ _id }) => !known.has(_id)).map(({ _id }) => `${_id} was placed by nobody`))
}

const HOURS_TO_REST = 3
const DAY_HOURS = 24

/** Lets the clock run without faults until nothing waits; then the sums must be exactly the model's. */
export async function compareAtRest(run: Run, before: Dump): Promise<Dump> {
  run.faulty = false
  run.silentUntil = null
  run.shop.cloud.machine.faults.clear()
  run.story.push('the clock runs on without faults')
  await pass(run, 60 * (run.everSilent ? HOURS_TO_REST + DAY_HOURS : HOURS_TO_REST))
  // The night gives back what failed acts left behind; the timer fires last, so that nothing is due after it.
  const now = run.shop.cloud.clock.now()
  const night = `${now.slice(0, 10)}T19:00:00.000Z`
  await passUntil(run.shop, night > now ? night : later(night, 1, 'day'))
  await pass(run, 0)
  const dump = dumpOf(run.shop.cloud)
  say(brokenBetween(before, dump))
  say(
    brokenInvariants(dump, {
      start: OPENING.counters,
      pushedAgain: run.unsure ? Infinity : 0,
      settled: true,
      night: true,
    }),
  )
  compareStates(run, dump)
  compareMoney(run, dump)
  compareFruit(run, dump)
  return dump
}

// What WeChat kept of each order: its price less what claims were settled with; nothing once it is cancelled.
function compareMoney({ orders }: Run, { documents, wechat }: Dump): void {
  for (const order of orders) {
    const { no, name, sheets } = order
    const mine = new Set(sheets.map(({ outTradeNo }) => outTradeNo))
    const paid = sheets.filter((sheet) => sheet.paid).reduce((sum, { fen }) => sum + fen, 0)
    const back = wechat.refunds.filter(({ outTradeNo }) => mine.has(outTradeNo))
    const kept = back.reduce((sum, { refundFee }) => sum - refundFee, paid)
    const state = documents.orders.find(({ _id }) => _id === no)?.state
    const owed = state === 'cancelled' || state === 'placed' ? 0 : leftOf(order)
    if (kept !== owed) broken(`${name} (${state}): ${paid} fen paid, ${kept} kept, ${owed} owed`)
  }
}

// What is left of each fruit: what there was, less the orders that live.
function compareFruit(_run: Run, { documents }: Dump): void {
  const living = documents.orders.filter((order) => order.state !== 'cancelled' || isDissolved(order))
  for (const { _id, available } of documents.counters.filter(({ _id: id }) => !id.startsWith('plot:'))) {
    const taken = living.reduce((sum, { lines }) => sum + (piecesByCounter(lines)[_id] ?? 0), 0)
    if (available !== (START.get(_id) ?? 0) - taken) broken(`${_id}: ${available} left after ${taken} were taken`)
  }
}

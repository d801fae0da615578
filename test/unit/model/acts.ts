import { FULFILMENT } from '../../../domain/fulfilment/machine'
import type { Actor } from '../../../domain/machine'
import type { OrderCommand } from '../../../domain/order/command'
import { later } from '../../../domain/time'
import type { Choice, Draws } from '../../support/draw'
import { ACTORS, by } from '../domain/given'
import { nextDue, tick } from './clock'
import { giveParcel, parcelActs } from './parcel-acts'
import { onOrder, troubles, tryAgain, type Answer } from './relay'
import { settleAt } from './till'
import { claimActs } from './claim-acts'
import type { World } from './world'

/** One thing that somebody may do now; `run` does it and answers what came of it. */
export interface Act extends Choice {
  run(draws: Draws): Answer
}

/** Everything that can happen in this world now. Likely next steps weigh more, so that sequences come far. */
export function actsIn(world: World): Act[] {
  return [
    ...paying(world),
    ...deciding(world),
    ...parcelActs(world),
    ...claimActs(world),
    ...waiting(world),
    blind(world),
  ]
}

function paying(world: World): Act[] {
  const { order, payments } = world
  const open: Act = {
    name: 'the shopper opens a payment sheet',
    weight: order.state === 'placed' && payments.length === 0 ? 8 : 1,
    run: (draws) => openSheet(world, draws.once(10) ? 1 : 0),
  }
  if (payments.length === 0) return [open]
  const pay: Act = {
    name: 'the shopper pays on a sheet',
    weight: 4,
    run(draws) {
      const payment = draws.of(payments)
      if (payment.state !== 'open') return `${payment.outTradeNo} is ${payment.state}`
      payment.state = 'paid'
      return `${payment.outTradeNo}, ${payment.fen} fen`
    },
  }
  const notice: Act = {
    name: 'a payment notice comes',
    weight: 4,
    run(draws) {
      const payment = draws.of(payments)
      return world.outage?.what === 'pay' ? 'no answer' : `${payment.outTradeNo} ${settleAt(world, payment)}`
    },
  }
  return [open, pay, notice]
}

// A sheet keeps the price it was opened with; now and then it is not the order's.
function openSheet(world: World, off: number): Answer {
  const { order, payments, now } = world
  const outTradeNo = `${order._id}P${payments.length + 1}`
  const attempt = { outTradeNo, at: now, totalFen: order.totalFen, sheet: {} }
  const answer = onOrder(world, { type: 'startPayment', attempt }, by('shopper'))
  if (answer === 'done')
    payments.push({
      outTradeNo,
      transactionId: `T-${outTradeNo}`,
      fen: order.totalFen - off,
      state: 'open',
      known: false,
    })
  return answer
}

function deciding(world: World): Act[] {
  const act = (name: string, weight: number, actor: Actor, command: OrderCommand): Act => ({
    name,
    weight,
    run: () => onOrder(world, command, by(actor)),
  })
  const { state } = world.order
  return [
    act('the shopper cancels', state === 'placed' ? 0.25 : 0.5, 'shopper', { type: 'cancel' }),
    act('the merchant approves', state === 'inReview' ? 8 : 0.3, 'merchant', { type: 'approve', pictures: {} }),
    act('the merchant rejects', 0.5, 'merchant', { type: 'reject', note: '字太密' }),
    act('the shopper confirms receipt', state === 'accepted' ? 1 : 0.3, 'shopper', { type: 'complete' }),
  ]
}

// An unpaid order lives half an hour: time passes less often while there is one, or most orders would expire.
function waiting(world: World): Act[] {
  const pace = world.order.state === 'placed' ? 0.25 : 1
  const pass = (minutes: number) => {
    world.now = later(world.now, minutes, 'minute')
    tick(world)
    return world.now
  }
  return [
    { name: 'minutes pass', weight: 3 * pace, run: (draws) => pass(10 * (1 + draws.below(4))) },
    { name: 'hours pass', weight: 1.5 * pace, run: (draws) => pass(60 * (1 + draws.below(80))) },
    {
      name: 'time passes until something is due',
      weight: 3 * pace,
      run() {
        const due = nextDue(world)
        if (due > world.now && due < '9999') world.now = due
        tick(world)
        return world.now
      },
    },
    {
      name: 'a member of staff has something tried again',
      weight: troubles(world) > 0 ? 2 : 0,
      run: () => tryAgain(world),
    },
    {
      name: 'WeChat goes silent for half a day',
      weight: 0.5,
      run(draws) {
        const what = draws.of(['pay', 'messages'] as const)
        world.outage = { what, until: later(world.now, 12, 'hour') }
        return what
      },
    },
    {
      // So that a second sheet is paid long after the first one.
      name: 'WeChat closes no payment for a season',
      weight: world.order.state === 'placed' && world.payments.length > 1 ? 4 : 0.02,
      run() {
        world.outage = { what: 'closing', until: later(world.now, 90, 'day') }
        return world.outage.until
      },
    },
  ]
}

const BLIND: readonly OrderCommand[] = [
  { type: 'approve', pictures: {} },
  { type: 'cancel' },
  { type: 'expire' },
  { type: 'complete' },
  { type: 'reject', note: '' },
  { type: 'sentBack', outTradeNo: 'nobody' },
  { type: 'refunded', no: 'nobody' },
]
const MOVES = [...new Set(FULFILMENT.transitions.map(({ command }) => command))]

// Anybody gives any command, however little sense it makes; only what the tables allow may come of it.
function blind(world: World): Act {
  return {
    name: 'somebody tries something',
    weight: 3,
    run(draws) {
      const actor = draws.of(ACTORS)
      const ids = [...world.parcels.keys()]
      if (ids.length === 0 || draws.once(3)) {
        const command = draws.of(BLIND)
        return `${actor} ${command.type}: ${onOrder(world, command, by(actor))}`
      }
      const id = draws.of(ids)
      const type = draws.of(MOVES)
      // Our own follow-ups are made by the relay only, which takes what they need first.
      if (actor === 'system' || type === 'offer') return 'left alone'
      return `${actor} ${type} on ${id.slice(-2)}: ${giveParcel(world, id, type, actor, draws)}`
    },
  }
}

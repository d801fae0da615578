import type { Choice, Draws } from '../../support/draw'
import { FUFENG, QIXIA, TIANSHUI } from '../support/orders'
import { FROM_SHELF, GROWN } from './baskets'
import * as bench from './bench'
import { allParcels, GONE, isPaid, type OrderBelief, type Run } from './belief'
import * as after from './claims'
import * as shopper from './shopper'
import * as staff from './staff'
import * as world from './world'

/** One thing that somebody may do now; `run` does it and says what came of it. */
export interface Act extends Choice {
  run(draws: Draws): Promise<string>
}

const MOST_ORDERS = 5

/** Everything that may happen now. What leads on weighs more, so that sequences come far; nothing is impossible. */
export function actsIn(run: Run): Act[] {
  return [...run.orders.flatMap((order) => shopping(run, order)), ...working(run), ...around(run)]
}

/** Orders, opens the sheet and pays: what most people do at one go. */
async function buy(run: Run, draws: Draws, baskets?: typeof GROWN): Promise<string> {
  const said = await shopper.place(run, draws, baskets)
  const order = run.orders[run.orders.length - 1]
  if (!order || !said.startsWith(order.name)) return said
  const opened = await shopper.openSheet(run, order)
  const [sheet] = order.sheets
  if (!sheet) return `${said}, ${opened}`
  if (draws.once(3)) world.armNotice(run, draws)
  return `${said}, ${opened}, ${await shopper.paySheet(run, order, sheet)}`
}

/** A whole way at one go, so that what comes after it is reached often: from the shelf to the carrier. */
async function buyAndShip(run: Run, draws: Draws): Promise<string> {
  return `${await buy(run, draws, FROM_SHELF)}; ${await staff.pack(run, draws)}`
}

/** As far as the question whether to send it. */
async function buyAndGrow(run: Run, draws: Draws): Promise<string> {
  const said = [await buy(run, draws, GROWN), await staff.review(run, draws)]
  const lasers = hasLaser(run) ? [FUFENG, FUFENG] : []
  for (const orchard of [QIXIA, QIXIA, TIANSHUI, ...lasers]) said.push(await staff.work(run, orchard, draws))
  said.push(await bench.inspect(run, draws), await bench.inspect(run, draws))
  return said.join('; ')
}

const hasLaser = (run: Run): boolean => allParcels(run).some(({ technique }) => technique === 'laser')

function shopping(run: Run, order: OrderBelief): Act[] {
  const { name, state, sheets, parcels, claims } = order
  const open = sheets.find(({ paid }) => !paid)
  const placed = state.has('placed')
  const gone = parcels.some((parcel) => parcel.state.has(...GONE))
  // The odd acts of all orders together weigh as much as those of one.
  const odd = 1 / run.orders.length
  const act = (what: string, weight: number, go: Act['run']): Act => ({ name: `${name} ${what}`, weight, run: go })
  const acts: Act[] = [
    act('opens a sheet', placed && !open ? 6 : 0.2 * odd, () => shopper.openSheet(run, order)),
    act('cancels', 0.5 * odd, () => shopper.cancel(run, order)),
    act('claims', gone ? 4 : 0.1 * odd, (draws) => after.claim(run, order, draws)),
    act('confirms receipt', gone ? 0.8 : 0.1 * odd, () => shopper.confirmReceipt(run, order)),
    act('checks its payment', placed && isPaid(order) ? 1.5 : 0.1 * odd, () => shopper.checkPayment(run, order)),
    act('is looked at', 0.4 * odd, () => shopper.lookAtOrder(run, order)),
    act('is tried by a stranger', 0.3 * odd, (draws) => shopper.trespass(run, order, draws)),
    act('gets a forged notice', 0.4 * odd, (draws) => world.forgeNotice(run, order, draws)),
    act('is decided out of turn', 0.3 * odd, (draws) => staff.decide(run, order, draws.once(2))),
  ]
  for (const sheet of sheets) {
    const last = sheet.outTradeNo.slice(order.no.length)
    const weight = sheet.paid ? 0.1 * odd : placed ? 8 : 0.4
    acts.push(
      act(`pays ${last}`, weight, (draws) => {
        world.armNotice(run, draws)
        return shopper.paySheet(run, order, sheet)
      }),
    )
  }
  if (open && placed) {
    acts.push(act('is charged another sum', 1, async (draws) => shopper.mischarge(run, open, draws)))
    acts.push(act('gets a second sheet', 1, () => shopper.secondSheet(run, order)))
  }
  for (const claim of claims) {
    const weight = claim.state.has('agreed', 'refused') ? 4 : 0.3 * odd
    acts.push(act(`answers for ${claim.state.name}`, weight, (draws) => after.answerClaim(run, order, claim, draws)))
  }
  for (const parcel of parcels) {
    const weight = parcel.state.has('passed') ? 3 : parcel.state.has('stored') ? 0.5 : 0.05 * odd
    const answer = (draws: Draws) => shopper.answerAsking(run, order, parcel, draws.once(2))
    acts.push(act(`answers for ${parcel.state.name}`, weight, answer))
  }
  return acts
}

/** A list that is surely empty is opened now and then too. */
const IDLE = 0.05

function working(run: Run): Act[] {
  const parcels = allParcels(run)
  const any = (...states: Parameters<(typeof parcels)[number]['state']['has']>) =>
    parcels.some(({ state }) => state.has(...states))
  const grows = any('offered', 'accepted', 'stickered', 'colouring', 'harvested', 'marked', 'mismatched')
  const reviews = run.orders.some(({ state }) => state.has('inReview'))
  const claimed = run.orders.some(({ claims }) => claims.some(({ state }) => !state.isIn('settled', 'withdrawn')))
  const act = (name: string, weight: number, go: Act['run']): Act => ({ name, weight, run: go })
  return [
    act('the merchant reviews', reviews ? 8 : IDLE, (draws) => staff.review(run, draws)),
    act('the inspector works', any('sentToHub', 'received') ? 8 : IDLE, (draws) => bench.inspect(run, draws)),
    act('support decides on failed fruit', any('escalated') ? 6 : IDLE, (draws) => bench.decideFailed(run, draws)),
    act('the packer works', any('packing') ? 4 : IDLE, (draws) => staff.pack(run, draws)),
    act('Qixia works', grows ? 6 : IDLE, (draws) => staff.work(run, QIXIA, draws)),
    act('Tianshui works', grows ? 5 : IDLE, (draws) => staff.work(run, TIANSHUI, draws)),
    act('Fufeng works', grows && hasLaser(run) ? 5 : IDLE, (draws) => staff.work(run, FUFENG, draws)),
    act('the merchant handles claims', claimed ? 5 : IDLE, (draws) => after.handleClaims(run, draws)),
    act('somebody meddles', 0.5, (draws) => staff.meddle(run, draws)),
  ]
}

function around(run: Run): Act[] {
  const { orders } = run
  const more = orders.length >= MOST_ORDERS ? 0.1 : orders.length === 0 ? 12 : 2
  // An unpaid order lives half an hour: time passes less often while there is one.
  const pace = orders.some(({ state }) => state.has('placed')) ? 0.3 : 1
  const stored = allParcels(run).some(({ state }) => state.has('stored'))
  return [
    { name: 'somebody orders', weight: more / 3, run: (draws) => shopper.place(run, draws) },
    { name: 'a box leaves at once', weight: more / 2, run: (draws) => buyAndShip(run, draws) },
    { name: 'an order grows', weight: more / 2, run: (draws) => buyAndGrow(run, draws) },
    { name: 'somebody orders and pays', weight: more, run: (draws) => buy(run, draws) },
    { name: 'a notice for no order', weight: 0.1, run: (draws) => world.forgeNotice(run, undefined, draws) },
    { name: 'minutes pass', weight: pace, run: (draws) => world.pass(run, 5 + draws.below(40)) },
    { name: 'hours pass', weight: 0.7 * pace, run: (draws) => world.pass(run, 60 * (1 + draws.below(60))) },
    {
      name: 'weeks pass',
      weight: (stored ? 3 : 0.1) * pace,
      run: (draws) => world.pass(run, 1440 * (10 + draws.below(40))),
    },
    { name: 'time passes until something is due', weight: pace, run: () => world.pass(run, 'untilDue') },
    { name: 'WeChat goes silent for a day', weight: 0.15, run: async (draws) => world.goSilent(run, draws) },
  ]
}

import type { OrderView } from '../../../contract'
import { seasonPhase } from '../../../domain/catalogue/season'
import type { OrderState } from '../../../domain/order/machine'
import { dayOf } from '../../../domain/time'
import { seasons } from '../../../workbench/demo/seasons'
import { broken } from '../../support/broken'
import type { Draws } from '../../support/draw'
import { ADDRESS, CHEN, LIN, newKey } from '../support/orders'
import { BASKETS, designsIn, parcelsOf, piecesOf, productOf, type Lines } from './baskets'
import { ask, forOrder, forParcel, look, type Expected } from './ask'
import {
  isPaid,
  May,
  mayBeDelivered,
  OVER,
  settle,
  type OrderBelief,
  type ParcelBelief,
  type Run,
  type Sheet,
} from './belief'
import { START } from './start'

export const SHOPPERS = [LIN, CHEN, 'o-shopper-third']

/** Places an order for one of the baskets, at the quoted price; sometimes the tap comes twice. */
export async function place(run: Run, draws: Draws, baskets: readonly Lines[] = BASKETS): Promise<string> {
  const openid = draws.of(SHOPPERS)
  const lines = draws.of(baskets)
  const quote = await look(run, openid, 'checkout.quote', { lines, province: ADDRESS.province })
  if (!quote) return 'no price'
  const input = { key: newKey(), lines, address: ADDRESS, remark: '', expectedTotalFen: quote.totalFen }
  const pieces = piecesOf(lines)
  const answer = await ask(run, openid, 'orders.place', input, mayBuy(run, lines, pieces))
  if (!answer?.ok) return answer ? answer.error.code : 'no answer'
  const { no, totalFen, payBy } = answer.data
  const name = `#${run.orders.length + 1}`
  run.orders.push({
    name,
    no,
    openid,
    totalFen,
    payBy,
    pieces,
    designs: lines.map(designsIn),
    state: new May<OrderState>(name, 'placed'),
    sheets: [],
    parcels: parcelsOf(name, no, lines, quote.lines),
    claims: [],
  })
  if (draws.once(5)) {
    const again = await ask(run, openid, 'orders.place', input, { can: 'yes', refusals: [] })
    if (again?.ok && again.data.no !== no) broken(`the same tap placed ${no} and ${again.data.no}`)
  }
  return `${name} of ${openid}, ${lines.map((line) => `${line.productId} ${line.packId}`).join(' + ')}`
}

// What is left by the model's own count: start, less what is surely taken, or what may be taken.
function mayBuy(run: Run, lines: Lines, pieces: Record<string, number>): Expected {
  const today = dayOf(run.shop.cloud.clock.now())
  const closed = lines.some((line) => {
    const product = productOf(line)
    const season = product.kind === 'custom' ? seasons.find(({ _id }) => _id === product.seasonId) : undefined
    return season && seasonPhase(season, today) !== 'open'
  })
  const refusals = ['SOLD_OUT', 'OUT_OF_SEASON'] as const
  if (closed) return { can: 'no', refusals }
  const fits = Object.entries(pieces).map(([counterId, wanted]) => {
    const taken = (sure: boolean) =>
      run.orders
        .filter((order) => (sure ? takesFruit(order) : run.unsure || mayTakeFruit(order)))
        .reduce((sum, order) => sum + (order.pieces[counterId] ?? 0), 0)
    const start = START.get(counterId) ?? 0
    if (start - taken(true) < wanted) return 'no'
    // After a fault something may be held for an order that was never written, until the night.
    return start - taken(false) >= wanted && !run.unsure ? 'yes' : 'maybe'
  })
  const can = fits.includes('no') ? 'no' : fits.includes('maybe') ? 'maybe' : 'yes'
  return { can, refusals }
}

// An order that was given up after it was accepted has been grown all the same.
const takesFruit = ({ state, parcels }: OrderBelief) =>
  !state.has('cancelled') || parcels.some((parcel) => parcel.state.isIn('refunded'))
const mayTakeFruit = ({ state, parcels }: OrderBelief) =>
  !state.isIn('cancelled') || parcels.some((parcel) => parcel.state.has('refunded'))

/** Opens a payment sheet. */
export async function openSheet(run: Run, order: OrderBelief): Promise<string> {
  const { no, openid, state, sheets, payBy } = order
  const inTime = run.shop.cloud.clock.now() < payBy
  const can = state.isIn('placed') && inTime ? 'yes' : state.has('placed') && inTime ? 'maybe' : 'no'
  const expected: Expected = { can, refusals: ['ALREADY_PAID', 'PAYMENT_EXPIRED'] }
  const answer = await ask(run, openid, 'orders.pay', { no, key: newKey() }, expected)
  if (!answer?.ok) return answer ? answer.error.code : 'no answer'
  state.learn('placed')
  const { outTradeNo, sheet, totalFen } = answer.data
  if (totalFen !== order.totalFen) broken(`${order.name}: the sheet asks for ${totalFen}, not ${order.totalFen}`)
  const known = sheets.find((each) => each.outTradeNo === outTradeNo)
  if (!known) sheets.push({ outTradeNo, sheet, fen: totalFen, paid: false })
  return known ? `${outTradeNo.slice(no.length)} again` : outTradeNo.slice(no.length)
}

/** Pays on a sheet; what becomes of WeChat's notice was decided before. */
export async function paySheet(run: Run, order: OrderBelief, sheet: Sheet): Promise<string> {
  const { openid, state } = order
  const said = await run.shop.usePaymentSheet(openid, sheet.sheet)
  const ok = said === 'requestPayment:ok'
  if (ok && sheet.paid) broken(`${sheet.outTradeNo} was paid twice`)
  // A sheet that was replaced by a newer one is closed.
  const newest = order.sheets[order.sheets.length - 1] === sheet
  if (!ok && newest && state.isIn('placed') && !sheet.paid) broken(`${sheet.outTradeNo} could not be paid: ${said}`)
  sheet.paid ||= ok
  if (!ok) return said
  heardOf(run, order, run.noticeFaults === 0)
  run.noticeFaults = Math.max(0, run.noticeFaults - 1)
  // A notice brings those along that it overtook.
  for (const other of run.orders) heardOf(run, other, false)
  return said
}

/** A notice may have come: at once and for sure, or perhaps. */
export function heardOf(run: Run, order: OrderBelief, surely: boolean): void {
  settle({ ...run, faulty: run.faulty || !surely }, order)
}

/** After the sheet closes the page asks what really happened. */
export async function checkPayment(run: Run, order: OrderBelief): Promise<string> {
  const { no, openid } = order
  heardOf(run, order, true)
  const view = await look(run, openid, 'orders.checkPayment', { no, key: newKey() })
  return view ? learnOrder(order, view) : 'no answer'
}

export async function cancel(run: Run, order: OrderBelief): Promise<string> {
  const { no, openid, state } = order
  const key = newKey()
  const answer = await ask(run, openid, 'orders.cancel', { no, key }, forOrder(order, 'cancel', 'shopper'))
  if (!answer?.ok) return answer ? answer.error.code : 'no answer'
  state.become('cancelled')
  for (const parcel of order.parcels) parcel.state.become('absent')
  return learnOrder(order, answer.data)
}

export async function confirmReceipt(run: Run, order: OrderBelief): Promise<string> {
  const { no, openid, state, parcels } = order
  const gone = parcels.every((parcel) => parcel.state.isIn(...OVER))
  const mayBeGone = parcels.every((parcel) => parcel.state.has(...OVER))
  const sure = state.isIn('accepted') && gone && !run.unsure
  const can = sure ? 'yes' : state.has('accepted') && mayBeGone ? 'maybe' : 'no'
  const input = { no, key: newKey() }
  const answer = await ask(run, openid, 'orders.confirmReceipt', input, { can, refusals: ['NOT_ALLOWED_NOW'] })
  if (!answer?.ok) return answer ? answer.error.code : 'no answer'
  state.become('completed')
  mayBeDelivered(parcels)
  const said = learnOrder(order, answer.data)
  // A write whose answer was lost is done, and the page still shows what was known before it.
  if (run.faulty) mayBeDelivered(parcels)
  return said
}

/** The shopper's word on a grown parcel (S2-S4). */
export async function answerAsking(run: Run, order: OrderBelief, parcel: ParcelBelief, send: boolean): Promise<string> {
  const [name, did, to] = send
    ? (['orders.confirmSend', 'confirmSend', 'packing'] as const)
    : (['orders.keepCold', 'keepCold', 'stored'] as const)
  const input = { id: parcel.id, key: newKey() }
  const expected = forParcel(parcel, did, 'shopper')
  const answer = await ask(run, order.openid, name, input, expected)
  if (!answer?.ok) return answer ? answer.error.code : 'no answer'
  parcel.state.become(to)
  // The same tap again changes nothing.
  await ask(run, order.openid, name, input, { can: 'yes', refusals: [] })
  return learnOrder(order, answer.data)
}

export async function lookAtOrder(run: Run, order: OrderBelief): Promise<string> {
  const view = await look(run, order.openid, 'orders.get', { no: order.no })
  return view ? learnOrder(order, view) : 'no answer'
}

/** Somebody else's order: it looks like none, whatever is asked (W4). */
export async function trespass(run: Run, order: OrderBelief, draws: Draws): Promise<string> {
  const stranger = SHOPPERS.find((openid) => openid !== order.openid)!
  const never = { can: 'no', refusals: ['ORDER_UNKNOWN', 'FULFILMENT_UNKNOWN'] } as const
  const key = newKey()
  const { no } = order
  const onOrder = ['orders.pay', 'orders.checkPayment', 'orders.cancel', 'orders.confirmReceipt'] as const
  if (draws.once(2)) await ask(run, stranger, draws.of(onOrder), { no, key }, never)
  else await ask(run, stranger, 'orders.confirmSend', { id: order.parcels[0].id, key }, never)
  return stranger
}

/** Takes in an order's page: its state, its parcels and its money must be what was believed possible. */
export function learnOrder(order: OrderBelief, view: OrderView): string {
  const { state, parcels, claims, totalFen, name, designs } = order
  const last = view.history[view.history.length - 1].to as OrderState
  state.learn(last)
  for (const parcel of parcels) {
    parcel.state.learn(view.parcels.find(({ id }) => id === parcel.id)?.state ?? 'absent')
  }
  for (const claim of claims) claim.state.learn(view.claims.find(({ id }) => id === claim.id)?.state ?? 'absent')
  const shown = view.lines.map(({ art }) => art.length)
  if (shown.join() !== designs.join())
    broken(`${name} shows ${shown.join()} designs, and ${designs.join()} were bought`)
  const bought = state.isIn('inReview', 'accepted', 'completed')
  if (bought && view.payment.paidFen !== totalFen) broken(`${name}: ${last} with ${view.payment.paidFen} paid`)
  if (bought && !isPaid(order)) broken(`${name}: ${last}, and WeChat took nothing`)
  return `${last}, ${view.headline}`
}

/** WeChat takes another sum than the order's: nothing is bought with it, and it goes back whole. */
export function mischarge(run: Run, sheet: Sheet, draws: Draws): string {
  const { records, orders } = run.shop.cloud.machine
  const payment = orders.find({ outTradeNo: sheet.outTradeNo })!
  sheet.fen += draws.of([-1, 1])
  records.put('order', sheet.outTradeNo, { ...payment, totalFee: sheet.fen })
  return `${sheet.fen} fen`
}

/** Two sheets stand open at once, which takes a first one of another price. */
export async function secondSheet(run: Run, order: OrderBelief): Promise<string> {
  const doc = run.shop.document('orders', order.no)
  const attempts = doc.payment.attempts.map((attempt) => ({ ...attempt, totalFen: attempt.totalFen - 1 }))
  run.shop.put('orders', { ...doc, version: doc.version + 1, payment: { ...doc.payment, attempts } })
  return openSheet(run, order)
}

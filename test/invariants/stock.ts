import { plotCounter } from '../../domain/catalogue/product'
import type { Counter } from '../../domain/catalogue/counter'
import { badFruit, piecesIn } from '../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import { piecesByCounter, type OrderDoc } from '../../domain/order/order'
import { growersOf } from '../support/split-parcels'
import { byId, isDissolved, sum, waits, type Asked, type Dump } from './dump'

/** O9: taken = reserved + sold, never below zero, and held only by whom it belongs to. */
export function brokenStock({ documents }: Dump, asked: Asked): string[] {
  const counters = byId(documents.counters)
  return [
    ...asked.start.flatMap((before) => brokenTotal(before, counters.get(before._id), documents)),
    ...documents.orders.flatMap((order) => brokenOrderStock(order, counters)),
    ...documents.fulfilments.flatMap((parcel) => brokenPlot(parcel, counters, asked)),
    ...documents.counters.flatMap((counter) => strangers(counter, documents, asked)),
  ]
}

function brokenTotal(before: Counter, counter: Counter | undefined, documents: Dump['documents']): string[] {
  if (!counter) return [`counter ${before._id} is gone`]
  const { _id, available, holds, sold, soldForGood } = counter
  const total = (one: Counter) =>
    one.available + sum(Object.values(one.holds)) + sum(Object.values(one.sold)) + one.soldForGood
  const problems: string[] = []
  if (total(counter) !== total(before)) {
    problems.push(`counter ${_id}: available + held + sold is ${total(counter)}, but there were ${total(before)}`)
  }
  const forGood = before.soldForGood + closedPieces(counter, documents)
  if (soldForGood !== forGood) problems.push(`counter ${_id}: ${soldForGood} sold for good, not ${forGood}`)
  if (!Number.isInteger(available) || available < 0) problems.push(`counter ${_id}: ${available} available`)
  for (const [holder, pieces] of [...Object.entries(holds), ...Object.entries(sold)]) {
    if (!Number.isInteger(pieces) || pieces <= 0) problems.push(`counter ${_id}: ${holder} has ${pieces} of it`)
  }
  for (const holder of Object.keys(holds)) {
    if (holder in sold) problems.push(`counter ${_id}: ${holder} holds and has bought`)
  }
  return problems
}

/** Pieces of accepted orders (in an orchard's share: of fruit it has grown) that the counter has forgotten by name. */
function closedPieces(counter: Counter, { orders, fulfilments }: Dump['documents']): number {
  const named = (id: string) => id in counter.holds || id in counter.sold
  const bought = orders
    .filter((order) => isAccepted(order) && !named(order._id))
    .map(({ lines }) => piecesByCounter(lines)[counter._id] ?? 0)
  const parcels = byId(fulfilments)
  const used = fulfilments.map((parcel) => {
    const { _id, splitOff } = parcel
    const times = plotsUsed(parcel).filter((plot) => plot === counter._id).length
    // Until they have a parcel of their own, the bad ones are this one's; what is still held by name is not closed yet.
    const unborn = splitOff && !parcels.has(splitOff) ? badFruit(parcel).length : 0
    return times * (piecesIn(parcel) + unborn) - (times > 0 ? (counter.holds[_id] ?? 0) : 0)
  })
  return sum(bought) + sum(used)
}

const plotsUsed = (parcel: FulfilmentDoc): string[] =>
  growersOf(parcel).map((orchardId) => plotCounter(orchardId, parcel.seasonId ?? ''))

/** Fruit that an orchard's room was taken for under this number, whatever was split off since. */
const roomOf = (parcel: FulfilmentDoc): number => piecesIn(parcel) + (parcel.splitOff ? badFruit(parcel).length : 0)

// An order that was given up has been grown all the same.
const isAccepted = (order: OrderDoc): boolean =>
  order.state === 'accepted' || order.state === 'completed' || isDissolved(order)
const isTaken = ({ state }: FulfilmentDoc): boolean => state !== 'planned' && state !== 'offered'
const ownPlot = ({ orchardId, seasonId }: FulfilmentDoc): string | null =>
  orchardId && seasonId ? plotCounter(orchardId, seasonId) : null

// What each stage of an order has taken of every counter it draws from. While an effect waits, before and after are right.
function brokenOrderStock(order: OrderDoc, counters: Map<string, Counter>): string[] {
  return Object.entries(piecesByCounter(order.lines)).flatMap(([counterId, pieces]) => {
    const counter = counters.get(counterId)
    const has = [counter?.holds[order._id] ?? 0, counter?.sold[order._id] ?? 0]
    const right = rightShares(order, pieces)
    if (right.some(([held, sold]) => held === has[0] && sold === has[1])) return []
    const wanted = right.map(([held, sold]) => `${held} held and ${sold} sold`).join(' or ')
    return [`order ${order._id} (${order.state}) has ${has[0]} held and ${has[1]} sold of ${counterId}, not ${wanted}`]
  })
}

function rightShares(order: OrderDoc, pieces: number): [held: number, sold: number][] {
  const [held, sold, none]: [number, number][] = [
    [pieces, 0],
    [0, pieces],
    [0, 0],
  ]
  if (order.state === 'placed') return [held]
  if (order.state === 'inReview') return waits(order, 'take') ? [held, sold] : [sold]
  if (isAccepted(order)) return waits(order, 'closeSale') ? [held, sold, none] : [none]
  return waits(order, 'giveBack') ? [held, sold, none] : [none]
}

/** What an orchard has promised: one plot for one parcel. */
function brokenPlot(parcel: FulfilmentDoc, counters: Map<string, Counter>, { night }: Asked): string[] {
  const { _id, seasonId, state } = parcel
  if (!seasonId) return []
  const held = [...counters.values()].filter(({ _id: id, holds }) => id.startsWith('plot:') && _id in holds)
  const own = ownPlot(parcel)
  const problems = held
    .filter(({ holds }) => holds[_id] !== roomOf(parcel))
    .map((counter) => `parcel ${_id} has ${counter.holds[_id]} of ${counter._id}, not ${roomOf(parcel)}`)
  const holds = held.some((counter) => counter._id === own)
  if (state === 'offered' && !holds) problems.push(`parcel ${_id} is offered and has no room at ${own}`)
  if (isTaken(parcel) && holds && !waits(parcel, 'closeSale')) {
    problems.push(`parcel ${_id} (${state}) still holds ${own}, which it has used`)
  }
  const others = held.filter((counter) => counter._id !== own)
  // Between the taking of a plot and the offer the parcel is still planned; what is left over goes back at night.
  if (night && state !== 'planned' && others.length > 0) {
    problems.push(`parcel ${_id} (${state}) also holds ${others.map((counter) => counter._id).join(', ')}`)
  }
  if (night && held.length > 1) problems.push(`parcel ${_id} holds ${held.length} plots`)
  return problems
}

/** Holders that are nobody, or that do not draw from this counter. */
function strangers(
  { _id, holds, sold }: Counter,
  { orders, fulfilments }: Dump['documents'],
  { night }: Asked,
): string[] {
  const known = new Set(
    _id.startsWith('plot:')
      ? fulfilments.map((parcel) => parcel._id)
      : orders.filter(({ lines }) => _id in piecesByCounter(lines)).map((order) => order._id),
  )
  const problems = Object.keys(sold)
    .filter((holder) => !known.has(holder))
    .map((holder) => `counter ${_id}: sold to ${holder}, who is nobody`)
  if (!night) return problems
  const orphans = Object.keys(holds).filter((holder) => !known.has(holder))
  return [...problems, ...orphans.map((holder) => `counter ${_id}: held for ${holder}, who is nobody`)]
}

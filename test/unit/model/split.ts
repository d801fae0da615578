import { badFruit, fruitIn, piecesOf, plannedId } from '../../../domain/fulfilment/fruit'
import { refundableFen, type OrderLine } from '../../../domain/order/order'
import { must } from '../../support/broken'
import { grownLines, lostOf } from './lost'
import { waits } from './waits'
import type { World } from './world'

/** What must hold however often parcels are split, sent back and given up (I4). */
export function checkSplit(world: World): void {
  if (world.parcels.size === 0) return
  for (const { planned, line } of grownLines(world)) {
    checkPieces(world, planned, line)
    checkShare(world, planned, line)
  }
  checkGivenUp(world)
  checkCompleted(world)
}

// Every fruit of a line is in one of its parcels, and in one only; or on its way into a parcel of its own.
function checkPieces({ parcels }: World, planned: string, line: OrderLine): void {
  const parts = [...parcels.values()].filter(({ _id }) => plannedId(_id) === planned)
  if (parts.length === 0) return
  const fruit = parts.flatMap((parcel) => [...fruitIn(parcel)])
  for (const parcel of parts) {
    const { _id, splitOff, outbox } = parcel
    if (!splitOff || parcels.has(splitOff)) continue
    must(waits(outbox, 'splitOff'), () => `${_id} was split, and nobody has the rest of it`)
    fruit.push(...badFruit(parcel).map((bad) => bad.fruit))
  }
  const all = Array.from({ length: piecesOf(line) }, (_, i) => i + 1)
  const there = [...fruit].sort((a, b) => a - b)
  must(there.join() === all.join(), () => `the parcels of ${planned} have the fruit ${there.join()}`)
}

// Lost fruit gives back its share of its line, and never more than the line's price.
function checkShare(world: World, planned: string, line: OrderLine): void {
  const { order, parcels } = world
  const refunds = order.payment.refunds.filter((refund) => plannedId(refund.for) === planned)
  const fen = refunds.reduce((sum, refund) => sum + refund.fen, 0)
  must(fen <= line.totalFen, () => `${fen} fen go back for ${planned}, which cost ${line.totalFen}`)
  if (order.state === 'cancelled' || [...parcels.values()].some(({ outbox }) => waits(outbox, 'mirror'))) return
  const share = lostOf(world, planned, line)
  must(fen === share, () => `${fen} fen go back for what was lost of ${planned}, not ${share}`)
}

// When nothing comes, the order is over and everything goes back.
function checkGivenUp({ order, parcels }: World): void {
  const all = [...parcels.values()]
  if (all.some(({ outbox }) => waits(outbox, 'mirror')) || waits(order.outbox, 'plan')) return
  const nothing = all.every(({ state }) => state === 'refunded')
  must(nothing === (order.state === 'cancelled'), () => `${order.state} with ${all.map(({ state }) => state).join()}`)
  const left = refundableFen(order.payment)
  must(!nothing || left === 0, () => `nothing comes, and ${left} fen are kept`)
}

function checkCompleted({ order, parcels }: World): void {
  if (order.state !== 'completed') return
  for (const { _id, state } of parcels.values()) {
    const over =
      ['delivered', 'refunded'].includes(state) || (state === 'shipped' && waits(order.outbox, 'closeParcels'))
    must(over, () => `the order is completed, and ${_id} is ${state}`)
  }
}

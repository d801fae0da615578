import { badFruit, fruitIn, piecesIn, piecesOf, plannedId } from '../../domain/fulfilment/fruit'
import type { FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import { parcelId, parcelLines, refundableFen, type OrderDoc, type OrderLine } from '../../domain/order/order'
import { byId, sum, waits, type Asked, type Dump } from './dump'

/**
 * However often a line's fruit is split and sent back, each of them is in exactly one parcel, and for what will not come its
 * share of the money goes back: never more than the line cost, and everything when nothing comes (I4).
 */
export function brokenSplits({ documents }: Dump, _asked: Asked): string[] {
  const parcels = byId(documents.fulfilments)
  return documents.orders.flatMap((order) => {
    const own = documents.fulfilments.filter(({ orderNo }) => orderNo === order._id)
    const lines = parcelLines(order.lines).flatMap(([line], i) => {
      const planned = parcelId(order._id, i + 1)
      const parts = own.filter(({ _id }) => plannedId(_id) === planned)
      if (line.kind === 'ready' || parts.length === 0) return []
      return [...brokenParts(planned, line, parts, parcels), ...brokenShare(order, planned, line, parts)]
    })
    return [...lines, ...brokenEnd(order, own)]
  })
}

function brokenParts(
  planned: string,
  line: OrderLine,
  parts: readonly FulfilmentDoc[],
  parcels: ReadonlyMap<string, FulfilmentDoc>,
): string[] {
  const unborn = parts.filter(({ splitOff }) => splitOff && !parcels.has(splitOff))
  const lost = unborn.filter((parcel) => !waits(parcel, 'splitOff'))
  const fruit = [...parts.flatMap(fruitIn), ...unborn.flatMap((parcel) => badFruit(parcel).map(({ fruit }) => fruit))]
  const all = Array.from({ length: piecesOf(line) }, (_, i) => i + 1).join()
  const there = [...fruit].sort((a, b) => a - b).join()
  return [
    ...lost.map(({ _id }) => `parcel ${_id} was split, and nobody has the rest of it`),
    ...(there === all ? [] : [`the parcels of ${planned} have the fruit ${there}`]),
  ]
}

function brokenShare(
  { state, payment }: OrderDoc,
  planned: string,
  line: OrderLine,
  parts: readonly FulfilmentDoc[],
): string[] {
  const back = sum(payment.refunds.filter((refund) => plannedId(refund.for) === planned).map(({ fen }) => fen))
  if (back > line.totalFen) return [`${back} fen go back for ${planned}, which cost ${line.totalFen}`]
  // The last of an order takes all that is left with it.
  const open = parts.some((parcel) => waits(parcel, 'mirror'))
  if (open || state === 'cancelled') return []
  const lost = sum(parts.filter((parcel) => parcel.state === 'refunded').map(piecesIn))
  const share = Math.floor((line.totalFen * lost) / piecesOf(line))
  return back === share ? [] : [`${back} fen go back for what was lost of ${planned}, not ${share}`]
}

function brokenEnd(order: OrderDoc, own: readonly FulfilmentDoc[]): string[] {
  const open = own.length === 0 || waits(order, 'plan') || own.some((parcel) => waits(parcel, 'mirror'))
  if (open || own.some(({ state }) => state !== 'refunded')) return []
  if (order.state !== 'cancelled') return [`nothing of order ${order._id} comes, and it is ${order.state}`]
  const left = refundableFen(order.payment)
  return left === 0 ? [] : [`nothing of order ${order._id} comes, and ${left} fen are kept`]
}

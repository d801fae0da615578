import { piecesIn, piecesOf, plannedId } from '../../../domain/fulfilment/fruit'
import { parcelId, parcelLines, type OrderLine } from '../../../domain/order/order'
import type { World } from './world'

/** The lines of an order that are grown, each with the number of the parcel they were planned as. */
export function grownLines({ order }: World): { planned: string; line: OrderLine }[] {
  return parcelLines(order.lines).flatMap(([line], i) =>
    line.kind === 'custom' ? [{ planned: parcelId(order._id, i + 1), line }] : [],
  )
}

/** Fen that go back for fruit which will not come: of each line its share, however many parcels it was lost in. */
export function lostFen(world: World): number {
  return grownLines(world).reduce((sum, { planned, line }) => sum + lostOf(world, planned, line), 0)
}

/** As `lostFen`, of one line. */
export function lostOf({ parcels }: World, planned: string, line: OrderLine): number {
  const gone = [...parcels.values()].filter(({ _id, state }) => plannedId(_id) === planned && state === 'refunded')
  const pieces = gone.reduce((sum, parcel) => sum + piecesIn(parcel), 0)
  return Math.floor((line.totalFen * pieces) / piecesOf(line))
}

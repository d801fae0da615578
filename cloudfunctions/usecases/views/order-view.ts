import type { OrderCard, OrderList, OrderView } from '../../../contract'
import { orderActions, parcelActions } from '../../../domain/actions'
import type { ClaimDoc } from '../../../domain/aftersale/claim'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { ORDER_TABS, type OrderTab } from '../../../domain/order/headline'
import { expectedSendDayOf, refundableFen, type OrderDoc, type Parcel } from '../../../domain/order/order'
import { autoReceiptAt } from '../../../domain/order/evolve'
import { dayOf, NEVER, type Day, type Instant } from '../../../domain/time'
import type { Ports } from '../../ports/ports'
import { claimFiles, claimView } from './claim-view'
import { lineFiles, lineView, linksTo, type Links } from './line-view'
import { parcelFiles, parcelView } from './parcel-view'

/** An order with its parcels and claims as its customer sees it; one call for all links. */
export async function orderView(
  ports: Ports,
  order: OrderDoc,
  parcels: readonly FulfilmentDoc[],
  claims: readonly ClaimDoc[],
): Promise<OrderView> {
  const now = ports.now()
  const links = await linksTo(ports, [
    ...lineFiles(order.lines),
    ...parcels.flatMap(parcelFiles),
    ...claims.flatMap(claimFiles),
  ])
  const receipt = autoReceiptAt(order)
  const { state, paidFen, refundedFen, paidAt } = order.payment
  return {
    no: order._id,
    createdAt: order.createdAt,
    headline: order.headline,
    lines: order.lines.map((line) => lineView(line, links)),
    address: order.address,
    remark: order.remark,
    goodsFen: order.goodsFen,
    freightFen: order.freightFen,
    totalFen: order.totalFen,
    payment: { state, paidFen, refundedFen, paidAt: paidAt ?? null },
    payBy: order.payBy,
    expectedSendDay: expectedSendDayOf(order),
    holds: order.holds.map(({ kind, note, since, until }) => ({ kind, note, since, until })),
    parcels: parcels.map((parcel) => parcelView(parcel, order.payment.refunds, links, now)),
    claims: claims.map((claim) => claimView(claim, links, 'shopper')),
    claimableFen: refundableFen(order.payment),
    actions: orderActions(order, 'shopper', now),
    history: order.history.map(({ at, did, to, note }) => ({ at, did, to, ...(note ? { note } : {}) })),
    autoReceiptAt: receipt === NEVER ? null : receipt,
  }
}

/** An order as one card of My Orders. */
export function orderCard(order: OrderDoc, links: Links, now: Instant): OrderCard {
  return {
    no: order._id,
    createdAt: order.createdAt,
    headline: order.headline,
    lines: order.lines.map((line) => lineView(line, links)),
    totalFen: order.totalFen,
    expectedSendDay: expectedSendDayOf(order),
    payBy: order.payBy,
    actions: orderActions(order, 'shopper', now),
    parcel: askingParcel(order),
    failed: failedOf(order),
  }
}

// What has no day yet speaks before what has one: the order's day is that of its last fruit.
function failedOf({ parcels }: OrderDoc): OrderCard['failed'] {
  const states = Object.values(parcels).map(({ state }) => state)
  if (states.includes('escalated')) return 'delayed'
  return states.includes('mismatched') ? 'redoing' : null
}

// An order that has ended asks nothing more, whatever its parcels last said.
function askingParcel(order: OrderDoc): OrderCard['parcel'] {
  if (order.state !== 'accepted') return null
  const asking = Object.values(order.parcels)
    .map((parcel) => ({ parcel, actions: parcelActions(parcel, 'shopper') }))
    .filter(({ actions }) => actions.length > 0)
  // The headline speaks of what waits for a first word before what lies in the cold; the card's buttons do too.
  const first = asking.find(({ parcel }) => parcel.state === 'passed') ?? asking[0]
  if (!first) return null
  const { parcel, actions } = first
  return { id: parcel.id, state: parcel.state, actions, lastDay: lastDayOf(parcel) }
}

// The mirror keeps the hold, which ends when the last day begins.
function lastDayOf(parcel: Parcel): Day | null {
  const hold = parcel.holds.find(({ kind }) => kind === 'coldStorage')
  return hold?.until ? dayOf(hold.until) : null
}

/** Orders per tab, from orders per headline (F2). */
export function tabCounts(byHeadline: Record<string, number>): OrderList['counts'] {
  const counts = { all: Object.values(byHeadline).reduce((sum, count) => sum + count, 0) } as OrderList['counts']
  for (const tab of Object.keys(ORDER_TABS) as OrderTab[]) {
    counts[tab] = ORDER_TABS[tab].reduce((sum, headline) => sum + (byHeadline[headline] ?? 0), 0)
  }
  return counts
}

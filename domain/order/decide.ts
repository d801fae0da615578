import type { ClaimAsk } from '../aftersale/claim'
import { no, type Decision } from '../decision'
import type { By } from '../history'
import { refuse } from '../refusals'
import type { Instant } from '../time'
import { saysNothing } from '../words'
import { claimRefusal } from './claimable'
import type { OrderCommand, OrderEvent } from './command'
import { move } from './decide-move'
import { owe, refunded, sentBack, settle, startPayment } from './decide-payment'
import { autoReceiptAt } from './evolve'
import { verdictsAtReview, type PictureVerdict } from './verdicts'
import { allOnTheWay, allPlanned, comingParcels, refundableFen, type OrderDoc, type Parcel } from './order'
import { lostShareFen } from './refund'

/** Decides one command on an order. An empty list of events means it was done before: a repeat does no harm. */
export function decideOrder(command: OrderCommand, order: OrderDoc, by: By, now: Instant): Decision<OrderEvent> {
  switch (command.type) {
    case 'startPayment':
      return startPayment(command.attempt, order, now)
    case 'settle':
      return settle(command, order, by, now)
    case 'refunded':
      return refunded(command.no, order, now)
    case 'owe':
      return owe(command, order, by, now)
    case 'claim':
      return claim(command.ask, order, by, now)
    case 'mirrorClaim':
      return mirrorClaim(command, order, by, now)
    case 'sentBack':
      return sentBack(command.outTradeNo, order, now)
    case 'mirror':
      return mirror(command.parcel, order, by, now)
    case 'expire':
      if (order.state === 'placed' && now < order.payBy) return no(refuse('NOT_ALLOWED_NOW'))
      return move('expire', order, by)
    case 'approve':
      return approve(command.pictures, order, by, now)
    case 'reject':
      if (saysNothing(command.note)) return no(refuse('REASON_MISSING', {}, 'reason'))
      return move('reject', order, by, command.note)
    case 'complete':
      if (!allOnTheWay(order)) return no(refuse('NOT_ALLOWED_NOW'))
      if (by.actor === 'clock' && now < autoReceiptAt(order)) return no(refuse('NOT_ALLOWED_NOW'))
      return move('complete', order, by)
    default:
      return move(command.type, order, by, command.note)
  }
}

// W1: what WeChat refuses is not printed, whoever would let it pass.
function approve(
  pictures: Readonly<Record<string, PictureVerdict>>,
  order: OrderDoc,
  by: By,
  now: Instant,
): Decision<OrderEvent> {
  const moved = move('approve', order, by)
  if (!moved.ok) return moved
  const verdicts = verdictsAtReview(order, pictures, now)
  if (verdicts.some(({ verdict }) => verdict === 'refused')) return no(refuse('PICTURE_REFUSED'))
  return { ok: true, events: [{ type: 'contentJudged', verdicts }, ...moved.events] }
}

function claim(ask: ClaimAsk, order: OrderDoc, by: By, now: Instant): Decision<OrderEvent> {
  const moved = move('claim', order, by, ask.note)
  const refusal = moved.ok ? claimRefusal(ask, order, now) : null
  if (!moved.ok || refusal) return refusal ? no(refusal) : moved
  const id = `${order._id}A${Object.keys(order.claims).length + 1}`
  return {
    ok: true,
    events: [{ type: 'claimOpened', claim: { id, version: 0, state: 'requested', ask } }, ...moved.events],
  }
}

// A settled claim is over only once its money is owed: both in one write, so that nothing can claim the same money between.
function mirrorClaim(
  { claim, settled }: Extract<OrderCommand, { type: 'mirrorClaim' }>,
  order: OrderDoc,
  by: By,
  now: Instant,
): Decision<OrderEvent> {
  const known = order.claims[claim.id]
  if (!known || known.version >= claim.version) return { ok: true, events: [] }
  const owing = settled
    ? owe({ type: 'owe', for: claim.id, ...settled }, order, by, now)
    : ({ ok: true, events: [] } as const)
  return owing.ok ? { ok: true, events: [{ type: 'claimMirrored', claim }, ...owing.events] } : owing
}

// Mirrors may arrive late or twice; only a newer picture of the parcel counts.
function mirror(parcel: Parcel, order: OrderDoc, by: By, now: Instant): Decision<OrderEvent> {
  const known = order.parcels[parcel.id]
  if (known && known.version >= parcel.version) return { ok: true, events: [] }
  const mirrored: OrderEvent = { type: 'parcelMirrored', parcel }
  const back = parcel.lost ? giveUp(parcel, order, by, now) : ({ ok: true, events: [] } as const)
  return back.ok ? { ok: true, events: [mirrored, ...back.events] } : back
}

// I4, A2: the money of fruit that will not come is owed in the same write that says so; of the last of it, all that is left.
function giveUp(parcel: Parcel, order: OrderDoc, by: By, now: Instant): Decision<OrderEvent> {
  const after = { ...order, parcels: { ...order.parcels, [parcel.id]: parcel } }
  if (allPlanned(after) && comingParcels(after).length === 0) return move('dissolve', order, by, NOT_GROWN)
  const fen = Math.min(lostShareFen(after, parcel), refundableFen(order.payment))
  return fen === 0
    ? { ok: true, events: [] }
    : owe({ type: 'owe', for: parcel.id, fen, reason: NOT_GROWN }, order, by, now)
}

const NOT_GROWN = '没有长好，做不成'

import type { Aggregate } from '../../../cloudfunctions/collections'
import type { ClaimDoc } from '../../../domain/aftersale/claim'
import { newClaim } from '../../../domain/aftersale/evolve'
import { isMessage, type Effect, type PlainEffect } from '../../../domain/effects'
import { fulfilmentDueAt } from '../../../domain/fulfilment/evolve'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import { parcelOf, type FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { wasReplaced } from '../../../domain/fulfilment/mismatch'
import { hasGrown, isTaken, roomFor } from '../../../domain/fulfilment/room'
import { splitOff } from '../../../domain/fulfilment/split'
import { queue } from '../../../domain/message/outbox'
import type { TemplateKey } from '../../../domain/message/templates'
import { parcelLines, piecesByCounter, strays } from '../../../domain/order/order'
import { aParcel, by, LASER_DATES } from '../domain/given'
import { broken, Unanswered } from '../../support/broken'
import { onOrder, onParcel, relayClaim, relayParcel } from './relay'
import { settleAt } from './till'
import { LASER_PRODUCT, ORCHARDS, type Pieces, type Plot, type World } from './world'

const system = by('system')

/** The outside as the effects move it, each harmless when repeated: a small copy of what the use cases promise. */
export function carryOut(world: World, doc: Aggregate, entryId: string, effect: Effect): void {
  const { outage } = world
  if (isMessage(effect)) {
    // The inbox is ours and takes the entry at once; it is WeChat's push that may not answer.
    world.inbox.set(`${doc._id}.${entryId}`, effect.slice('tell.'.length) as TemplateKey)
    if (outage?.what === 'messages') throw new Unanswered('WeChat is silent')
    return
  }
  if (outage?.what === 'closing' && effect === 'closePayment') throw new Unanswered('WeChat does not close a payment')
  if (outage?.what === 'pay' && NEEDS_PAY.has(effect)) throw new Unanswered('WeChat Pay is silent')
  if ('payment' in doc) ofOrder(world, effect as PlainEffect)
  else if ('ask' in doc) ofClaim(world, doc, effect as PlainEffect)
  else ofParcel(world, doc, effect as PlainEffect)
}

const NEEDS_PAY = new Set<Effect>(['refund', 'sendBack', 'closePayment'])

function ofOrder(world: World, effect: PlainEffect): void {
  switch (effect) {
    case 'take':
      return eachCounter(world, (pieces) => {
        pieces.sold += pieces.held
        pieces.held = 0
      })
    case 'giveBack':
      return eachCounter(world, (pieces) => {
        pieces.left += pieces.held + pieces.sold
        pieces.held = pieces.sold = 0
      })
    case 'closeSale':
      return eachCounter(world, (pieces) => {
        pieces.gone += pieces.held + pieces.sold
        pieces.held = pieces.sold = 0
      })
    case 'refund':
      return refund(world)
    case 'sendBack':
      return sendBack(world)
    case 'closePayment':
      return closePayment(world)
    case 'plan':
      return plan(world)
    case 'closeParcels':
      for (const [id, { state }] of world.parcels)
        if (state === 'shipped') onParcel(world, id, { type: 'deliver' }, system)
      return
    case 'openClaim':
      return openClaims(world)
    default:
      broken(`an order asks for ${effect}`)
  }
}

function ofParcel(world: World, parcel: FulfilmentDoc, effect: PlainEffect): void {
  switch (effect) {
    case 'allot':
      return allot(world, parcel)
    case 'closeSale':
      return closeRoom(world, parcel)
    case 'mirror':
      return void onOrder(world, { type: 'mirror', parcel: parcelOf(parcel) }, system)
    case 'freePlace':
      for (const [place, holder] of world.places) if (holder === parcel._id) world.places.set(place, '')
      return
    case 'splitOff':
      return openSplitOff(world, parcel)
    case 'uploadShipping':
      if (!parcel.waybill && parcel.state !== 'refunded') broken('shipping info without a waybill')
      return
    default:
      broken(`a parcel asks for ${effect}`)
  }
}

function ofClaim(world: World, { _id: id, version, state, settledFen }: ClaimDoc, effect: PlainEffect): void {
  if (effect !== 'mirror') broken(`a claim asks for ${effect}`)
  const settled = settledFen === null ? null : { fen: settledFen, reason: 'claim' }
  const answer = onOrder(world, { type: 'mirrorClaim', claim: { id, version, state }, settled }, system)
  if (answer !== 'done' && answer !== 'nothing')
    broken(`${id} was settled with ${settledFen}, the order says ${answer}`)
}

function openClaims(world: World): void {
  for (const asked of Object.values(world.order.claims)) {
    if (asked.version > 0 || world.claims.has(asked.id)) continue
    world.claims.set(asked.id, newClaim(world.order, asked, by('shopper'), world.now))
    relayClaim(world, asked.id)
  }
}

function openSplitOff(world: World, parcel: FulfilmentDoc): void {
  const back = splitOff(parcel)
  if (!back || world.parcels.has(back._id)) return
  world.parcels.set(back._id, back)
  relayParcel(world, back._id)
}

function closeRoom({ plots }: World, parcel: FulfilmentDoc): void {
  const plot = parcel.orchardId && isTaken(parcel) && plots.get(parcel.orchardId)
  if (plot) closeIn(plot, parcel._id, roomFor(parcel))
}

function closeIn({ kept, gone }: Plot, id: string, pieces: number): void {
  if (kept.delete(id)) gone.set(id, pieces)
}

function eachCounter({ shelf, order }: World, move: (pieces: Pieces) => void) {
  for (const counterId of Object.keys(piecesByCounter(order.lines))) move(shelf.get(counterId)!)
}

function refund(world: World): void {
  const { paidWith, refunds } = world.order.payment
  for (const { no, fen, doneAt } of refunds) {
    if (doneAt || !paidWith) continue
    payBack(world, no, paidWith, fen)
    const answer = onOrder(world, { type: 'refunded', no }, system)
    if (answer !== 'done') broken(`the refund ${no} of ${fen} was not noted: ${answer}`)
  }
}

function sendBack(world: World): void {
  for (const { outTradeNo, paidFen, sentBackAt } of strays(world.order.payment)) {
    if (sentBackAt) continue
    payBack(world, `${outTradeNo}R1`, outTradeNo, paidFen)
    onOrder(world, { type: 'sentBack', outTradeNo }, system)
  }
}

// WeChat pays one refund number once, and refuses it with another sum.
function payBack({ refunds }: World, no: string, outTradeNo: string, fen: number): void {
  const before = refunds.get(no)
  if (before && before.fen !== fen) broken(`refund ${no} was ${before.fen} and is now ${fen}`)
  refunds.set(no, { outTradeNo, fen })
}

function closePayment(world: World): void {
  const known = [world.order.payment.paidWith, ...strays(world.order.payment).map(({ outTradeNo }) => outTradeNo)]
  for (const payment of world.payments) {
    if (known.includes(payment.outTradeNo)) continue
    if (payment.state === 'open') payment.state = 'closed'
    if (payment.state === 'paid') settleAt(world, payment)
  }
}

function plan(world: World): void {
  const { order } = world
  for (const [i, lines] of parcelLines(order.lines).entries()) {
    const id = `${order._id}-F${i + 1}`
    const [{ kind }] = lines
    if (!world.parcels.has(id)) {
      const outbox = kind === 'custom' ? queue({}, 0, ['allot', 'mirror'], world.now) : {}
      const seasonId = kind === 'custom' ? 'fuji-2026' : null
      const dates = lines[0].productId === LASER_PRODUCT ? { dates: LASER_DATES } : {}
      const parcel = aParcel({ _id: id, kind, lines, seasonId, outbox, createdAt: world.now, ...dates })
      world.parcels.set(id, { ...parcel, dueAt: fulfilmentDueAt(parcel) })
    }
    if (kind === 'custom') relayParcel(world, id)
    else if (world.parcels.get(id)?.state === 'planned') onParcel(world, id, { type: 'pick' }, system)
  }
}

function allot(world: World, parcel: FulfilmentDoc): void {
  const pieces = piecesIn(parcel)
  for (const orchardId of parcel.declinedBy) {
    const plot = world.plots.get(orchardId)!
    if (hasGrown(parcel, orchardId)) closeIn(plot, parcel._id, roomFor(parcel))
    else if (plot.kept.delete(parcel._id)) plot.left += roomFor(parcel)
  }
  if (parcel.state !== 'planned') return
  const orchardId = ORCHARDS.find((id) => !parcel.declinedBy.includes(id) && canTake(world, id, parcel._id, pieces))
  if (!orchardId && wasReplaced(parcel)) return void onParcel(world, parcel._id, { type: 'unplaced' }, system)
  if (!orchardId) throw new Unanswered(`no orchard can take ${parcel._id}`)
  const plot = world.plots.get(orchardId)!
  if (!plot.kept.has(parcel._id)) {
    plot.left -= pieces
    plot.kept.set(parcel._id, pieces)
  }
  onParcel(world, parcel._id, { type: 'offer', orchardId }, system)
}

function canTake({ plots }: World, orchardId: string, parcelId: string, pieces: number): boolean {
  const plot = plots.get(orchardId)!
  return plot.kept.has(parcelId) || plot.left >= pieces
}

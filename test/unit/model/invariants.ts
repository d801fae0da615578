import { isMessage, type Effect } from '../../../domain/effects'
import { FULFILMENT, type FulfilmentState } from '../../../domain/fulfilment/machine'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { HistoryEntry } from '../../../domain/history'
import { MESSAGE } from '../../../domain/message/machine'
import type { Outbox } from '../../../domain/message/outbox'
import type { TemplateKey } from '../../../domain/message/templates'
import { AFTER_SALE } from '../../../domain/aftersale/machine'
import { ORDER, type OrderState } from '../../../domain/order/machine'
import { piecesByCounter, strays } from '../../../domain/order/order'
import { must } from '../../support/broken'
import { lostFen } from './lost'
import { movesBeforeSplit } from '../../support/split-parcels'
import { checkPlots } from './plots'
import { checkSplit } from './split'
import { waits } from './waits'
import { SHELF, type World } from './world'

/** What must hold after every step, whatever is still waiting in an outbox. */
export function checkWorld(world: World): void {
  checkStock(world)
  checkMoney(world)
  checkMessages(world)
  for (const parcel of world.parcels.values()) checkFruit(world, parcel)
  checkPlots(world)
  checkSplit(world)
}

const waitsAny = (docs: Iterable<{ outbox: Outbox }>, effect: Effect) =>
  [...docs].some(({ outbox }) => waits(outbox, effect))

// Taken = reserved + sold, never below zero; and as soon as nothing waits, exactly what the order's state says.
function checkStock({ shelf, order }: World): void {
  const asked = piecesByCounter(order.lines)
  for (const [counterId, { left, held, sold, gone }] of shelf) {
    const pieces = asked[counterId]
    const said = () => `${counterId}: ${left} left, ${held} held, ${sold} sold, ${gone} for good while ${order.state}`
    must(left >= 0 && held >= 0 && sold >= 0 && left + held + sold + gone === SHELF, said)
    if (waits(order.outbox, 'take', 'closeSale', 'giveBack')) continue
    const [toHold, toSell, toGo] = SHARES[dissolved(order) ? 'accepted' : order.state]
    must(held === toHold * pieces && sold === toSell * pieces && gone === toGo * pieces, said)
  }
}

// An order that was given up has been grown all the same.
const dissolved = ({ history }: World['order']) => history.some(({ did }) => did === 'dissolve')

/** Where an order's pieces are in each of its states: held, sold, sold for good. */
const SHARES: Record<OrderState, readonly [number, number, number]> = {
  placed: [1, 0, 0],
  inReview: [0, 1, 0],
  accepted: [0, 0, 1],
  completed: [0, 0, 1],
  cancelled: [0, 0, 0],
}

// Every fen that WeChat took is the price of a living order, gone back, or not yet told to us.
function checkMoney(world: World): void {
  const { payments, refunds, order, claims, promised } = world
  const { payment } = order
  const back = new Map<string, number>()
  for (const { outTradeNo, fen } of refunds.values()) back.set(outTradeNo, (back.get(outTradeNo) ?? 0) + fen)
  const counted = [...(payment.transactionId ? [payment.transactionId] : []), ...strays(payment).map(idOf)]
  must(new Set(counted).size === counted.length, () => `a payment was counted twice: ${counted.join()}`)
  for (const { outTradeNo, transactionId, fen, state, known } of payments) {
    const returned = back.get(outTradeNo) ?? 0
    must(returned <= fen, () => `${returned} refunded of ${fen} paid with ${outTradeNo}`)
    must(returned === 0 || state === 'paid', () => `${outTradeNo} was refunded and never paid`)
    must(counted.includes(transactionId) === known, () => `${outTradeNo} was told and is not accounted for`)
    if (
      !known ||
      waits(order.outbox, 'refund', 'sendBack') ||
      waitsAny([...claims.values(), ...world.parcels.values()], 'mirror')
    )
      continue
    const lives = transactionId === payment.transactionId && order.state !== 'cancelled'
    const kept = lives ? order.totalFen - promised - lostFen(world) : 0
    must(fen - returned === kept, () => `${fen - returned} fen of ${outTradeNo} are kept, ${kept} are owed`)
  }
}

const idOf = ({ transactionId }: { transactionId: string }) => transactionId

// Every move tells its people once: in the inbox, or still waiting. An inbox entry comes with its first try.
function checkMessages(world: World): void {
  const sentBack = strays(world.order.payment).length
  checkTold(world, world.order._id, world.order, ORDER, sentBack > 0 ? [['sentBack', sentBack]] : [])
  for (const parcel of world.parcels.values())
    checkTold(world, parcel._id, parcel, FULFILMENT, [], movesBeforeSplit(parcel, world.parcels))
  for (const claim of world.claims.values()) checkTold(world, claim._id, claim, AFTER_SALE, [['claimMade', 1]])
}

interface Rows {
  transitions: readonly { command: string; to: string; effects: readonly Effect[] }[]
}

function checkTold(
  { inbox }: World,
  id: string,
  { history, outbox }: { history: readonly HistoryEntry[]; outbox: Outbox },
  { transitions }: Rows,
  more: readonly [TemplateKey, number][],
  toldByAnother = 0,
): void {
  const owed = new Map<string, number>(more)
  const owe = (template: string) => void owed.set(template, (owed.get(template) ?? 0) + 1)
  history.forEach(({ did, to }, i) => {
    if (i < toldByAnother) return
    const from = i > 0 ? history[i - 1].to : transitions[0].to
    const row = transitions.find((each) => each.command === did && each.to === to && fits(each, from, i))
    for (const effect of row?.effects ?? []) if (isMessage(effect)) owe(effect.slice('tell.'.length))
  })
  const got = new Map<string, number>()
  const get = (template: string) => void got.set(template, (got.get(template) ?? 0) + 1)
  for (const [entryId, template] of inbox) if (entryId.startsWith(`${id}.`)) get(template)
  for (const [entryId, { effect, state }] of Object.entries(outbox))
    if (state === 'queued' && isMessage(effect) && !inbox.has(`${id}.${entryId}`)) get(effect.slice('tell.'.length))
  const told = (template: string) => [owed.get(template) ?? 0, got.get(template) ?? 0]
  for (const template of new Set([...owed.keys(), ...got.keys()]) as Set<TemplateKey>) {
    if (template === STUCK) continue
    const [due, there] = told(template)
    must(due === there, () => `${id}: ${there} messages “${template}” for ${due} events`)
  }
}

const STUCK: TemplateKey = MESSAGE.transitions
  .flatMap(({ effects }) => effects)
  .map((effect) => effect.slice('tell.'.length) as TemplateKey)[0]

function fits(row: Rows['transitions'][number] & { from?: readonly string[] }, from: string, i: number): boolean {
  return i === 0 || (row.from ?? []).includes(from)
}

const AT_ORCHARD: readonly FulfilmentState[] = ['offered', 'accepted', 'stickered', 'colouring', 'harvested', 'marked']
const IN_COLD_ROOM: readonly FulfilmentState[] = ['passed', 'stored', 'packing']
const GONE: readonly FulfilmentState[] = ['shipped', 'delivered']

// One place at a time: an orchard, the cold room, or the carrier; and only what was asked for leaves.
function checkFruit({ places, order, parcels }: World, parcel: FulfilmentDoc): void {
  const { _id, state, kind, place, waybill, orchardId, history, outbox } = parcel
  const held = [...places].filter(([, holder]) => holder === _id).map(([name]) => name)
  const inRoom = kind === 'custom' && IN_COLD_ROOM.includes(state)
  must((place !== null) === inRoom, () => `${_id} is ${state} at the place ${place}`)
  if (inRoom) must(held.length === 1 && held[0] === place, () => `${_id} says ${place}, the cold room ${held.join()}`)
  else must(held.length === 0 || waits(outbox, 'freePlace'), () => `${_id} is ${state} and keeps ${held.join()}`)
  must((waybill !== null) === GONE.includes(state), () => `${_id} is ${state} with the waybill ${waybill?.no}`)
  if (AT_ORCHARD.includes(state)) must(orchardId !== null, () => `${_id} is ${state} at no orchard`)
  if (state === 'planned') must(orchardId === null, () => `${_id} is planned at ${orchardId}`)
  if (GONE.includes(state)) {
    const word = history.some(({ did }) => did === 'confirmSend' || did === 'endStorage')
    must(kind === 'ready' || word, () => `${_id} left without a word`)
    must(order.state === 'accepted' || order.state === 'completed', () => `${_id} left for a ${order.state} order`)
  }
  must(order.state !== 'cancelled' || dissolved(order) || parcels.size === 0, () => `${_id} is made for nobody`)
  if (order.parcels[_id] && !waits(outbox, 'mirror'))
    must(order.parcels[_id].state === state, () => `the order sees ${_id} as ${order.parcels[_id].state}, not ${state}`)
}

import type { Aggregate } from '../../cloudfunctions/collections'
import { claimDueAt } from '../../domain/aftersale/evolve'
import { AFTER_SALE, CLAIM_MADE } from '../../domain/aftersale/machine'
import type { Effect } from '../../domain/effects'
import { fulfilmentDueAt } from '../../domain/fulfilment/evolve'
import { parcelOf, type FulfilmentDoc } from '../../domain/fulfilment/fulfilment'
import { FULFILMENT } from '../../domain/fulfilment/machine'
import type { HistoryEntry } from '../../domain/history'
import type { Machine } from '../../domain/machine'
import { orderDueAt } from '../../domain/order/evolve'
import { headlineOf } from '../../domain/order/headline'
import { ORDER } from '../../domain/order/machine'
import { parcelLines, type OrderDoc } from '../../domain/order/order'
import { later } from '../../domain/time'
import { movesBeforeSplit } from '../support/split-parcels'
import { byId, groupBy, isDissolved, waits, type Asked, type Dump } from './dump'

/** One move of a document: its history entry with the state it began in. */
type Move = HistoryEntry & { from: string }

/** How orders and claims begin; a parcel is planned without an entry. */
const BEGINNINGS = ['place', 'request']
/** Acts that leave a trace in the history without being a move. */
const LOOKS = ['revealAddress']

/** Everything an order or parcel says of itself agrees: history, state, version, headline, due moment, mirrors. */
export function brokenHistory({ documents, now }: Dump, asked: Asked): string[] {
  const { orders, fulfilments, aftersales } = documents
  const parcels = byId(fulfilments)
  return [
    ...orders.flatMap((order) => [
      ...brokenWay(order, ORDER, 'placed'),
      ...brokenOrder(order, parcels),
      ...brokenDue(order, orderDueAt(order), now, asked),
    ]),
    ...fulfilments.flatMap((parcel) => [
      ...brokenWay(parcel, FULFILMENT, 'planned', movesBeforeSplit(parcel, parcels)),
      ...brokenMirror(parcel, byId(orders)),
      ...brokenDue(parcel, fulfilmentDueAt(parcel), now, asked),
    ]),
    ...aftersales.flatMap((claim) => [
      ...brokenWay(claim, AFTER_SALE, 'requested'),
      ...brokenDue(claim, claimDueAt(claim), now, asked),
    ]),
    ...brokenCodes(orders),
  ]
}

/** The moves of a document, each with the state it began in. */
function movesOf(doc: { history: readonly HistoryEntry[] }, first: string): Move[] {
  const moves = doc.history.filter(({ did }) => !BEGINNINGS.includes(did) && !LOOKS.includes(did))
  return moves.map((entry, i) => ({ ...entry, from: moves[i - 1]?.to ?? first }))
}

/** Every effect that the moves of a document have caused, in their order; not those it has from what it was split off. */
export function effectsOf(doc: Aggregate, parcels: ReadonlyMap<string, FulfilmentDoc>): Effect[] {
  if ('payment' in doc) return caused(doc, ORDER, 'placed')
  if ('ask' in doc) return [...CLAIM_MADE, ...caused(doc, AFTER_SALE, 'requested')]
  return caused(doc, FULFILMENT, 'planned', movesBeforeSplit(doc, parcels))
}

function caused<S extends string, C extends string>(
  doc: Aggregate,
  machine: Machine<S, C, Effect>,
  first: S,
  before = 0,
): Effect[] {
  const moves = movesOf(doc, first).slice(before)
  return moves.flatMap(({ did, from }) => rowOf(machine, did, from)?.effects ?? [])
}

function rowOf<S extends string, C extends string>(machine: Machine<S, C, Effect>, did: string, from: string) {
  return machine.transitions.find((row) => row.command === did && (row.from as readonly string[]).includes(from))
}

/** The history is a way through the table that ends in the state, each act is in it once, and no write went uncounted. */
function brokenWay<S extends string, C extends string>(
  doc: Aggregate,
  machine: Machine<S, C, Effect>,
  first: string,
  before = 0,
): string[] {
  const { _id, version, state, history } = doc
  const problems: string[] = []
  const moves = movesOf(doc, first)
  for (const { did, from, to, by } of moves) {
    const row = rowOf(machine, did, from)
    if (row?.to !== to) problems.push(`${_id}: ${did} leads from ${from} to ${to}`)
    else if (!row.by.includes(by.actor)) problems.push(`${_id}: ${did} by ${by.actor}`)
  }
  const last = moves[moves.length - 1]?.to ?? first
  if (state !== last) problems.push(`${_id} is ${state}, its history ends with ${last}`)
  // An order or claim is written with its first entry, a split-off parcel with those it has from another and its own, any
  // other parcel with none; every further entry is one write.
  const atLeast = history.length - before + ('parcels' in doc || 'ask' in doc || before > 0 ? 0 : 1)
  if (version < atLeast) problems.push(`${_id}: version ${version} after ${atLeast} writes`)
  const keyed = history.filter(({ key }) => key !== undefined)
  for (const [act, several] of groupBy(keyed, ({ key, did, by }) => `${did} of ${by.id} with key ${String(key)}`)) {
    if (several.length > 1) problems.push(`${_id}: ${act} was done ${several.length} times`)
  }
  const moments = history.map(({ at }) => at)
  if ([...moments].sort().join() !== moments.join()) problems.push(`${_id}: its history runs backwards`)
  return problems
}

function brokenOrder(order: OrderDoc, parcels: Map<string, FulfilmentDoc>): string[] {
  const { _id, headline, state, lines } = order
  const problems: string[] = []
  if (headline !== headlineOf(order)) problems.push(`order ${_id} says ${headline}, it is ${headlineOf(order)}`)
  const own = [...parcels.values()].filter(({ orderNo }) => orderNo === _id)
  const there = own.map((parcel) => parcel._id)
  const planned = parcelLines(lines).map((_, i) => `${_id}-F${i + 1}`)
  const known = [...planned, ...own.flatMap(({ splitOff }) => splitOff ?? [])]
  const made = state === 'accepted' || state === 'completed' || isDissolved(order)
  if (!made && there.length > 0) problems.push(`order ${_id} (${state}) has parcels`)
  if (there.some((id) => !known.includes(id))) problems.push(`order ${_id} has the parcels ${there.join(', ')}`)
  if (made && !waits(order, 'plan') && planned.some((id) => !there.includes(id))) {
    problems.push(`order ${_id} has ${there.length} of ${planned.length} parcels`)
  }
  for (const id of Object.keys(order.parcels)) {
    if (!parcels.has(id)) problems.push(`order ${_id} shows ${id}, which is no parcel`)
  }
  if (state === 'completed' && !waits(order, 'closeParcels')) {
    const open = own.filter((parcel) => !FULFILMENT.final.includes(parcel.state)).map((parcel) => parcel._id)
    if (open.length > 0) problems.push(`order ${_id} is completed, ${open.join(', ')} not delivered`)
  }
  return problems
}

/** What the order shows of a parcel is the parcel, unless a mirror is on its way. */
function brokenMirror(parcel: FulfilmentDoc, orders: Map<string, OrderDoc>): string[] {
  const order = orders.get(parcel.orderNo)
  if (!order) return [`parcel ${parcel._id} belongs to no order`]
  if (waits(parcel, 'mirror')) return []
  // A ready parcel is planned and picked in two writes; only the second one is shown.
  if (parcel.kind === 'ready' && parcel.state === 'planned' && waits(order, 'plan')) return []
  const shown = order.parcels[parcel._id]
  if (!shown) return [`order ${order._id} does not show ${parcel._id}`]
  if (shown.version > parcel.version) return [`order ${order._id} shows ${parcel._id} as it is not yet`]
  const real = { ...parcelOf(parcel), version: shown.version }
  return sameJson(shown, real) ? [] : [`order ${order._id} shows ${parcel._id} as ${shown.state}, it is ${real.state}`]
}

// What the clock could not work on, or had no answer for, is put aside for so long.
const ASIDE_MINUTES = 5

function brokenDue(
  { _id, dueAt, outbox, trouble }: Aggregate,
  right: string,
  now: string,
  { settled }: Asked,
): string[] {
  const aside = dueAt > right && (trouble > 0 || dueAt <= later(now, ASIDE_MINUTES, 'minute'))
  const problems = dueAt === right || aside ? [] : [`${_id} is due ${dueAt}, not ${right}`]
  if (!settled) return problems
  if (dueAt <= now) problems.push(`${_id} was due ${dueAt}, and it is ${now}`)
  const waiting = Object.values(outbox).filter(({ state, nextAt }) => state === 'queued' && nextAt <= now)
  return [
    ...problems,
    ...waiting.map(({ effect, failure }) => `${_id}: ${effect} still waits (${failure?.detail ?? 'untried'})`),
  ]
}

/** O5: an imprint code names one line. */
function brokenCodes(orders: readonly OrderDoc[]): string[] {
  const codes = orders.flatMap(({ lines }) => lines.flatMap(({ imprint }) => imprint?.code ?? []))
  return codes.length === new Set(codes).size ? [] : ['an imprint code was given twice']
}

// Fields in any order: the database keeps its own.
function sameJson(one: unknown, two: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(two))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([field, inner]) => [field, sorted(inner)]),
  )
}

import type { ClaimDoc } from '../../../domain/aftersale/claim'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { OrderDoc, OrderLine } from '../../../domain/order/order'
import { later, type Instant } from '../../../domain/time'
import { POLICY } from '../../../domain/policy'
import { orderDueAt } from '../../../domain/order/evolve'
import type { TemplateKey } from '../../../domain/message/templates'
import { anOrder, customLine, NINE, readyLine } from '../domain/given'

/** One payment at WeChat, as plain numbers. */
export interface Payment {
  outTradeNo: string
  transactionId: string
  fen: number
  state: 'open' | 'closed' | 'paid'
  /** Whether a notice of it has been taken by the order. */
  known: boolean
}

/** Pieces of one counter: what may be promised, what is reserved, what is sold, and what is sold for good. */
export interface Pieces {
  left: number
  held: number
  sold: number
  gone: number
}

/** What an orchard can still take, what it keeps for which parcel, and what it grows for which. */
export interface Plot {
  left: number
  kept: Map<string, number>
  gone: Map<string, number>
}

/** What effects must not reach for a while. */
export interface Outage {
  what: 'pay' | 'messages' | 'closing'
  until: Instant
}

/** One order with everything around it, in memory: the outside is plain numbers that the effects move. */
export interface World {
  now: Instant
  order: OrderDoc
  parcels: Map<string, FulfilmentDoc>
  claims: Map<string, ClaimDoc>
  /** Fen that settled claims have promised back. */
  promised: number
  shelf: Map<string, Pieces>
  plots: Map<string, Plot>
  /** Holder of each cold-room place. */
  places: Map<string, string>
  payments: Payment[]
  refunds: Map<string, { outTradeNo: string; fen: number }>
  /** Inbox entries by id. */
  inbox: Map<string, TemplateKey>
  outage: Outage | null
  /** Documents whose outbox is being worked on. */
  relaying: Set<string>
  /** What becomes of the next effects; empty means that all goes well. */
  fates: Fate[]
  /** What happened, in words. */
  story: string[]
}

/** An effect fails, is done but looks failed, or the function ends after it without marking anything. */
export type Fate = 'well' | 'fails' | 'answerLost' | 'dies' | 'refused' | 'unknown'

export const SHELF = 40
export const PLOT = 24
export const PLACES = ['A-01', 'A-02', 'A-03']
export const ORCHARDS = ['qixia', 'tianshui']

/** The one that is marked by laser. */
export const LASER_PRODUCT = 'youzi'

const laserLine: OrderLine = { ...customLine, productId: LASER_PRODUCT }
const secondCustomLine: OrderLine = { ...laserLine, id: 'L3', pieces: 6, unitFen: 8600, totalFen: 8600 }

const BASKETS: readonly OrderLine[][] = [
  [customLine],
  [readyLine],
  [laserLine, readyLine],
  [customLine, secondCustomLine],
]

/** A fresh shop with one order just placed; its fruit is reserved. */
export function aWorld(basket: number): World {
  const lines = BASKETS[basket % BASKETS.length]
  const totalFen = lines.reduce((sum, line) => sum + line.totalFen, 0)
  const placed = anOrder({ lines, goodsFen: totalFen, totalFen, payBy: later(NINE, POLICY.payMinutes, 'minute') })
  const shelf = new Map<string, Pieces>()
  for (const { counterId, pieces, packs } of lines) {
    const { left, held } = shelf.get(counterId) ?? { left: SHELF, held: 0 }
    shelf.set(counterId, { left: left - pieces * packs, held: held + pieces * packs, sold: 0, gone: 0 })
  }
  return {
    now: NINE,
    order: { ...placed, dueAt: orderDueAt(placed) },
    parcels: new Map(),
    claims: new Map(),
    promised: 0,
    shelf,
    plots: new Map(ORCHARDS.map((id) => [id, { left: PLOT, kept: new Map(), gone: new Map() }])),
    places: new Map(PLACES.map((place) => [place, ''])),
    payments: [],
    refunds: new Map(),
    inbox: new Map(),
    outage: null,
    relaying: new Set(),
    fates: [],
    story: [],
  }
}

import type { Remedy } from '../../../domain/aftersale/claim'
import type { AfterSaleState } from '../../../domain/aftersale/machine'
import type { Technique } from '../../../domain/catalogue/product'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import type { OrderState } from '../../../domain/order/machine'
import type { Instant } from '../../../domain/time'
import { broken } from '../../support/broken'
import type { TestCloud } from '../support/cloud'

/**
 * What the model holds for possible of one state. It is moved by what was asked and made narrow by what was answered,
 * never by a look into the database; without faults it is one state.
 */
export class May<State extends string> {
  private states: Set<State>

  constructor(
    readonly name: string,
    ...states: State[]
  ) {
    this.states = new Set(states)
  }

  /** It is one of these now. */
  become(...states: State[]): void {
    this.states = new Set(states)
  }

  /** It may have become one of these too. */
  orBecome(...states: State[]): void {
    for (const state of states) this.states.add(state)
  }

  /** An answer said so: it must have been possible, and is certain now. */
  learn(state: State): void {
    this.check(state, 'the answer says')
    this.become(state)
  }

  /** Breaks when this is not one of the possible states. */
  check(state: State, who: string): void {
    if (!this.states.has(state)) broken(`${this.name}: ${who} ${state}, the model says ${this.text()}`)
  }

  has(...states: State[]): boolean {
    return states.some((state) => this.states.has(state))
  }

  /** Whether it is certainly one of these. */
  isIn(...states: State[]): boolean {
    return [...this.states].every((state) => states.includes(state))
  }

  text(): string {
    return [...this.states].join(' or ')
  }
}

/** One payment sheet that was opened, and whether WeChat's sheet said that it was paid. */
export interface Sheet {
  outTradeNo: string
  sheet: Record<string, string>
  fen: number
  paid: boolean
}

/** `absent`: accepted, and not split into parcels yet. */
export type ParcelState = FulfilmentState | 'absent'

export interface ParcelBelief {
  id: string
  kind: 'custom' | 'ready'
  /** How its words come onto the fruit; null from the shelf. */
  technique: Technique | null
  /** The numbers of its fruit in its line, and of those that were judged bad on the bench. */
  fruit: number[]
  bad: number[]
  /** Fen and fruit of its whole line, whatever was split off since. */
  line: { fen: number; pieces: number }
  state: May<ParcelState>
  /** Whether this fruit did not match once already, and since when it waits for other fruit. */
  failed: boolean
  failedAt: Instant | null
  /** Whether it was given to another orchard: when none takes it, it comes back to people. */
  replaced: boolean
  /** When it was asked to pass, and to leave: the clock counts from there. */
  passedAt: Instant | null
  shippedAt: Instant | null
}

export interface ClaimBelief {
  id: string
  remedy: Remedy
  askedFen: number
  /** Fen it was settled with; 0 until then. */
  settledFen: number
  /** Whether the shopper has escalated it: a second refusal is the last word. */
  insisted: boolean
  /** When it last moved, as far as is known. */
  since: Instant
  /** `absent`: the order has taken it on, and its document is not there yet. */
  state: May<AfterSaleState | 'absent'>
}

export interface OrderBelief {
  /** `#1`, `#2`: numbers of orders differ from run to run. */
  name: string
  no: string
  openid: string
  totalFen: number
  payBy: Instant
  /** Pieces by counter. */
  pieces: Record<string, number>
  /** Designs of each of its lines. */
  designs: number[]
  state: May<OrderState>
  sheets: Sheet[]
  parcels: ParcelBelief[]
  claims: ClaimBelief[]
}

/** One sequence: the shop, what is believed of it, and what may go wrong in it. */
export interface Run {
  shop: TestCloud
  orders: OrderBelief[]
  /** Something may fail in this step. */
  faulty: boolean
  /** Something has failed before: what goes on behind an answer may lag. */
  unsure: boolean
  /** WeChat does not answer until then. */
  silentUntil: Instant | null
  /** It was silent once: what gave up waiting is tried daily. */
  everSilent: boolean
  waybills: number
  /** Notices that will be lost, late or doubled, and have not come yet. */
  noticeFaults: number
  story: string[]
}

export const GONE = ['shipped', 'delivered'] as const
/** Nothing more comes of these; of those that were given up the money went back. */
export const OVER = [...GONE, 'refunded'] as const

/** Whether WeChat took the right sum for it. */
export function isPaid({ sheets, totalFen }: OrderBelief): boolean {
  return sheets.some(({ paid, fen }) => paid && fen === totalFen)
}

/** The order learns of its money: what was bought from the shelf alone is accepted at once (O6). */
export function settle(run: Run, order: OrderBelief): void {
  const { state, parcels } = order
  if (!isPaid(order) || !state.has('placed')) return
  const to: OrderState = parcels.every(({ kind }) => kind === 'ready') ? 'accepted' : 'inReview'
  const sure = !run.faulty && state.isIn('placed')
  if (sure) state.become(to)
  else state.orBecome(to)
  if (to === 'accepted') planned(run, order)
}

/** An accepted order is split into parcels, and custom ones are offered. */
export function planned(run: Run, { parcels }: OrderBelief): void {
  for (const { state, kind } of parcels) {
    // Whoever has seen a parcel knows more than that it was planned.
    if (!state.has('absent')) continue
    const to: ParcelState[] = kind === 'custom' ? ['planned', 'offered'] : ['packing']
    // After a fault the split may still wait for the clock.
    if (run.faulty || run.unsure) state.orBecome('absent', 'planned', ...to)
    else state.become(...to)
  }
}

/** Every parcel of every order, for lists of work. */
export function allParcels({ orders }: Run): ParcelBelief[] {
  return orders.flatMap(({ parcels }) => parcels)
}

/** With the order its parcels may have ended. */
export function mayBeDelivered(parcels: readonly ParcelBelief[]): void {
  for (const { state } of parcels) if (state.has(...GONE)) state.orBecome('delivered')
}

import type { Answer, Input, ProcedureName } from '../../../contract'
import type { RefusalCode } from '../../../domain/refusals'
import { later, type Instant } from '../../../domain/time'
import { dumpOf, type Dump } from '../../invariants'
import type { TestCloud } from '../support/cloud'
import { takesOrder, type Known, type StageName } from './stages'

/** One act of the journey: where it begins, how it is made, and what it looks like when it is done. */
export interface Act {
  name: string
  from: StageName
  /** Makes the act; with the same key again it is the page's second try. Rejects when the function dies. */
  make(shop: TestCloud, known: Known, key: string): Promise<unknown>
  /** Makes it again; without this, as the first time. */
  again?(shop: TestCloud, known: Known, key: string): Promise<unknown>
  done(after: Dump, known: Known): boolean
  /** Whether it is cleanly undone; without this, when the collections it touches are as they were. */
  undone?(after: Dump, known: Known): boolean
  /** Collections that stay as they were while the act is not done; orders and parcels where nothing is said. */
  touches?: readonly (keyof Dump['documents'])[]
  /** What the second try may be told instead of yes: the person reads it and knows how things stand. */
  refusals?: readonly RefusalCode[]
}

/** A tap on a page, about one order or one parcel. */
export function tap<Name extends ProcedureName>(who: string, procedure: Name, more: object = {}): Pick<Act, 'make'> {
  return {
    make: (shop, { no, id }, key) => {
      const about = takesOrder(procedure) ? { no } : { id }
      return ask(shop, who, procedure, { ...about, key, ...more } as Input<Name>)
    },
  }
}

/** Asks, and answers the code of a refusal or `ok`. */
export async function ask<Name extends ProcedureName>(
  shop: TestCloud,
  who: string,
  procedure: Name,
  input: Input<Name>,
): Promise<string> {
  const answer: Answer<unknown> = await shop.call(who, procedure, input)
  return answer.ok ? 'ok' : answer.error.code
}

/** The timer's round at (or as soon as the clock may be after) a moment. */
export async function roundAt(shop: TestCloud, at: Instant): Promise<void> {
  const { clock } = shop.cloud
  const next = Date.parse(nextRound(shop))
  const moment = Math.max(Date.parse(at), next)
  shop.cloud.machine.clock.set(moment)
  await clock.advance(0)
}

function nextRound({ cloud }: TestCloud): Instant {
  return cloud.machine.timers.list()[0]?.next ?? cloud.clock.now()
}

/** The next three o'clock at night in Shanghai, when the clock looks for what is held for nobody. */
export function nextNight(now: Instant): Instant {
  const today = `${now.slice(0, 10)}T19:00:00.000Z`
  return today > now ? today : later(today, 1, 'day')
}

/** The timer's round at the moment something is due. */
export function clockAct(due: (dump: Dump, known: Known) => Instant): Pick<Act, 'make' | 'again'> {
  return {
    make: (shop, known) => roundAt(shop, due(dumpOf(shop.cloud), known)),
    again: (shop) => roundAt(shop, nextRound(shop)),
  }
}

export const orderOf = ({ documents }: Dump, { no }: Known) => documents.orders.find(({ _id }) => _id === no)!
export const parcelOf = ({ documents }: Dump, { id }: Known) => documents.fulfilments.find(({ _id }) => _id === id)!
/** How often a document says that something was done. */
export const times = (doc: { history: readonly { did: string }[] } | undefined, did: string): number =>
  doc?.history.filter((entry) => entry.did === did).length ?? 0

import type { CollectionName, Documents } from '../../cloudfunctions/collections'
import type { Answer, Input, Output, PaymentView, ProcedureName } from '../../contract'
import type { Refusal } from '../../domain/refusals'

export const LIN = 'o-shopper-lin'
export const CHEN = 'o-shopper-chen'
export const FANG = 'o-merchant-fang'
export const QIXIA = 'o-orchard-qixia'
export const TIANSHUI = 'o-orchard-tianshui'
export const PINGHE = 'o-orchard-pinghe'

/** A running Guoyin, in memory or on the local cloud: the same stories are told in both. */
export interface World {
  /** Asks a procedure as this person, through the function that answers it. */
  ask<N extends ProcedureName>(openid: string, name: N, input: Input<N>): Promise<Answer<Output<N>>>
  /** Moves the clock forward and lets the timer do what became due. */
  pass(amount: number, unit: 'minute' | 'hour' | 'day'): Promise<void>
  /** The person pays on WeChat's sheet, and WeChat's notice arrives. */
  payOnSheet(openid: string, payment: PaymentView): Promise<void>
  /** Stored documents, to check what no page shows. */
  all<C extends CollectionName>(collection: C): Promise<Documents[C][]>
  close(): Promise<void>
}

let count = 0
/** A fresh idempotency key, as a page makes one per attempt. */
export function newKey(): string {
  count += 1
  return `story-key-${String(count).padStart(6, '0')}`
}

/** The answer, which must be a yes. */
export async function yes<T>(answer: Promise<Answer<T>>): Promise<T> {
  const got = await answer
  if (!got.ok) throw new Error(`refused: ${JSON.stringify(got.error)}`)
  return got.data
}

/** The refusal, which must be one. */
export async function no(answer: Promise<Answer<unknown>>): Promise<Refusal> {
  const got = await answer
  if (got.ok) throw new Error(`was not refused: ${JSON.stringify(got.data)}`)
  return got.error
}

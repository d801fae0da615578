import type { GenericSchema, InferOutput } from 'valibot'
import type { Duty } from '../domain/duties'
import type { Refusal } from '../domain/refusals'
import type { Instant } from '../domain/time'

/** Which deployed function answers a procedure. */
export type FunctionName = 'shop' | 'merchant' | 'orchard'

/** Who may call: anybody inside WeChat, or people with a role document of that kind. */
export type Caller = 'shopper' | 'merchant' | 'orchard'

/** One line of the API between the two sides. `Output` exists for types only. */
export interface Procedure<Schema extends GenericSchema = GenericSchema, Output = unknown> {
  fn: FunctionName
  caller: Caller
  /** Reads may be repeated freely; commands carry an idempotency key in their input. */
  kind: 'read' | 'command'
  /** Whose data it touches; the generated ownership tests read this. */
  touches: 'public' | 'own' | 'shop' | 'orchard'
  /** Merchant staff who may call it beside the owner; empty when all of them may (W4). */
  duties: readonly Duty[]
  input: Schema
  readonly output?: Output
}

export type InputOf<P extends Procedure> = InferOutput<P['input']>
export type OutputOf<P> = P extends Procedure<GenericSchema, infer Output> ? Output : never

/** What every function answers. No top-level `code`: some clients read that as a gateway error. */
export type Answer<Output> = { ok: true; data: Output; now: Instant } | { ok: false; error: Refusal; now: Instant }

/** What every function is asked. */
export interface Ask {
  procedure: string
  input: unknown
}

const make =
  (kind: 'read' | 'command') =>
  <Output>() =>
  <Schema extends GenericSchema>(
    fn: FunctionName,
    touches: Procedure['touches'],
    input: Schema,
    duties: readonly Duty[] = [],
  ): Procedure<Schema, Output> => ({
    fn,
    caller: fn === 'shop' ? 'shopper' : fn,
    kind,
    touches,
    duties,
    input,
  })

/** Declares a read: `read<Output>()('shop', 'own', schema)`. */
export const read = make('read')
/** Declares a command. Merchant procedures name the duties they belong to last. */
export const command = make('command')

import type { Duty } from '../duties'
import type { Words } from '../words'

export type Audience = 'shopper' | 'merchant' | 'orchard'

/** What a message may speak of; filled from the order or fulfilment it belongs to. */
export type Fact =
  | 'no'
  | 'item'
  | 'expected'
  | 'code'
  | 'amount'
  | 'step'
  | 'reason'
  | 'lastDay'
  | 'carrier'
  | 'waybill'
  | 'acceptBy'
  | 'sentBack'
  | 'stuck'
  | 'claimed'
  | 'settled'
  | 'pieces'
  | 'back'

/** One subscribe-message template: who gets it, its words, its WeChat fields, and the page it opens (F4, W2). */
export interface Template {
  to: Audience
  /** Whose work it is among the merchant's staff; owners are told everything. */
  duty?: Duty
  title: Words
  body: Words
  /** WeChat field key → fact. Key prefixes carry WeChat's length rules (thing ≤ 20, character_string ≤ 32, date, amount). */
  fields: Readonly<Record<string, Fact>>
  /** Page path; `{id}`, `{no}` and `{code}` are filled in. */
  page: string
}

import type { Audience } from '../domain/message/templates'
import type { Instant } from '../domain/time'
import type { Words } from '../domain/words'

/** Something that did not go out: a message, a refund, a follow-up of a move. */
export interface TroubleView {
  /** The document it belongs to, and its name there; both go back to have it tried again. */
  id: string
  entry: string
  orderNo: string
  /** What was ordered; null when the document cannot be read. */
  item: Words | null
  /** The message's title, or what is not done. */
  what: Words
  /** Whom the message is for; null when it is no message. */
  to: Audience | null
  why: Words
  /** `waiting` is tried again by itself, `failed` is not. */
  state: 'failed' | 'waiting'
  since: Instant | null
  tries: number
  mayRetry: boolean
}

/** What did not go out, newest document first. */
export interface TroubleList {
  troubles: TroubleView[]
  total: number
  /** Give it back to get the next page; null at the end. */
  next: { createdAt: string; id: string } | null
}

/** What became of another try; `trying` failed once more and is tried again by itself. */
export interface RetryView {
  outcome: 'done' | 'trying' | 'failed'
  why: Words | null
}

import type { ClaimAction } from '../domain/actions'
import type { ClaimAsk, ClaimTab } from '../domain/aftersale/claim'
import type { AfterSaleState } from '../domain/aftersale/machine'
import type { CarrierId } from '../domain/carriers'
import type { HistoryEntry } from '../domain/history'
import type { Fen } from '../domain/money'
import type { Instant } from '../domain/time'
import type { LineView } from './views'

/** One after-sale claim, as its customer or the merchant sees it (A1). */
export interface ClaimView {
  id: string
  orderNo: string
  createdAt: Instant
  state: AfterSaleState
  lines: LineView[]
  ask: ClaimAsk
  photos: { fileId: string; url: string }[]
  settledFen: Fen | null
  /** When the clock decides if nobody does. */
  answerBy: Instant | null
  waybill: { carrier: CarrierId; no: string; at: Instant } | null
  history: Pick<HistoryEntry, 'at' | 'did' | 'to' | 'note'>[]
  actions: ClaimAction[]
}

export interface ClaimList {
  claims: ClaimView[]
  counts: Record<ClaimTab, number>
  /** Give it back to get the next page; null at the end. */
  next: { createdAt: string; id: string } | null
}

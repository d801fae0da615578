import type { Instant } from './time'
import type { Words } from './words'

/** Why an order or fulfilment must wait. Holds are not states: several may stand at once, and nothing ships while one is open. */
export type HoldKind = 'outOfStock' | 'correction' | 'confirmSend' | 'coldStorage' | 'dispute'

export interface Hold {
  kind: HoldKind
  note: string
  /** Who put it there. */
  by: string
  since: Instant
  /** When it ends by itself, if it does. */
  until: Instant | null
}

export const HOLD_WORDS: Record<HoldKind, Words> = {
  outOfStock: { zh: '缺货', en: 'out of stock' },
  correction: { zh: '待修改', en: 'waiting for correction' },
  confirmSend: { zh: '待确认发货', en: 'waiting for confirm-send' },
  coldStorage: { zh: '冷藏中', en: 'in cold storage' },
  dispute: { zh: '争议中', en: 'in dispute' },
}

/** Puts a hold; a second one of the same kind replaces the first. */
export function putHold(holds: readonly Hold[], hold: Hold): Hold[] {
  return [...liftHold(holds, hold.kind), hold]
}

/** Lifts every hold of that kind. */
export function liftHold(holds: readonly Hold[], kind: HoldKind): Hold[] {
  return holds.filter((hold) => hold.kind !== kind)
}

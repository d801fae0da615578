import type { ProductView } from '../../../contract'
import { counterOf, type Product } from '../../../domain/catalogue/product'
import {
  daysToCutOff,
  sendWindow,
  seasonPhase,
  seasonRefusal,
  type Season,
  type SendWindow,
} from '../../../domain/catalogue/season'
import { POLICY } from '../../../domain/policy'
import { refuse, type Refusal } from '../../../domain/refusals'
import { addDays, type Day } from '../../../domain/time'

/** The days between which this product leaves if it is ordered today (O6); ready stock leaves on one day. */
export function sendWindowOf(season: Season | null, today: Day): SendWindow {
  if (season) return sendWindow(season, today)
  const day = addDays(today, POLICY.readySendDays)
  return { from: day, to: day }
}

/** A product on the shelf, with its season, what is left, and why it cannot be ordered today (O1). */
export function productView(product: Product, season: Season | null, left: number, today: Day): ProductView {
  const window = sendWindowOf(season, today)
  return {
    product,
    season: season ? { ...season, phase: seasonPhase(season, today), daysToCutOff: daysToCutOff(season, today) } : null,
    left,
    expectedSendDay: window.from,
    sendWindow: window,
    refusal: shelfRefusal(product, season, left, today),
  }
}

function shelfRefusal(product: Product, season: Season | null, left: number, today: Day): Refusal | null {
  const outOfSeason = season ? seasonRefusal(season, today, product.name) : null
  if (outOfSeason) return outOfSeason
  const smallest = Math.min(...product.packs.map((pack) => pack.pieces))
  return left < smallest ? refuse('SOLD_OUT', { name: product.name, left }) : null
}

/** The season of a custom product; null for ready stock and for a season that is not in the calendar. */
export function seasonOf(product: Product, seasons: readonly Season[]): Season | null {
  return product.kind === 'custom' ? (seasons.find(({ _id }) => _id === product.seasonId) ?? null) : null
}

/** The counters some products draw from, without repeats. */
export function countersOf(products: readonly Product[]): string[] {
  return [...new Set(products.map(counterOf))]
}

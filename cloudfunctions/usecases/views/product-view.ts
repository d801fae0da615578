import type { ProductView } from '../../../contract'
import { counterOf, type Product } from '../../../domain/catalogue/product'
import {
  daysToCutOff,
  expectedSendDay,
  seasonPhase,
  seasonRefusal,
  type Season,
} from '../../../domain/catalogue/season'
import { POLICY } from '../../../domain/policy'
import { refuse, type Refusal } from '../../../domain/refusals'
import { addDays, type Day } from '../../../domain/time'

/** The day we promise to send this product if it is ordered today (O6). */
export function sendDayOf(season: Season | null, today: Day): Day {
  return season ? expectedSendDay(season) : addDays(today, POLICY.readySendDays)
}

/** A product on the shelf, with its season, what is left, and why it cannot be ordered today (O1). */
export function productView(product: Product, season: Season | null, left: number, today: Day): ProductView {
  return {
    product,
    season: season ? { ...season, phase: seasonPhase(season, today), daysToCutOff: daysToCutOff(season, today) } : null,
    left,
    expectedSendDay: sendDayOf(season, today),
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

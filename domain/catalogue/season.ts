import { addDays, daysBetween, sayDay, type Day } from '../time'
import type { Words } from '../words'
import { refuse, type Refusal } from '../refusals'

/** One variety's year in one region (G3). Days are Shanghai days; each phase ends the day before the next begins. */
export interface Season {
  _id: string
  varietyId: string
  year: number
  region: Words
  opensOn: Day
  /** Last day an imprint may be ordered. */
  artworkCutOff: Day
  stickerOn: Day
  colouringFrom: Day
  harvestFrom: Day
  harvestTo: Day
}

/** Days between harvest and the earliest parcel: the way to the hub, inspection, the customer's word. */
export const HUB_DAYS = 4

export type SeasonPhase = 'soon' | 'open' | 'growing' | 'over'

/** Where the season stands on a day: orders are taken only while it is open. */
export function seasonPhase(season: Season, today: Day): SeasonPhase {
  if (today < season.opensOn) return 'soon'
  if (today <= season.artworkCutOff) return 'open'
  return today <= season.harvestTo ? 'growing' : 'over'
}

/** The day we promise to send: the first harvest day and the hub's days after it (O6). */
export function expectedSendDay(season: Season): Day {
  return addDays(season.harvestFrom, HUB_DAYS)
}

/** Days left to order; negative when the cut-off has passed. */
export function daysToCutOff(season: Season, today: Day): number {
  return daysBetween(today, season.artworkCutOff)
}

/** Why a fruit cannot be ordered today, or null. */
export function seasonRefusal(season: Season, today: Day, name: Words, field?: string): Refusal | null {
  const phase = seasonPhase(season, today)
  if (phase === 'open') return null
  const opens = { zh: sayDay(season.opensOn, 'zh', today), en: sayDay(season.opensOn, 'en', today) }
  if (phase === 'soon') return refuse('NOT_YET_IN_SEASON', { name, day: opens }, field)
  return refuse('OUT_OF_SEASON', { name }, field)
}

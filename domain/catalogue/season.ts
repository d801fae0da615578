import { addDays, daysBetween, sayDay, type Day } from '../time'
import type { Words } from '../words'
import { refuse, type Refusal } from '../refusals'

interface SeasonBase {
  _id: string
  varietyId: string
  year: number
  region: Words
  opensOn: Day
  /** Last day an imprint may be ordered. */
  artworkCutOff: Day
  /** The first day bags come off; null where the fruit grows without one. */
  bagOff: Day | null
  harvestFrom: Day
  harvestTo: Day
}

/** Sun through a film: the film is on the fruit before it turns red, so every fruit is chosen weeks ahead. */
export interface MaskSeason extends SeasonBase {
  technique: 'mask'
  stickerOn: Day
  colouringFrom: Day
}

/** A laser after the harvest: no film and no waiting for red, so orders are taken while fruit is still picked. */
export interface LaserSeason extends SeasonBase {
  technique: 'laser'
  /** Days from an order to the picking of its fruit, at least. */
  fileDays: number
  /** Days from the picking to the mark. */
  markDays: number
}

/**
 * One variety's year in one region, for one technique (G3). Days are Shanghai days; each phase ends the day before the
 * next begins.
 */
export type Season = MaskSeason | LaserSeason

/** Days between harvest and the earliest parcel: the way to the hub, inspection, the customer's word. */
export const HUB_DAYS = 4
/** Days from fruit that is picked, and marked, until it should be at the hub. */
export const WAY_TO_HUB_DAYS = 2

export type SeasonPhase = 'soon' | 'open' | 'growing' | 'over'

/** Where the season stands on a day: orders are taken only while it is open. */
export function seasonPhase(season: Season, today: Day): SeasonPhase {
  if (today < season.opensOn) return 'soon'
  if (today <= season.artworkCutOff) return 'open'
  return today <= season.harvestTo ? 'growing' : 'over'
}

/** Days an orchard works by for one order, by technique (G3). */
export type GrowthDates = { harvestFrom: Day; hubBy: Day } & (
  | { technique: 'mask'; stickerOn: Day; colouringFrom: Day }
  | { technique: 'laser'; markOn: Day }
)

/** The days the fruit of an order of that day goes by: with the laser a late order is picked late. */
export function growthDates(season: Season, orderedOn: Day): GrowthDates {
  if (season.technique === 'mask') {
    const { technique, stickerOn, colouringFrom, harvestFrom } = season
    return { technique, stickerOn, colouringFrom, harvestFrom, hubBy: addDays(harvestFrom, WAY_TO_HUB_DAYS) }
  }
  const earliest = addDays(orderedOn, season.fileDays)
  const harvestFrom = earliest > season.harvestFrom ? earliest : season.harvestFrom
  const markOn = addDays(harvestFrom, season.markDays)
  return { technique: 'laser', harvestFrom, markOn, hubBy: addDays(markOn, WAY_TO_HUB_DAYS) }
}

/** The first and the last day something may leave. */
export interface SendWindow {
  from: Day
  to: Day
}

/**
 * When an order of that day leaves (O6): from the hub's days after its first picking (and mark) until the same after
 * the last picking of the season.
 */
export function sendWindow(season: Season, orderedOn: Day): SendWindow {
  const { harvestFrom } = growthDates(season, orderedOn)
  const after = HUB_DAYS + (season.technique === 'laser' ? season.markDays : 0)
  return {
    from: addDays(harvestFrom, after),
    to: addDays(harvestFrom > season.harvestTo ? harvestFrom : season.harvestTo, after),
  }
}

/** The day we promise to send: the first of the window (O6). */
export function expectedSendDay(season: Season, orderedOn: Day): Day {
  return sendWindow(season, orderedOn).from
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

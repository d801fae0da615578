import { addDays, type Day } from '../../time'
import type { Technique } from '../product'
import type { LaserSeason, MaskSeason, Season } from '../season'
import type { CalendarEntry, MonthDay } from './entry'

/** The month-day in a year; the last day of February stands in for the 29th where there is none. */
export function dayIn(year: number, on: MonthDay): Day {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return `${String(year).padStart(4, '0')}-${on === '02-29' && !leap ? '02-28' : on}`
}

/** The first such day on or after another: what follows in a season may fall into the next year. */
function nextAfter(after: Day, on: MonthDay): Day {
  const year = Number(after.slice(0, 4))
  const same = dayIn(year, on)
  return same >= after ? same : dayIn(year + 1, on)
}

/**
 * A row's season in the year its orders open, for one technique (G3). The film's artwork must be there so many days
 * before the sticker day, the laser's so many before the last picking. Throws when the row is not offered so.
 */
export function seasonOfYear(entry: CalendarEntry, year: number, technique: 'mask'): MaskSeason
export function seasonOfYear(entry: CalendarEntry, year: number, technique: 'laser'): LaserSeason
export function seasonOfYear(entry: CalendarEntry, year: number, technique: Technique): Season
export function seasonOfYear(entry: CalendarEntry, year: number, technique: Technique): Season {
  const opensOn = dayIn(year, entry.opensOn.on)
  const harvestFrom = nextAfter(opensOn, entry.harvestFrom.on)
  const shared = {
    varietyId: entry.varietyId,
    year,
    region: entry.region,
    opensOn,
    bagOff: entry.bagOff.on === null ? null : nextAfter(opensOn, entry.bagOff.on),
    harvestFrom,
    harvestTo: nextAfter(harvestFrom, entry.harvestTo.on),
  }
  if (technique === 'mask') {
    if (!entry.mask) throw new Error(`${entry.id} is not grown under a film`)
    const stickerOn = nextAfter(opensOn, entry.mask.stickerOn.on)
    return {
      _id: `${entry.id}-${year}`,
      ...shared,
      technique,
      artworkCutOff: addDays(stickerOn, -entry.mask.filmDays.days),
      stickerOn,
      colouringFrom: nextAfter(stickerOn, entry.mask.colouringFrom.on),
    }
  }
  if (!entry.laser) throw new Error(`${entry.id} is not marked by laser`)
  return {
    _id: `${entry.id}-${year}-laser`,
    ...shared,
    technique,
    artworkCutOff: addDays(shared.harvestTo, -entry.laser.fileDays.days),
    fileDays: entry.laser.fileDays.days,
    markDays: entry.laser.markDays.days,
  }
}

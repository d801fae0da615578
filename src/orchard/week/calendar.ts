import type { MaskSeason, Season } from '../../../domain/catalogue/season'
import { addDays, daysBetween, type Day } from '../../../domain/time'

const months = 5

/** The first day of the month `plus` months from that of `day`. */
export function monthStart(day: Day, plus = 0): Day {
  const [year, month] = day.split('-').map(Number)
  const whole = year * 12 + month - 1 + plus
  return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}-01`
}

export interface CalendarRange {
  from: Day
  /** Percent of the width where a day begins. */
  at: (day: Day) => number
  months: { first: Day; left: number }[]
}

/** Five months, beginning with the one before today's. */
export function rangeAround(today: Day): CalendarRange {
  const from = monthStart(today, -1)
  const days = daysBetween(from, monthStart(today, months - 1))
  const at = (day: Day) => (100 * daysBetween(from, day)) / days
  return {
    from,
    at,
    months: Array.from({ length: months }, (_, index) => {
      const first = monthStart(from, index)
      return { first, left: at(first) }
    }),
  }
}

export type PhaseKind = 'cutoff' | 'sticker' | 'colouring' | 'harvest'

export interface Phase {
  kind: PhaseKind
  from: Day
  to: Day
  /** Percent, cut to the range. */
  left: number
  width: number
}

const underFilm = ({ stickerOn, colouringFrom, harvestFrom }: MaskSeason): [PhaseKind, Day, Day][] => [
  ['sticker', stickerOn, addDays(colouringFrom, -1)],
  ['colouring', colouringFrom, addDays(harvestFrom, -1)],
]

/** A season's phases inside the range; those outside are left out. A laser's orders run into the harvest. */
export function phasesOf(season: Season, range: CalendarRange): Phase[] {
  const spans: [PhaseKind, Day, Day][] = [
    ['cutoff', season.opensOn, season.artworkCutOff],
    ...(season.technique === 'mask' ? underFilm(season) : []),
    ['harvest', season.harvestFrom, season.harvestTo],
  ]
  return spans.flatMap(([kind, from, to]) => {
    const left = Math.max(0, range.at(from))
    const right = Math.min(100, range.at(addDays(to, 1)))
    return right - left > 0.5 ? [{ kind, from, to, left, width: right - left }] : []
  })
}

import { calendarEntry, seasonOfYear } from '../../domain/catalogue/calendar'
import type { Season } from '../../domain/catalogue/season'

const YEAR = 2026

const FILM = ['fuji', 'huaniu', 'gala', 'hongxiangsu', 'chunjian', 'tao'] as const
const LASER = ['qingpingguo', 'youzi'] as const

/** One year of the shop's varieties, from the calendar. On the demo's first morning Gala is over, the others open. */
export const seasons: Season[] = [
  ...FILM.map((id) => seasonOfYear(calendarEntry(id), YEAR, 'mask')),
  ...LASER.map((id) => seasonOfYear(calendarEntry(id), YEAR, 'laser')),
]

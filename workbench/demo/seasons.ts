import { calendarEntry, seasonOfYear } from '../../domain/catalogue/calendar'
import type { Season } from '../../domain/catalogue/season'

const YEAR = 2026

const film = ['fuji', 'huaniu', 'gala', 'hongxiangsu', 'chunjian'] as const

/** One year of the shop's varieties, from the calendar. On the demo's first morning Gala is over, the others open. */
export const seasons: Season[] = film.map((id) => seasonOfYear(calendarEntry(id), YEAR, 'mask'))

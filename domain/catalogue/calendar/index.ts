import { APPLES } from './apples'
import type { CalendarEntry } from './entry'
import { OTHER_FRUIT } from './other-fruit'

export { seasonOfYear } from './season-of-year'

/** Every variety by region that we know the days of. */
export const CALENDAR: readonly CalendarEntry[] = [...APPLES, ...OTHER_FRUIT]

/** The row of that name. Throws for a name the calendar does not know: rows are named in code only. */
export function calendarEntry(id: string): CalendarEntry {
  const entry = CALENDAR.find((row) => row.id === id)
  if (!entry) throw new Error(`no calendar row ${id}`)
  return entry
}

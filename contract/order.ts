import type { PackingRow, ReviewView } from './views'

// Lists come page by page, the oldest first. Both sides put what they have into the order people work in.

/** Important orders first, each kind as it was (D2). */
export function importantFirst(orders: readonly ReviewView[]): ReviewView[] {
  return [...orders.filter(({ important }) => important), ...orders.filter(({ important }) => !important)]
}

/** By storage place, so that a round through the cold room meets them in a row (S6); what has no place first. */
export function byPlace(rows: readonly PackingRow[]): PackingRow[] {
  return [...rows].sort((a, b) => (a.place ?? '').localeCompare(b.place ?? ''))
}

import { later, type Instant } from '../time'

const FIRST_MINUTES = 1
const LONGEST_MINUTES = 120
const DAY_MINUTES = 24 * 60
/** What fails for a passing reason is tried this long at least before a message is given up. */
const PATIENCE_DAYS = 3

// Doubling from one minute, never longer than two hours.
function pauseMinutes(tries: number): number {
  return tries > 7 ? LONGEST_MINUTES : FIRST_MINUTES * 2 ** (tries - 1)
}

/** Tries after which a message is given up: their pauses fill the days of patience, however late the clock comes. */
export const LAST_TRY = lastTry()

function lastTry(): number {
  let tries = 1
  for (let minutes = 0; minutes < PATIENCE_DAYS * DAY_MINUTES; tries++) minutes += pauseMinutes(tries)
  return tries
}

/** Tries after which a person should know, some two hours after the first. */
export const STUCK_AFTER = 8

/** When to try again after that many tries; what is still to be done after the days of patience comes up daily. */
export function nextTry(tries: number, now: Instant): Instant {
  return later(now, tries < LAST_TRY ? pauseMinutes(tries) : DAY_MINUTES, 'minute')
}

/** When a person has been told that it will not go well by itself: once a day. */
export function nextDay(now: Instant): Instant {
  return later(now, DAY_MINUTES, 'minute')
}

import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

/** A moment: UTC, ISO 8601 with milliseconds, e.g. `2026-09-05T01:00:00.000Z`. Sorts as text. */
export type Instant = string
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export type Day = string

/** Later than every deadline: an aggregate that waits for nothing is due then, so one range query finds the others. */
export const NEVER: Instant = '9999-12-31T00:00:00.000Z'

// China has one zone without summer time, so a fixed offset is exact and needs no zone data on the phone.
const inShanghai = (at: Instant) => dayjs.utc(at).utcOffset(8)

/** The moment `amount` units after `at`. */
export function later(at: Instant, amount: number, unit: 'minute' | 'hour' | 'day'): Instant {
  return dayjs.utc(at).add(amount, unit).toISOString()
}

/** The calendar day in Shanghai at that moment. */
export function dayOf(at: Instant): Day {
  return inShanghai(at).format('YYYY-MM-DD')
}

/** `days` after `day`. */
export function addDays(day: Day, days: number): Day {
  return dayjs.utc(day).add(days, 'day').format('YYYY-MM-DD')
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayjs.utc(to).diff(dayjs.utc(from), 'day')
}

/** The moment a Shanghai day begins. */
export function startOf(day: Day): Instant {
  return dayjs.utc(day).subtract(8, 'hour').toISOString()
}

/** The earliest of the given moments; NEVER when there is none. */
export function earliest(...moments: (Instant | null | undefined)[]): Instant {
  return moments.reduce<Instant>((soonest, at) => (at && at < soonest ? at : soonest), NEVER)
}

/** `yyMMdd` of a moment in Shanghai, the readable part of an order number. */
export function compactDay(at: Instant): string {
  return inShanghai(at).format('YYMMDD')
}

/** A day as people write it: 9月26日 / 26 Sep; with the year when it is not the year of `today`. */
export function sayDay(day: Day, language: 'zh' | 'en', today?: Day): string {
  const d = dayjs.utc(day)
  const otherYear = today !== undefined && today.slice(0, 4) !== day.slice(0, 4)
  if (language === 'zh') return d.format(otherYear ? 'YYYY年M月D日' : 'M月D日')
  return d.format(otherYear ? 'D MMM YYYY' : 'D MMM')
}

/** A stretch of days as people write it: 10月25日–11月4日 / 25 Oct – 4 Nov; one day is said once. */
export function sayDays(from: Day, to: Day, language: 'zh' | 'en', today?: Day): string {
  const [first, last] = [sayDay(from, language, today), sayDay(to, language, today)]
  return first === last ? first : `${first}${language === 'zh' ? '–' : ' – '}${last}`
}

/** A moment as people read it in Shanghai: 9月5日 10:32 / 5 Sep 10:32. */
export function sayMoment(at: Instant, language: 'zh' | 'en'): string {
  return inShanghai(at).format(language === 'zh' ? 'M月D日 HH:mm' : 'D MMM HH:mm')
}

/** Hour and minute in Shanghai. */
export function sayTime(at: Instant): string {
  return inShanghai(at).format('HH:mm')
}

import { invalidParameter } from '../errors'

/** WeChat's timers run in UTC+8, without summer time. Source: WeChat docs, timer triggers. */
const ZONE_MS = 8 * 3600_000
const DAY_MS = 86_400_000
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const LAST_YEAR = 2099

export interface Cron {
  /** The first moment strictly after `after` (ms); undefined when there is none before the year 2100. */
  next(after: number): number | undefined
}

interface Field {
  any: boolean
  values: number[]
}

function parseField(text: string, low: number, high: number, names: string[], base: number): Field {
  const number = (part: string): number => {
    const named = names.indexOf(part.toUpperCase())
    const value = named >= 0 ? named + base : /^\d+$/.test(part) ? Number(part) : NaN
    if (!(value >= low && value <= high)) throw invalidParameter(`cron field ${text}`)
    return value
  }
  const values = new Set<number>()
  for (const part of text.split(',')) {
    const [range = '', step = '1'] = part.split('/')
    const every = Number(step)
    if (!Number.isInteger(every) || every < 1) throw invalidParameter(`cron field ${text}`)
    const [from = '', to] = range.split('-')
    const wild = range === '*' || range === '?'
    const first = wild ? low : number(from)
    const last = wild || (to === undefined && part.includes('/')) ? high : number(to ?? from)
    if (last < first) throw invalidParameter(`cron field ${text}`)
    for (let value = first; value <= last; value += every) values.add(value)
  }
  return { any: text === '*' || text === '?', values: [...values].sort((a, b) => a - b) }
}

/**
 * Reads WeChat's 7 fields: second minute hour day month weekday year. A day and a weekday that are both given mean
 * "either". Throws on anything else.
 */
export function parseCron(text: string): Cron {
  const parts = text.trim().split(/\s+/)
  if (parts.length !== 7) throw invalidParameter(`cron needs 7 fields: ${text}`)
  const field = (at: number, low: number, high: number, names: string[] = [], base = 0): Field =>
    parseField(parts[at] as string, low, high, names, base)
  const seconds = field(0, 0, 59)
  const minutes = field(1, 0, 59)
  const hours = field(2, 0, 23)
  const days = field(3, 1, 31)
  const months = field(4, 1, 12, MONTHS, 1)
  const weekdays = field(5, 0, 7, WEEKDAYS)
  const years = field(6, 1970, LAST_YEAR)
  const has = ({ any, values }: Field, value: number): boolean => any || values.includes(value)

  const dayMatches = (date: Date): boolean => {
    if (!has(years, date.getUTCFullYear()) || !has(months, date.getUTCMonth() + 1)) return false
    const weekday = date.getUTCDay()
    const byWeekday =
      weekdays.any || weekdays.values.includes(weekday) || (weekday === 0 && weekdays.values.includes(7))
    const byDay = has(days, date.getUTCDate())
    return days.any || weekdays.any ? byDay && byWeekday : byDay || byWeekday
  }
  /** The first time of day at or after `from` (s since midnight). */
  const timeOfDay = (from: number): number | undefined => {
    for (const hour of hours.values) {
      if ((hour + 1) * 3600 <= from) continue
      for (const minute of minutes.values) {
        const start = hour * 3600 + minute * 60
        if (start + 60 <= from) continue
        const second = seconds.values.find((value) => start + value >= from)
        if (second !== undefined) return start + second
      }
    }
    return undefined
  }

  return {
    next(after) {
      const local = Math.floor((after + ZONE_MS) / 1000) * 1000 + 1000
      let day = Math.floor(local / DAY_MS) * DAY_MS
      let from = (local - day) / 1000
      while (new Date(day).getUTCFullYear() <= LAST_YEAR) {
        const time = dayMatches(new Date(day)) ? timeOfDay(from) : undefined
        if (time !== undefined) return day + time * 1000 - ZONE_MS
        day += DAY_MS
        from = 0
      }
      return undefined
    },
  }
}

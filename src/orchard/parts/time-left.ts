import type { Instant } from '../../../domain/time'
import { t } from '../../locales/for-staff'

const HOUR = 3_600_000
/** From this many hours on days are counted. */
const IN_DAYS = 48

/** Whole hours until a moment, never negative. */
export function hoursLeft(now: Instant, until: Instant): number {
  return Math.max(0, Math.floor((Date.parse(until) - Date.parse(now)) / HOUR))
}

/** The time left as a person says it: days while there are two or more, then hours. */
export function sayLeft(now: Instant, until: Instant): string {
  const hours = hoursLeft(now, until)
  return hours >= IN_DAYS ? t('week.daysLeft', { days: Math.floor(hours / 24) }) : t('week.hoursLeft', { hours })
}

import { sayTime, type Instant } from '../../../domain/time'
import type { MessageKey } from '../../locales/for-staff'

/** The greeting for that moment in Shanghai. */
export function greeting(now: Instant): MessageKey {
  const hour = Number(sayTime(now).slice(0, 2))
  if (hour < 5 || hour >= 22) return 'desk.night'
  if (hour < 11) return 'desk.morning'
  if (hour < 13) return 'desk.noon'
  return hour < 18 ? 'desk.afternoon' : 'desk.evening'
}

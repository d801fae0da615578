import type { Season } from '../../../domain/catalogue/season'
import { say, t, type MessageKey } from '../../locales/for-staff'

const varieties: Record<string, MessageKey> = {
  fuji: 'week.fuji',
  huaniu: 'week.huaniu',
  gala: 'week.gala',
  hongxiangsu: 'week.hongxiangsu',
  chunjian: 'week.chunjian',
  qingpingguo: 'week.qingpingguo',
  tao: 'week.tao',
  youzi: 'week.youzi',
}

/** A season by its fruit; by its region where a newer calendar names one this page does not know. */
export const nameOfSeason = ({ varietyId, region }: Pick<Season, 'varietyId' | 'region'>): string =>
  varieties[varietyId] ? t(varieties[varietyId]) : say(region)

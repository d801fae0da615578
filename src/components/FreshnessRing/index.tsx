import { Text, View } from '@tarojs/components'
import { t } from '../../locales'
import { colours } from '../../look/tokens'
import { px, svgUri } from '../../look/size'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface FreshnessRingProps {
  id?: string
  daysLeft: number
  /** Days the fruit keeps in the cold room at most (S3). */
  daysTotal: number
  size?: number
}

const around = 2 * Math.PI * 31
const tick = (at: number) => `<path d="M40 1.5v2.500" transform="rotate(${at * 30} 40 40)"/>`
const ticks = Array.from({ length: 12 }, (_, at) => tick(at)).join('')

function drawing(colour: string, share: number): string {
  const arc = `<circle cx="40" cy="40" r="31" stroke="${colour}" stroke-width="6" stroke-linecap="round" stroke-dasharray="${(around * share).toFixed(1)} ${around.toFixed(1)}" transform="rotate(-90 40 40)"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 80" fill="none"><g stroke="${colours['line-2']}" stroke-width="1.200">${ticks}</g><circle cx="40" cy="40" r="31" stroke="${colours['cold-tint']}" stroke-width="6"/>${share > 0 ? arc : ''}</svg>`
}

/** Days of cold storage left: cold colour over 30, sun-ink under 30, seal under 7, the number always. */
export function FreshnessRing({ id, daysLeft, daysTotal, size = 84 }: FreshnessRingProps) {
  const days = Math.max(0, daysLeft)
  const colour = days < 7 ? colours.seal : days < 30 ? colours['sun-ink'] : colours.cold
  const share = Math.min(1, days / Math.max(1, daysTotal))
  return (
    <View
      className="ring"
      style={{ width: px(size), height: px(size), backgroundImage: svgUri(drawing(colour, share)) }}
      {...spoken({ id, label: t('app.freshLabel', { days }), role: 'img' })}
    >
      <Text className="ring__days">{days}</Text>
      <Text className="ring__word">{t('app.freshDays')}</Text>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { Icon } from '../Icon'
import { t } from '../../locales'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface SeasonPart {
  kind: 'cutoff' | 'sticker' | 'colouring' | 'harvest'
  word: string
  /** The dates, e.g. 10/1–20. */
  when: string
  /** Length in days; the bar is in true proportion. */
  days: number
}

export interface SeasonStripProps {
  id?: string
  /** e.g. 红富士 · 烟台栖霞 */
  title: string
  /** What it means now, e.g. 还有 8 天定稿. */
  meaning: string
  parts: readonly SeasonPart[]
  /** Days from the start of the first part to today; outside the strip there is no ring. */
  today: number
}

/** The season's four lengths, a ring for today, words and dates under it. */
export function SeasonStrip({ id, title, meaning, parts, today }: SeasonStripProps) {
  const total = parts.reduce((sum, { days }) => sum + days, 0)
  const inside = today >= 0 && today <= total
  const spokenParts = parts.map(({ word, when }) => `${word} ${when}`).join('，')
  return (
    <View className="season" {...spoken({ id, label: `${title}，${meaning}。${spokenParts}` })}>
      <View className="row row--apart row--wrap">
        <View className="row">
          <Icon name="leaf" size={20} color="leaf" />
          <Text className="t-head">{title}</Text>
        </View>
        <Text className="t-strong t-leaf">{meaning}</Text>
      </View>
      <View className="season__bar">
        {parts.map(({ kind, days }) => (
          <View key={kind} className={`season__part season__part--${kind}`} style={{ flexGrow: days }} />
        ))}
        {inside && (
          <View
            className="season__today"
            style={{ left: `${(100 * today) / total}%` }}
            {...spoken({ label: t('app.today') })}
          />
        )}
      </View>
      <View className="season__words">
        {parts.map(({ kind, word, when, days }) => (
          <View key={kind} className={`season__word season__word--${kind} t-note`} style={{ flexGrow: days }}>
            <View>{word}</View>
            <View>{when}</View>
          </View>
        ))}
      </View>
    </View>
  )
}

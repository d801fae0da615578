import { Text, View } from '@tarojs/components'
import { HEADLINES, type Headline } from '../../../domain/order/headline'
import { say } from '../../locales'
import type { IconName } from '../../look/icons'
import { stateTags } from '../../look/state-tags'
import { Icon } from '../Icon'
import './index.scss'

/** The shopper's headline: colour, shape and word together. */
export function StateTag({ headline, word }: { headline: Headline; word?: string }) {
  const { icon, text, fill } = stateTags[headline]
  return (
    <View className={`tag tag--${headline}`} style={{ color: text, background: fill }}>
      <Icon name={icon} size={16} />
      <Text>{word ?? say(HEADLINES[headline])}</Text>
    </View>
  )
}

const tones = {
  leaf: 'toReceive',
  sun: 'toPay',
  seal: 'toConfirm',
  cold: 'cold',
  bark: 'outOfStock',
  quiet: 'done',
} as const satisfies Record<string, Headline>

export interface TagProps {
  word: string
  icon: IconName
  tone?: keyof typeof tones
}

/** A tag for anything that is not a shopper's headline: a stage of work, a hold, a role. */
export function Tag({ word, icon, tone = 'leaf' }: TagProps) {
  const { text, fill } = stateTags[tones[tone]]
  return (
    <View className="tag" style={{ color: text, background: fill }}>
      <Icon name={icon} size={16} />
      <Text>{word}</Text>
    </View>
  )
}

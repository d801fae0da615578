import { ScrollView, Text, View } from '@tarojs/components'
import type { IconName } from '../../look/icons'
import { Icon } from '../Icon'
import { Tap } from '../Tap'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface Choice<K extends string> {
  key: K
  word: string
  icon?: IconName
  disabled?: boolean
}

export interface ChipsProps<K extends string> {
  /** Each chip's id is `<id>-<key>`. */
  id: string
  label: string
  items: readonly Choice<K>[]
  value: K | null
  onPick: (key: K) => void
  /** One row that slides sideways, instead of wrapping. */
  slide?: boolean
}

/** Chips of which one is chosen. */
export function Chips<K extends string>({ id, label, items, value, onPick, slide }: ChipsProps<K>) {
  const chips = (
    <View className={`chips${slide ? ' chips--slide' : ''}`} {...spoken({ id, label, role: 'radiogroup' })}>
      {items.map(({ key, word, icon, disabled }) => (
        <Tap
          key={key}
          id={`${id}-${key}`}
          className={`chip${key === value ? ' chip--on' : ''}${disabled ? ' chip--off' : ''}`}
          role="radio"
          label={word}
          selected={key === value}
          disabled={Boolean(disabled)}
          onTap={() => onPick(key)}
        >
          {icon && <Icon name={icon} size={16} />}
          <Text>{word}</Text>
        </Tap>
      ))}
    </View>
  )
  return slide ? <ScrollView scrollX>{chips}</ScrollView> : chips
}

import { ScrollView, Text, View } from '@tarojs/components'
import { Tap } from '../Tap'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface TabItem<K extends string> {
  key: K
  word: string
  count?: number
  /** The count needs the reader: shown on seal. */
  urgent?: boolean
}

export interface TabsProps<K extends string> {
  /** Each tab's id is `<id>-<key>`. */
  id: string
  label: string
  items: readonly TabItem<K>[]
  value: K
  onPick: (key: K) => void
}

/** Underlined tabs with counts that slide sideways, e.g. the states of My Orders. */
export function Tabs<K extends string>({ id, label, items, value, onPick }: TabsProps<K>) {
  return (
    <ScrollView scrollX className="tabs">
      <View className="tabs__row" {...spoken({ id, label, role: 'tablist' })}>
        {items.map(({ key, word, count, urgent }) => (
          <Tap
            key={key}
            id={`${id}-${key}`}
            className={`tabs__tab${key === value ? ' tabs__tab--on' : ''}`}
            role="tab"
            label={count ? `${word} ${count}` : word}
            selected={key === value}
            onTap={() => onPick(key)}
          >
            <Text>{word}</Text>
            {count ? <Text className={`tabs__count${urgent ? ' tabs__count--urgent' : ''}`}>{count}</Text> : null}
          </Tap>
        ))}
      </View>
    </ScrollView>
  )
}

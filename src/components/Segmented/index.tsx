import { Text, View } from '@tarojs/components'
import { Tap } from '../Tap'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface SegmentedProps<K extends string> {
  /** Each segment's id is `<id>-<key>`. */
  id: string
  label: string
  items: readonly { key: K; word: string }[]
  value: K
  onPick: (key: K) => void
}

/** Two to four ways to look at the same thing. */
export function Segmented<K extends string>({ id, label, items, value, onPick }: SegmentedProps<K>) {
  return (
    <View className="segmented" {...spoken({ id, label, role: 'tablist' })}>
      {items.map(({ key, word }) => (
        <Tap
          key={key}
          id={`${id}-${key}`}
          className={`segmented__part${key === value ? ' segmented__part--on' : ''}`}
          role="tab"
          label={word}
          selected={key === value}
          onTap={() => onPick(key)}
        >
          <Text>{word}</Text>
        </Tap>
      ))}
    </View>
  )
}

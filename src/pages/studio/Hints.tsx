import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/Tap/spoken'
import type { Hint } from './hints'

const icons = { fine: 'check-circle', warning: 'warn', waiting: 'clock' } as const

/** Live help under the design: what is fine, what could be better. */
export function Hints({ hints }: { hints: readonly Hint[] }) {
  if (hints.length === 0) return null
  return (
    <View className="studio-hints" {...spoken({ id: 'hints', role: 'status', live: true })}>
      {hints.map(({ key, kind, words }) => (
        <View key={key} className={`studio-hint studio-hint--${kind}`}>
          <Icon name={icons[kind]} size={20} />
          <Text className="grow">{words}</Text>
        </View>
      ))}
    </View>
  )
}

import { View } from '@tarojs/components'
import { t } from '../../locales'
import { spoken } from '../Tap/spoken'
import './index.scss'

export type Shape = 'title' | 'line' | 'card' | 'tall' | 'fruit'

/** The shapes of the layout to come, in sunk; appears only after 200 ms, so that a quick answer does not flash. */
export function Skeleton({ shapes }: { shapes: readonly Shape[] }) {
  return (
    <View className="skeleton" {...spoken({ label: t('app.loading'), role: 'status' })}>
      {shapes.map((shape, at) => (
        <View key={at} className={`skeleton__shape skeleton__shape--${shape}`} />
      ))}
    </View>
  )
}

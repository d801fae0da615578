import { Text, View } from '@tarojs/components'
import { px } from '../../look/size'
import { spoken } from '../Tap/spoken'
import { t } from '../../locales'
import './index.scss'

/** 果印's seal. 28 in headers. */
export function SealMark({ size = 28 }: { size?: number }) {
  return (
    <View
      className="seal-mark"
      style={{ minWidth: px(size), minHeight: px(size), fontSize: px(Math.round(size * 0.4)) }}
      {...spoken({ label: t('app.name'), role: 'img' })}
    >
      <Text>果</Text>
      <Text>印</Text>
    </View>
  )
}

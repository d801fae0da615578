import { Canvas, View } from '@tarojs/components'
import { px } from '../../look/size'
import { CARD } from './layout'
import './index.scss'

export { saveShareCard, type ShareCard } from './save'

/** The canvas a share card is drawn on: on the page because WeChat keeps no other, out of sight, silent. */
export function ShareCanvas({ id }: { id: string }) {
  return (
    <View className="share-canvas" aria-hidden="true">
      <Canvas type="2d" id={id} style={{ width: px(CARD.width / 2), height: px(CARD.height / 2) }} />
    </View>
  )
}

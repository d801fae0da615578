import { View } from '@tarojs/components'
import type { FruitLook } from '../../../domain/catalogue/product'
import { px } from '../../look/size'
import { boxOf } from './box-of'
import './index.scss'

/** The soft shadow a fruit of this size (px at 375 width) stands on, inside the fruit's square. */
export function FruitShadow({ look, size }: { look: FruitLook; size: number }) {
  const { foot } = boxOf(look)
  const half = foot.half * 1.15 * size
  const height = half * 0.3
  const style = {
    left: px(foot.x * size - half),
    top: px(foot.y * size - height / 2),
    width: px(half * 2),
    height: px(height),
  }
  return <View className="fruit__shadow" style={style} />
}

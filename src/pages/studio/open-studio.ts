import Taro from '@tarojs/taro'
import type { Design } from '../../state/design'

/** Opens the studio's own package, at one kind of design or where it was left. */
export const openStudio = (kind?: Design['kind']): void =>
  void Taro.navigateTo({ url: `/studio/design/index${kind ? `?kind=${kind}` : ''}` })

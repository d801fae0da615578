import type { FruitLook } from '../../domain/catalogue/product'

/** Words a fruit carries in the shop window, until the customer has written their own. */
export const sampleWords: Record<FruitLook, string> = {
  fuji: '生日快乐',
  huaniu: '花好月圆',
  gala: '早安',
  hongxiangsu: '团圆',
  chunjian: '春天见',
  qingpingguo: '平安',
  tao: '福寿',
  youzi: '中秋好',
}

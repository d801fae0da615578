import type { FruitLook } from '../../../domain/catalogue/product'
import { t } from '../../locales'

const nouns = {
  fuji: 'apple',
  huaniu: 'apple',
  gala: 'apple',
  hongxiangsu: 'pear',
  chunjian: 'mandarin',
  qingpingguo: 'greenApple',
  tao: 'peach',
  youzi: 'pomelo',
} as const satisfies Record<FruitLook, string>

/** What a preview is for those who hear it: the kind of fruit, and what stands on it. */
export function labelOf(look: FruitLook, words?: string, art?: string): string {
  const fruit = t(`app.${nouns[look]}`)
  if (words) return t('app.fruitLabel', { fruit, words: words.replace(/\s+/g, '') })
  return t(art ? 'app.fruitPicture' : 'app.fruitPlain', { fruit })
}

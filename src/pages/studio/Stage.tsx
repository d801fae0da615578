import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { layoutText } from '../../../imprint/layout'
import { previewBox } from '../../../imprint/preview-box'
import { FruitPreview, type FruitPreviewProps } from '../../components/FruitPreview'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { t } from '../../locales'
import { px } from '../../look/size'

const side = 248
const stages = ['ripe', 'green', 'colouring'] as const

export interface StageProps {
  product: CustomProduct
  drawn: Pick<FruitPreviewProps, 'words' | 'art'>
}

/** The fruit as it will be, with its measure; a tap on the chip shows it earlier in the year. */
export function Stage({ product, drawn }: StageProps) {
  const [at, setAt] = useState(0)
  const stage = stages[at]
  const next = () => setAt((at + 1) % stages.length)
  return (
    <View className="studio-stage">
      <FruitPreview id="studio-fruit" look={product.look} size={side} stage={stage} shadow {...drawn} />
      {drawn.words && <Ruler words={drawn.words} look={product.look} />}
      <View className="studio-stage__chips">
        <Tap id="stage" className="studio-chip" label={t('studio.stage', { stage: t(`studio.${stage}`) })} onTap={next}>
          <Icon name={stage === 'green' ? 'leaf' : 'sun'} size={16} />
          <Text>{t(`studio.${stage}`)}</Text>
        </Tap>
        <View className="studio-chip studio-chip--plain">{t('studio.fruitMm', { mm: product.diameterMm })}</View>
      </View>
    </View>
  )
}

function Ruler({ words, look }: { words: string; look: CustomProduct['look'] }) {
  const { widthMm } = layoutText(words)
  const width = widthMm * previewBox(look).mm.x * side
  return (
    <View className="studio-ruler">
      <View className="studio-ruler__line" style={{ width: px(width) }} />
      <Text className="t-note">{t('studio.width', { mm: Math.round(widthMm) })}</Text>
    </View>
  )
}

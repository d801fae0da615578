import { View } from '@tarojs/components'
import type { ProductView } from '../../../contract'
import { Card } from '../../components/Card'
import { FruitPreview } from '../../components/FruitPreview'
import { t } from '../../locales'
import { startDesign } from '../../state/design'
import { openStudio } from './open-studio'

const exampleWords = '生日快乐'

/** One sentence over four fruit, as orchards really do it; a tap begins with it. */
export function Example({ view: { product } }: { view: ProductView }) {
  const begin = () => {
    startDesign({ productId: product._id, text: exampleWords, perFruit: true })
    openStudio('text')
  }
  return (
    <Card id="studio-example" label={t('studio.example', { words: exampleWords })} onTap={begin}>
      <View className="row row--apart">
        {[...exampleWords].map((char) => (
          <FruitPreview key={char} look={product.look} size={72} words={char} shadow />
        ))}
      </View>
      <View className="t-note studio-example__note">{t('studio.exampleNote')}</View>
    </Card>
  )
}

import { ScrollView, Text, View } from '@tarojs/components'
import type { ProductView } from '../../../contract'
import { FruitPreview } from '../../components/FruitPreview'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { say, t } from '../../locales'
import { sampleWords } from '../../look/sample-words'
import { changeDesign } from '../../state/design'

/** The fruit that take words; those that rest cannot be chosen. */
export function Fruits({ views, chosen }: { views: readonly ProductView[]; chosen: ProductView }) {
  return (
    <ScrollView scrollX>
      <View
        className="studio-fruits"
        {...spoken({ id: 'studio-fruits', label: t('studio.fruit'), role: 'radiogroup' })}
      >
        {views.map(({ product, refusal }) => {
          const on = product._id === chosen.product._id
          const name = say(product.name)
          return (
            <Tap
              key={product._id}
              id={`studio-fruit-${product._id}`}
              className={`studio-fruit${on ? ' studio-fruit--on' : ''}${refusal ? ' studio-fruit--off' : ''}`}
              role="radio"
              selected={on}
              disabled={refusal !== null}
              label={refusal ? t('studio.resting', { name }) : name}
              onTap={() => changeDesign({ productId: product._id, packId: '', packs: 1 })}
            >
              <FruitPreview
                look={product.look}
                size={84}
                words={sampleWords[product.look]}
                stage={refusal ? 'green' : 'ripe'}
                shadow
              />
              <Text className="t-strong">{name}</Text>
            </Tap>
          )
        })}
      </View>
    </ScrollView>
  )
}

import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ProductView } from '../../../contract'
import type { Product } from '../../../domain/catalogue/product'
import { sayDay } from '../../../domain/time'
import { Card } from '../../components/Card'
import { FruitPreview } from '../../components/FruitPreview'
import { Price } from '../../components/Price'
import { language, say, t } from '../../locales'
import { sampleWords } from '../../look/sample-words'

const wordsOn = (product: Product) => (product.kind === 'ready' ? product.words : sampleWords[product.look])

const ground = { apple: 'warm', pear: 'green', peach: 'warm', citrus: 'gold' } as const

function tagOf({ product, season, refusal }: ProductView): string {
  if (season && season.phase !== 'open') return t('home.resting')
  if (refusal?.code === 'SOLD_OUT') return t('home.soldOut')
  if (product.kind === 'ready') return t('home.readyTag')
  return t(product.imprint.pictures ? 'home.takesPictures' : 'home.takesWords')
}

// A fruit that cannot be ordered says when it can, in place of its facts.
function noteOf(view: ProductView): string {
  const { product, season, refusal } = view
  if (season?.phase === 'soon') return t('home.opensOn', { day: sayDay(season.opensOn, language()) })
  if (season && season.phase !== 'open') return t('home.nextTime')
  if (refusal?.code === 'SOLD_OUT') return t('home.soldOutNote')
  return t('home.facts', { mm: product.diameterMm, pack: say(product.packs[0].name) })
}

/** One fruit of the shelf; a tap opens it, also when it cannot be ordered today. */
export function ProductCard({ view }: { view: ProductView }) {
  const { product, refusal } = view
  const name = product.kind === 'ready' ? `${say(product.name)} · ${product.words}` : say(product.name)
  const open = () => void Taro.navigateTo({ url: `/pages/product/index?id=${product._id}` })
  const cheapest = Math.min(...product.packs.map(({ priceFen }) => priceFen))
  return (
    <Card id={`product-${product._id}`} flush className="product-card" label={`${name}，${noteOf(view)}`} onTap={open}>
      <View className={`product-card__stage product-card__stage--${ground[product.category]}`}>
        <View className={refusal ? 'product-card__resting' : ''}>
          <FruitPreview
            look={product.look}
            size={100}
            words={wordsOn(product)}
            stage={refusal ? 'green' : 'ripe'}
            shadow
          />
        </View>
        <Text className="product-card__tag">{tagOf(view)}</Text>
      </View>
      <View className="product-card__words">
        <View className="product-card__name">{name}</View>
        <View className={`t-note${refusal ? ' t-sun' : ''}`}>{noteOf(view)}</View>
        <Price amount={cheapest} unit={product.packs.length > 1 ? t('home.from') : undefined} />
      </View>
    </Card>
  )
}

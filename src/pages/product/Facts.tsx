import { Text, View } from '@tarojs/components'
import type { ProductView } from '../../../contract'
import { TECHNIQUE_WORDS } from '../../../domain/catalogue/product'
import { dayOf, sayDays, type Instant } from '../../../domain/time'
import { Card } from '../../components/Card'
import { language, say, t } from '../../locales'

/** What there is to know before ordering: what is left, when it leaves, how big, how long it keeps. */
export function Facts({ view, now }: { view: ProductView; now: Instant }) {
  return (
    <Card>
      <View className="product-facts">
        {factsOf(view, now).map(({ word, value }) => (
          <View key={word} className="product-facts__fact">
            <Text className="t-note">{word}</Text>
            <Text className="t-strong">{value}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}

function factsOf({ product, left, sendWindow, refusal }: ProductView, now: Instant) {
  const { from, to } = sendWindow
  const sends = { word: t('product.sends'), value: sayDays(from, to, language(), dayOf(now)) }
  return [
    {
      word: t(product.kind === 'ready' ? 'product.leftReady' : 'product.left'),
      value: t('product.leftPieces', { count: left }),
    },
    ...(refusal ? [] : [sends]),
    { word: t('product.size'), value: t('product.sizeMm', { mm: product.diameterMm }) },
    { word: t('product.keeps'), value: t('product.keepsDays', { days: product.storageDays }) },
    product.kind === 'ready'
      ? { word: t('product.carries'), value: product.words }
      : {
          word: t('product.writes'),
          value: t(product.imprint.pictures ? 'product.writesAndPictures' : 'product.writesUpTo', {
            max: product.imprint.maxCharacters,
          }),
        },
    ...(product.kind === 'custom'
      ? [{ word: t('product.technique'), value: say(TECHNIQUE_WORDS[product.technique]) }]
      : []),
  ]
}

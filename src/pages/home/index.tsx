import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ProductView } from '../../../contract'
import { Card } from '../../components/Card'
import { Chips } from '../../components/Chips'
import { Page } from '../../components/Page'
import { SeasonStrip } from '../../components/SeasonStrip'
import { stripOf } from '../../components/SeasonStrip/of-season'
import { SectionHead } from '../../components/SectionHead'
import { Skeleton } from '../../components/Skeleton'
import { t } from '../../locales'
import { useRemote } from '../../state/remote'
import { useTabWords } from '../../state/tab-words'
import { Hero } from './Hero'
import { ProductCard } from './ProductCard'
import { onShelf, seasonToShow, type Shelf } from './shelf'
import './index.scss'

const shelves: readonly Shelf[] = ['all', 'apple', 'pear', 'peach', 'citrus', 'ready']

export default function HomePage() {
  useTabWords()
  const remote = useRemote('catalogue.list', {})
  const waiting = (
    <>
      <Hero />
      <Skeleton shapes={['card', 'title', 'tall']} />
    </>
  )
  return (
    <Page id="home" title={t('home.title')} light="tall" remote={remote} skeleton={waiting}>
      <Hero />
      {remote.data && <Orchard products={remote.data.products} now={remote.now} />}
    </Page>
  )
}

function Orchard({ products, now }: { products: ProductView[]; now: string }) {
  const [shelf, setShelf] = useState<Shelf>('all')
  const inSeason = seasonToShow(products)
  const strip = inSeason && stripOf(inSeason, now)
  const shown = onShelf(products, shelf)
  const filled = shelves.filter((key) => key === 'all' || onShelf(products, key).length > 0)
  return (
    <>
      {strip && (
        <Card>
          <SeasonStrip id="season" {...strip} />
        </Card>
      )}
      <SectionHead title={t('home.season')} more={t('home.count', { count: shown.length })} />
      <Chips
        id="category"
        label={t('home.categories')}
        items={filled.map((key) => ({ key, word: t(`home.${key}`) }))}
        value={shelf}
        onPick={setShelf}
        slide
      />
      <View className="home-grid">
        {shown.map((view) => (
          <ProductCard key={view.product._id} view={view} />
        ))}
      </View>
      {shown.length === 0 && <View className="t-body t-quiet">{t('home.none')}</View>}
    </>
  )
}

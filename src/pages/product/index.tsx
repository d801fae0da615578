import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ProductView } from '../../../contract'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { EmptyState } from '../../components/EmptyState'
import { FruitPreview } from '../../components/FruitPreview'
import { PackChoice } from '../../components/PackChoice'
import { mostPacks, packOf } from '../../components/PackChoice/limits'
import { Page } from '../../components/Page'
import { Price } from '../../components/Price'
import { SeasonStrip } from '../../components/SeasonStrip'
import { stripOf } from '../../components/SeasonStrip/of-season'
import { Skeleton } from '../../components/Skeleton'
import { Tag } from '../../components/StateTag'
import { say, t } from '../../locales'
import { sampleWords } from '../../look/sample-words'
import { basketStore } from '../../state/basket'
import { changeDesign } from '../../state/design'
import { useRemote } from '../../state/remote'
import { Facts } from './Facts'
import './index.scss'

export default function ProductPage() {
  const { id = '' } = useRouter().params
  const remote = useRemote('catalogue.get', { id })
  const [packId, setPackId] = useState('')
  const [packs, setPacks] = useState(1)
  const view = remote.data
  if (!view && remote.error?.code === 'PRODUCT_UNKNOWN')
    return (
      <Page id="product" title={t('product.title')} light="tall">
        <EmptyState
          id="product-unknown"
          sentence={remote.error.message}
          act={t('home.title')}
          onAct={() => void Taro.switchTab({ url: '/pages/home/index' })}
        />
      </Page>
    )
  if (!view)
    return (
      <Page
        id="product"
        title={t('product.title')}
        light="tall"
        remote={remote}
        skeleton={<Skeleton shapes={['fruit', 'title', 'card', 'card']} />}
      />
    )
  const pack = packOf(view, packId)
  const { product } = view
  const strip = stripOf(view, remote.now)
  const bar = <Bar view={view} packId={pack.id} packs={packs} />
  return (
    <Page id="product" title={t('product.title')} light="tall" remote={remote} bar={bar}>
      <View className="product-stage">
        <FruitPreview
          id="product-fruit"
          look={product.look}
          size={252}
          words={product.kind === 'ready' ? product.words : sampleWords[product.look]}
          stage={view.season?.phase === 'growing' ? 'colouring' : 'ripe'}
          shadow
        />
      </View>
      <View>
        <View className="t-title">
          {product.kind === 'ready' ? `${say(product.name)} · ${product.words}` : say(product.name)}
        </View>
        <View className="t-body t-quiet">{say(product.blurb)}</View>
      </View>
      {view.refusal && (
        <Card id="product-refusal" kind="warning">
          <View className="row">
            <Tag word={t(view.refusal.code === 'SOLD_OUT' ? 'home.soldOut' : 'home.resting')} icon="leaf" tone="sun" />
            <Text className="t-strong t-sun grow">
              {view.refusal.code === 'SOLD_OUT' ? t('product.soldOut') : say(view.refusal.message)}
            </Text>
          </View>
        </Card>
      )}
      <Card>
        <PackChoice
          packs={product.packs}
          packId={pack.id}
          count={packs}
          max={mostPacks(view, pack)}
          onPack={(chosen) => {
            setPackId(chosen)
            setPacks(1)
          }}
          onCount={setPacks}
        />
      </Card>
      {strip && (
        <Card>
          <SeasonStrip id="season" {...strip} />
        </Card>
      )}
      <Facts view={view} now={remote.now} />
    </Page>
  )
}

function Bar({ view, packId, packs }: { view: ProductView; packId: string; packs: number }) {
  const { product, refusal } = view
  const pack = packOf(view, packId)
  const short = mostPacks(view, pack) === 0
  const off = refusal !== null || short
  const why = off ? { disabled: true } : {}
  const write = () => {
    changeDesign({ productId: product._id, packId, packs })
    void Taro.navigateTo({ url: '/studio/design/index' })
  }
  const buy = () => {
    basketStore.set({ lines: [{ asked: { productId: product._id, packId, packs }, art: [] }] })
    void Taro.navigateTo({ url: '/pages/checkout/index' })
  }
  const left = (
    <View>
      <Price id="product-price" amount={pack.priceFen * packs} size="large" />
      <View className="t-note">
        {short && !refusal
          ? t('product.soldOut')
          : t('product.packPieces', { name: say(pack.name), count: pack.pieces * packs })}
      </View>
      {!off && <View className="t-note">{t('checkout.plusFreight')}</View>}
    </View>
  )
  return (
    <BottomBar left={left}>
      {product.kind === 'custom' ? (
        <Button id="write" icon="pen" onTap={write} {...why}>
          {t('product.write')}
        </Button>
      ) : (
        <Button id="buy" icon="bag" onTap={buy} {...why}>
          {t('product.buy')}
        </Button>
      )}
    </BottomBar>
  )
}

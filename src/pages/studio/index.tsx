import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { ProductView } from '../../../contract'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { imprintRefusal, tidyText, type Imprint } from '../../../domain/imprint/imprint'
import { dayOf, sayDay } from '../../../domain/time'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Chips } from '../../components/Chips'
import { EmptyState } from '../../components/EmptyState'
import { drawnImprint } from '../../components/OrderedLine/preview'
import { mostPacks, packOf } from '../../components/PackChoice/limits'
import { Page } from '../../components/Page'
import { Price } from '../../components/Price'
import { Skeleton } from '../../components/Skeleton'
import { language, say, t } from '../../locales'
import { basketStore } from '../../state/basket'
import { changeDesign, designStore, type Design } from '../../state/design'
import { useRemote } from '../../state/remote'
import { useStore } from '../../state/store'
import { toast } from '../../state/toast'
import { useTabWords } from '../../state/tab-words'
import { PackSheet } from './PackSheet'
import { PictureDesk } from './PictureDesk'
import { Stage } from './Stage'
import { useStencil } from './use-stencil'
import { arrangement } from './hints'
import { WordsDesk } from './WordsDesk'
import './index.scss'

type CustomView = ProductView & { product: CustomProduct }

const isCustom = (view: ProductView): view is CustomView => view.product.kind === 'custom'

function imprintOf({ kind, text, face, picture }: Design): Imprint | null {
  if (kind === 'text') return { kind, text: tidyText(text), face }
  return picture && { kind, pictureId: picture.pictureId }
}

export default function StudioPage() {
  useTabWords()
  const remote = useRemote('catalogue.list', {})
  const design = useStore(designStore)
  const views = remote.data?.products.filter(isCustom) ?? []
  const open = views.filter(({ refusal }) => !refusal)
  const view = open.find(({ product }) => product._id === design.productId) ?? open[0]
  if (!remote.data || !view) {
    return (
      <Page
        id="studio"
        title={t('studio.title')}
        light="tall"
        remote={remote}
        skeleton={<Skeleton shapes={['fruit', 'title', 'card']} />}
      >
        <EmptyState
          id="studio-closed"
          sentence={t('studio.closed')}
          act={t('home.title')}
          onAct={() => void Taro.switchTab({ url: '/pages/home/index' })}
        />
      </Page>
    )
  }
  return <Studio views={views} view={view} design={design} remote={remote} />
}

interface StudioProps {
  views: CustomView[]
  view: CustomView
  design: Design
  remote: ReturnType<typeof useRemote<'catalogue.list'>>
}

function Studio({ views, view, design, remote }: StudioProps) {
  const { product } = view
  const [touched, setTouched] = useState(false)
  const [choosing, setChoosing] = useState(false)
  const work = useStencil(product.look)
  const kind = product.imprint.pictures ? design.kind : 'text'
  const written = { ...design, kind }
  const imprint = imprintOf(written)
  const drawn = kind === 'text' ? drawnImprint({ kind, text: tidyText(design.text), face: design.face }, undefined) : {}

  const goOn = () => {
    setTouched(true)
    const refusal = imprint && imprintRefusal(imprint, product)
    if (refusal) toast(say(refusal.message))
    else if (imprint && work.stencil === null) setChoosing(true)
    else toast(t(work.stencil ? 'studio.useFirst' : 'studio.pictureMissing'))
  }
  const checkout = () => {
    if (!imprint) return
    const asked = { productId: product._id, packId: packOf(view, design.packId).id, packs: design.packs, imprint }
    basketStore.set({
      lines: [{ asked, ...(design.picture && kind === 'picture' ? { pictureUrl: design.picture.url } : {}) }],
    })
    setChoosing(false)
    void Taro.navigateTo({ url: '/pages/checkout/index' })
  }
  return (
    <Page
      id="studio"
      title={t('studio.title')}
      light="tall"
      remote={remote}
      bar={<Bar view={view} design={design} now={remote.now} onOrder={goOn} />}
    >
      <Stage product={product} drawn={drawn} />
      <View className="studio-desk stack">
        <Chips
          id="variety"
          label={t('studio.variety')}
          items={views.map(({ product: { _id, name }, refusal }) => ({
            key: _id,
            word: say(name),
            disabled: refusal !== null,
          }))}
          value={product._id}
          onPick={(productId) => changeDesign({ productId, packId: '', packs: 1 })}
          slide
        />
        <View className="row row--apart">
          <Chips
            id="kind"
            label={t('studio.kind')}
            items={[
              { key: 'text' as const, word: t('studio.text'), icon: 'pen' as const },
              ...(product.imprint.pictures
                ? [{ key: 'picture' as const, word: t('studio.picture'), icon: 'picture' as const }]
                : []),
            ]}
            value={kind}
            onPick={(chosen) => changeDesign({ kind: chosen })}
          />
          {kind === 'text' && arrangement(design.text) !== '' && (
            <View className="t-note">{t('studio.arranged', { rows: arrangement(design.text) })}</View>
          )}
        </View>
        {kind === 'text' ? (
          <WordsDesk product={product} design={design} touched={touched} />
        ) : (
          <PictureDesk design={design} work={work} touched={touched} />
        )}
      </View>
      {choosing && <PackSheet view={view} design={design} onClose={() => setChoosing(false)} onDone={checkout} />}
    </Page>
  )
}

function Bar({ view, design, now, onOrder }: { view: CustomView; design: Design; now: string; onOrder: () => void }) {
  const pack = packOf(view, design.packId)
  const off = view.refusal !== null || mostPacks(view, pack) === 0
  const day = sayDay(view.expectedSendDay, language(), dayOf(now))
  const left = (
    <View>
      <Price id="studio-price" amount={pack.priceFen * design.packs} size="large" />
      <View className="t-note">
        {view.refusal ? say(view.refusal.message) : t('studio.sends', { pack: say(pack.name), day })}
      </View>
      {!off && <View className="t-note">{t('checkout.plusFreight')}</View>}
    </View>
  )
  return (
    <BottomBar left={left}>
      <Button id="order" disabled={off} onTap={onOrder}>
        {t('studio.order')}
      </Button>
    </BottomBar>
  )
}

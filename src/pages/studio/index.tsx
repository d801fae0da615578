import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { t } from '../../locales'
import { imprintOf, useDesign } from '../../state/design'
import { useRemote } from '../../state/remote'
import { useTabWords } from '../../state/tab-words'
import { Example } from './Example'
import { Fruits } from './Fruits'
import { Resume } from './Resume'
import { Ways } from './Ways'
import './index.scss'

/** The way into the studio: what was begun, a fruit, and a way to say it. The studio itself is a package of its own. */
export default function StudioPage() {
  useTabWords()
  const remote = useRemote('catalogue.list', {})
  const design = useDesign()
  const views = remote.data?.products.filter(({ product }) => product.kind === 'custom') ?? []
  const choosable = views.filter(({ refusal }) => !refusal)
  const chosen = choosable.find(({ product }) => product._id === design.productId) ?? choosable[0]
  const page = { id: 'studio-tab', title: t('studio.title'), light: 'tall', remote } as const
  if (!chosen)
    return (
      <Page {...page} skeleton={<Skeleton shapes={['title', 'card', 'fruit']} />}>
        <EmptyState
          id="studio-closed"
          sentence={t('studio.closed')}
          act={t('home.title')}
          onAct={() => void Taro.switchTab({ url: '/pages/home/index' })}
        />
      </Page>
    )
  return (
    <Page {...page}>
      <View>
        <View className="t-title">{t('studio.lead')}</View>
        <View className="t-body t-quiet">{t('studio.note')}</View>
      </View>
      {imprintOf(design) && <Resume design={design} view={chosen} />}
      <Text className="t-section">{t('studio.fruit')}</Text>
      <Fruits views={views} chosen={chosen} />
      <Text className="t-section">{t('studio.ways')}</Text>
      <Ways view={chosen} />
      <Text className="t-section">{t('studio.examples')}</Text>
      <Example view={chosen} />
    </Page>
  )
}

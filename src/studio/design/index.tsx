import Taro, { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { t } from '../../locales/for-studio'
import { changeDesign, useDesign, type Design } from '../../state/design'
import { useRemote } from '../../state/remote'
import { isCustom, viewOf } from './shelf'
import { Studio } from './Studio'
import './index.scss'

const kinds: readonly Design['kind'][] = ['text', 'motif', 'picture']

export default function DesignPage() {
  const { kind } = useRouter().params
  const remote = useRemote('catalogue.list', {})
  const design = useDesign()
  useEffect(() => {
    const wanted = kinds.find((one) => one === kind)
    if (wanted) changeDesign({ kind: wanted })
  }, [kind])
  const views = remote.data?.products.filter(isCustom) ?? []
  const view = viewOf(views, design.productId)
  if (view) return <Studio views={views} view={view} drafted={design} remote={remote} />
  return (
    <Page
      id="studio"
      title={t('design.title')}
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

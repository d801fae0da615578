import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OrderList } from '../../../contract'
import { ORDER_TABS, ORDER_TAB_WORDS, type OrderTab } from '../../../domain/order/headline'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { Tabs } from '../../components/Tabs'
import { say, t } from '../../locales'
import { useWantedTab } from '../../state/order-tab'
import { useOrdering } from '../../state/ordering'
import { useTabPages } from '../../state/tab-pages'
import { useTabWords } from '../../state/tab-words'
import { OrderCardView } from './OrderCardView'
import './index.scss'

const tabs = ['all', ...(Object.keys(ORDER_TABS) as OrderTab[])] as const

export default function OrdersPage() {
  useTabWords()
  const { tab: asked } = useRouter().params
  const [tab, setTab] = useState<OrderTab | 'all'>(tabs.find((known) => known === asked) ?? 'all')
  const pages = useTabPages('orders.list', { tab }, (old, more) => ({ ...more, cards: [...old.cards, ...more.cards] }))
  const ordering = useOrdering(pages.reload)
  useWantedTab(setTab)
  const { data: list, error, now, fresh } = pages
  return (
    <Page id="orders" title={t('orders.title')} remote={pages}>
      <Tabs
        id="tab"
        label={t('orders.tabs')}
        items={tabs.map((key) => ({
          key,
          word: say(ORDER_TAB_WORDS[key]),
          count: list?.counts[key],
          urgent: key === 'toConfirm',
        }))}
        value={tab}
        onPick={setTab}
      />
      {list &&
        fresh &&
        list.cards.map((card) => <OrderCardView key={card.no} card={card} now={now} ordering={ordering} />)}
      {list && fresh && <End list={list} tab={tab} />}
      {!fresh && !error && <Skeleton shapes={['card', 'card', 'card']} />}
      {!fresh && error && (
        <EmptyState id="tab-error" sentence={error.message} act={t('app.retry')} onAct={() => void pages.reload()} />
      )}
    </Page>
  )
}

function End({ list, tab }: { list: OrderList; tab: OrderTab | 'all' }) {
  if (list.cards.length > 0)
    return <View className="t-note orders-end">{t(list.next ? 'orders.more' : 'orders.end')}</View>
  return (
    <EmptyState
      id="orders-empty"
      sentence={t(tab === 'all' ? 'orders.empty' : 'orders.emptyTab')}
      act={t('orders.emptyAct')}
      onAct={() => void Taro.switchTab({ url: '/pages/studio/index' })}
    />
  )
}

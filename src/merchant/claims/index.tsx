import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ClaimList } from '../../../contract'
import { CLAIM_TABS, type ClaimTab } from '../../../domain/aftersale/claim'
import { EmptyState } from '../../components/EmptyState'
import { Skeleton } from '../../components/Skeleton'
import { Tabs } from '../../components/Tabs'
import { t } from '../../locales/for-staff'
import { StaffPage } from '../../staff/StaffPage'
import { useTabPages } from '../../state/tab-pages'
import { MerchantBar } from '../parts/MerchantBar'
import { ClaimRow } from './ClaimRow'
import './index.scss'

const tabs = Object.keys(CLAIM_TABS) as ClaimTab[]
const words = { ours: 'claims.ours', theirs: 'claims.theirs', ended: 'claims.ended' } as const
const none = { ours: 'claims.noneOurs', theirs: 'claims.noneTheirs', ended: 'claims.noneEnded' } as const

const join = (old: ClaimList, more: ClaimList): ClaimList => ({ ...more, claims: [...old.claims, ...more.claims] })

/** Claims by who must act next, the oldest first; more at the bottom (A1). */
export default function ClaimsPage() {
  const { tab: asked } = useRouter().params
  const [tab, setTab] = useState<ClaimTab>(tabs.find((known) => known === asked) ?? 'ours')
  const pages = useTabPages('claims.list', { tab }, join)
  const { data: list, error, now, fresh } = pages
  return (
    <StaffPage id="merchant-claims" title={t('claims.title')} remote={pages} bar={<MerchantBar here="claims" />}>
      <Tabs
        id="claims-tab"
        label={t('claims.lists')}
        items={tabs.map((key) => ({ key, word: t(words[key]), count: list?.counts[key], urgent: key === 'ours' }))}
        value={tab}
        onPick={setTab}
      />
      {list && fresh && list.claims.map((claim) => <ClaimRow key={claim.id} claim={claim} now={now} />)}
      {list && fresh && list.claims.length > 0 && (
        <View className="t-note claims-end">{t(list.next ? 'orders.more' : 'orders.end')}</View>
      )}
      {list && fresh && list.claims.length === 0 && <EmptyState id="claims-empty" sentence={t(none[tab])} />}
      {!fresh && !error && <Skeleton shapes={['card', 'card', 'card']} />}
      {!fresh && error && (
        <EmptyState id="tab-error" sentence={error.message} act={t('app.retry')} onAct={() => void pages.reload()} />
      )}
    </StaffPage>
  )
}

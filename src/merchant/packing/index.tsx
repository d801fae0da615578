import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { PackingList } from '../../../contract/views'
import { EmptyState } from '../../components/EmptyState'
import { Tabs } from '../../components/Tabs'
import { t } from '../../locales/for-staff'
import { StaffPage } from '../../staff/StaffPage'
import { joinPacking } from '../../state/joined'
import { usePages } from '../../state/pages'
import { MerchantBar } from '../parts/MerchantBar'
import { PackingCard } from './PackingCard'
import { ShippedCard } from './ShippedCard'

type Tab = 'toPack' | 'shipped'

/** The picking list by storage place, and what has left. One parcel is open at a time: one seal on the screen. */
export default function PackingPage() {
  const { tab: asked } = useRouter().params
  const remote = usePages('packing.list', joinPacking, true)
  const [tab, setTab] = useState<Tab>(asked === 'shipped' ? 'shipped' : 'toPack')
  const list = remote.data
  return (
    <StaffPage id="merchant-packing" title={t('packing.title')} remote={remote} bar={<MerchantBar here="packing" />}>
      <Tabs
        id="packing-tab"
        label={t('packing.lists')}
        items={[
          { key: 'toPack', word: t('packing.toPack'), count: list?.toPack.length ?? 0, urgent: true },
          { key: 'shipped', word: t('packing.shipped'), count: list?.shipped.length ?? 0 },
        ]}
        value={tab}
        onPick={setTab}
      />
      {list &&
        (tab === 'toPack' ? <ToPack rows={list.toPack} reload={remote.reload} /> : <Shipped rows={list.shipped} />)}
    </StaffPage>
  )
}

function ToPack({ rows, reload }: { rows: PackingList['toPack']; reload: () => Promise<void> }) {
  const [picked, setPicked] = useState<string>()
  if (rows.length === 0) return <EmptyState id="packing-empty" sentence={t('packing.none')} />
  const opened = rows.find((row) => row.id === picked) ?? rows[0]
  return (
    <>
      <View className="t-note">{t('packing.byPlace')}</View>
      {rows.map((row) => (
        <PackingCard
          key={row.id}
          row={row}
          opened={row.id === opened.id}
          onOpen={() => setPicked(row.id)}
          onShipped={reload}
        />
      ))}
    </>
  )
}

function Shipped({ rows }: { rows: PackingList['shipped'] }) {
  if (rows.length === 0) return <EmptyState id="shipped-empty" sentence={t('packing.noneShipped')} />
  return (
    <>
      {rows.map((row) => (
        <ShippedCard key={row.id} row={row} />
      ))}
    </>
  )
}

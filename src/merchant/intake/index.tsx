import { View } from '@tarojs/components'
import { useLoad, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { IntakeList } from '../../../contract/views'
import { EmptyState } from '../../components/EmptyState'
import { Tabs } from '../../components/Tabs'
import { t } from '../../locales/for-staff'
import { StaffPage } from '../../staff/StaffPage'
import { joinIntake } from '../../state/joined'
import { usePages } from '../../state/pages'
import { MerchantBar } from '../parts/MerchantBar'
import { Arrival } from './Arrival'
import { Figures } from './Figures'
import { FindCode } from './FindCode'
import { useFind } from './find'

type Tab = Exclude<keyof IntakeList, 'next'>

const tabs = ['arriving', 'received', 'mismatched', 'escalated'] as const
const words = {
  arriving: 'intake.arriving',
  received: 'intake.received',
  mismatched: 'intake.mismatched',
  escalated: 'intake.escalated',
} as const
const nothing = {
  arriving: 'intake.noneArriving',
  received: 'intake.noneReceived',
  mismatched: 'intake.noneMismatched',
  escalated: 'intake.noneEscalated',
} as const

const isTab = (value: string | undefined): value is Tab => tabs.some((tab) => tab === value)

export default function IntakePage() {
  const { tab: asked, code } = useRouter().params
  const remote = usePages('intake.list', joinIntake, true)
  const find = useFind(code ?? '')
  const [picked, setPicked] = useState<Tab | null>(isTab(asked) ? asked : null)
  useLoad(() => {
    if (code) void find.search(code)
  })
  const list = remote.data
  const tab = picked ?? (list && list.received.length > 0 ? 'received' : 'arriving')
  const rows = list?.[tab] ?? []
  return (
    <StaffPage id="merchant-intake" title={t('intake.title')} remote={remote} bar={<MerchantBar here="intake" />}>
      <FindCode find={find} />
      <Tabs
        id="intake-tab"
        label={t('intake.lists')}
        items={tabs.map((key) => ({
          key,
          word: t(words[key]),
          count: list?.[key].length ?? 0,
          urgent: key === 'received' || key === 'escalated',
        }))}
        value={tab}
        onPick={setPicked}
      />
      {rows.map((row) => (
        <Arrival key={row.id} row={row} />
      ))}
      {rows.length === 0 && (
        <View>
          <EmptyState id="intake-empty" sentence={t(nothing[tab])} />
        </View>
      )}
      <Figures />
    </StaffPage>
  )
}

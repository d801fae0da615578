import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { EmptyState } from '../../components/EmptyState'
import { t } from '../../locales/for-staff'
import { change } from '../../staff/go'
import { StaffPage } from '../../staff/StaffPage'
import { useRemote } from '../../state/remote'
import { Bench } from './Bench'

const nowhere = ['FULFILMENT_UNKNOWN', 'IMPRINT_CODE_UNKNOWN', 'IMPRINT_CODE_MISTYPED']

/** Opened with `?id=` of a parcel, or with `?code=`, which finds the parcel that is nearest the bench. */
export default function BenchPage() {
  const { code, id } = useRouter().params
  const found = useRemote('intake.find', code && !id ? { code } : null)
  // Once found it stays: a code is shared with what was sent back of its parcel.
  const [first, setFirst] = useState(id)
  if (!first && found.data) setFirst(found.data.id)
  if (first) return <Bench id={first} />
  if (code && !nowhere.includes(found.error?.code ?? ''))
    return <StaffPage id="merchant-bench" title={t('bench.title')} remote={found} />
  return (
    <StaffPage id="merchant-bench" title={t('bench.title')}>
      <EmptyState
        id="bench-unknown"
        sentence={t('bench.unknown')}
        act={t('bench.toIntake')}
        onAct={() => change('merchant/intake')}
      />
    </StaffPage>
  )
}

import { useRouter } from '@tarojs/taro'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { goBack } from '../../device/back'
import { t } from '../../locales/for-claims'
import { useRemote } from '../../state/remote'
import { ClaimForm } from './Form'
import './index.scss'

/** Asking for money back after delivery, opened with `?no=` (A1). */
export default function ClaimPage() {
  const { no = '' } = useRouter().params
  const remote = useRemote('orders.get', { no })
  const { data: order } = remote
  const page = { id: 'claim', title: t('order.claim'), remote }
  if (order?.actions.includes('claim')) return <ClaimForm order={order} page={page} />
  return (
    <Page {...page} skeleton={<Skeleton shapes={['card', 'card', 'tall']} />}>
      <EmptyState
        id="claim-closed"
        sentence={t('aftersale.closed')}
        act={t('aftersale.toOrder')}
        onAct={() => void goBack(`/pages/order/index?no=${no}`)}
      />
    </Page>
  )
}

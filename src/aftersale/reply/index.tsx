import { useRouter } from '@tarojs/taro'
import { EmptyState } from '../../components/EmptyState'
import { Page } from '../../components/Page'
import { goBack } from '../../device/back'
import { t } from '../../locales/for-claims'
import { useRemote } from '../../state/remote'
import { EscalateForm } from './EscalateForm'
import { SendBackForm } from './SendBackForm'

/** A customer's next word on a claim, opened with `?no=&id=&act=escalate|sendBack` (A1). */
export default function ReplyPage() {
  const { no = '', id = '', act = '' } = useRouter().params
  const remote = useRemote('orders.get', { no })
  const { data: order } = remote
  const claim = order?.claims.find((each) => each.id === id)
  const title = t(act === 'sendBack' ? 'order.claimSendBack' : 'order.claimEscalate')
  const back = () => goBack(`/pages/order/index?no=${no}`)
  const page = { id: 'reply', title, remote }
  if (claim && act === 'escalate' && claim.actions.includes('escalate')) {
    return <EscalateForm claim={claim} page={page} done={back} />
  }
  if (claim && act === 'sendBack' && claim.actions.includes('sendBack')) {
    return <SendBackForm claim={claim} page={page} done={back} />
  }
  return (
    <Page {...page}>
      <EmptyState
        id="reply-closed"
        sentence={t('aftersale.replyClosed')}
        act={t('aftersale.toOrder')}
        onAct={() => void back()}
      />
    </Page>
  )
}

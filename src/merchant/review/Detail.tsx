import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ReviewView } from '../../../contract/views'
import { formatFen } from '../../../domain/money'
import { sayMoment } from '../../../domain/time'
import { call } from '../../cloud/door'
import { BottomBar } from '../../components/BottomBar'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Price } from '../../components/Price'
import { StateTag, Tag } from '../../components/StateTag'
import { language, t } from '../../locales/for-staff'
import { ReasonSheet } from '../../staff/ReasonSheet'
import { StaffPage } from '../../staff/StaffPage'
import { useAction } from '../../state/action'
import { useRemote } from '../../state/remote'
import { toast } from '../../state/toast'
import { CheckRow } from './Checks'
import { Facts } from './Facts'
import { OrderedLine } from './OrderedLine'
import '../../staff/acts.scss'

const reasons = ['review.reasonContent', 'review.reasonPicture', 'review.reasonAddress', 'review.reasonSeason'] as const

/** One order under review: what to grow, what the machine found, where it goes; then a yes or a no. */
export function ReviewDetail({ no }: { no: string }) {
  const remote = useRemote('review.get', { no })
  const order = remote.data
  const [asking, setAsking] = useState(false)
  const approve = useAction(async (key: string) => {
    await call('review.approve', { no, key })
    await remote.reload()
    toast(t('review.approved'))
  })
  const reject = useAction(async (key: string, reason: string) => {
    await call('review.reject', { no, key, reason })
    setAsking(false)
    await remote.reload()
    toast(t('review.rejected'))
  })
  const can = order?.actions ?? []
  return (
    <StaffPage
      id="review-detail"
      title={t('review.title')}
      remote={remote}
      light="short"
      bar={
        (can.includes('approve') || can.includes('reject')) && (
          <BottomBar>
            <View className="staff-acts">
              {can.includes('reject') && (
                <Button id="reject" kind="danger" grow={1} note={t('review.rejectNote')} onTap={() => setAsking(true)}>
                  {t('review.reject')}
                </Button>
              )}
              {can.includes('approve') && (
                <Button
                  id="approve"
                  kind="seal"
                  icon="seal"
                  grow={1.7}
                  busy={approve.busy}
                  onTap={() => void approve.run()}
                >
                  {t('review.approve')}
                </Button>
              )}
            </View>
          </BottomBar>
        )
      }
    >
      {order && <Order order={order} />}
      {asking && order && (
        <ReasonSheet
          id="reject"
          title={t('review.rejectTitle')}
          sentence={t('review.rejectMeans', { amount: formatFen(order.totalFen) })}
          suggestions={reasons}
          required
          act={t('review.reject')}
          note={t('review.rejectNote')}
          busy={reject.busy}
          error={reject.error?.message}
          onClose={() => setAsking(false)}
          onAct={(reason) => void reject.run(reason)}
        />
      )}
    </StaffPage>
  )
}

function Order({ order }: { order: ReviewView }) {
  return (
    <>
      <View className="stack stack--tight">
        <View className="row row--wrap">
          <StateTag headline={order.headline} />
          {order.important && <Tag word={t('review.important')} icon="star" tone="sun" />}
        </View>
        <View className="row row--apart">
          <Text className="t-head">{order.no}</Text>
          <Text className="t-note">{t('review.placedAt', { when: sayMoment(order.createdAt, language()) })}</Text>
        </View>
      </View>
      {order.lines.map((line) => (
        <OrderedLine key={line.id} line={line} />
      ))}
      <Card>
        <View className="stack">
          <View className="row row--apart">
            <Text className="t-head">{t('review.checks')}</Text>
            <Text className="t-note">{t('review.checksNote')}</Text>
          </View>
          {order.checks.map((check) => (
            <CheckRow key={check.what} check={check} />
          ))}
        </View>
      </Card>
      <Card>
        <Facts order={order} />
        <View className="row row--apart">
          <Text className="t-quiet">{t('review.total')}</Text>
          <Price amount={order.totalFen} />
        </View>
      </Card>
    </>
  )
}

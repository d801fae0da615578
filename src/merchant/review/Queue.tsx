import { Text, View } from '@tarojs/components'
import type { ReviewView } from '../../../contract/views'
import { piecesIn } from '../../../domain/fulfilment/fruit'
import { sayMoment } from '../../../domain/time'
import { Card } from '../../components/Card'
import { EmptyState } from '../../components/EmptyState'
import { Price } from '../../components/Price'
import { Tag } from '../../components/StateTag'
import { language, say, t } from '../../locales/for-staff'
import { contentOfLine, sayContent } from '../../staff/content'
import { open } from '../../staff/go'
import { Line } from '../../staff/Line'
import { StaffPage } from '../../staff/StaffPage'
import { joinReviews } from '../../state/joined'
import { usePages } from '../../state/pages'
import { MerchantBar } from '../parts/MerchantBar'
import { CheckRow } from './Checks'

/** Orders waiting for a yes or no, in the server's order; important ones carry a mark. */
export function ReviewQueue() {
  const remote = usePages('review.list', joinReviews, true)
  const orders = remote.data?.orders ?? []
  const important = orders.filter((order) => order.important).length
  return (
    <StaffPage id="merchant-review" title={t('review.title')} remote={remote} bar={<MerchantBar here="review" />}>
      {orders.length === 0 ? (
        <EmptyState id="review-empty" sentence={t('review.none')} />
      ) : (
        <>
          <View>
            <View className="t-title">{t('review.waiting', { count: orders.length })}</View>
            {important > 0 && <View className="t-note">{t('review.importantCount', { count: important })}</View>}
          </View>
          {orders.map((order) => (
            <QueueCard key={order.no} order={order} />
          ))}
        </>
      )}
    </StaffPage>
  )
}

function QueueCard({ order }: { order: ReviewView }) {
  const { no, lines, important, checks, totalFen, createdAt } = order
  const said = lines.map((line) => sayContent(contentOfLine(line))).join('，')
  return (
    <Card id={`review-${no}`} label={`${no}，${said}`} onTap={() => open('merchant/review', { no })}>
      <View className="stack">
        <View className="row row--apart">
          <View className="row">
            {important && <Tag word={t('review.important')} icon="star" tone="sun" />}
            <Text className="t-strong">{no}</Text>
          </View>
          <Text className="t-note">{sayMoment(createdAt, language())}</Text>
        </View>
        {lines.map((line) => (
          <Line
            key={line.id}
            look={line.look}
            content={contentOfLine(line)}
            note={`${say(line.name)} · ${t('staff.pieces', { count: piecesIn({ lines: [line] }) })}`}
          />
        ))}
        <View className="rule" />
        <View className="row row--apart row--wrap">
          <View className="row row--wide">
            {checks.map((check) => (
              <CheckRow key={check.what} check={check} brief />
            ))}
          </View>
          <Price amount={totalFen} size="small" />
        </View>
      </View>
    </Card>
  )
}

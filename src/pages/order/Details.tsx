import { Text, View } from '@tarojs/components'
import type { OrderView } from '../../../contract'
import { sayPlace } from '../../../domain/address'
import { sayMoment } from '../../../domain/time'
import { Breakdown } from '../../components/Breakdown'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { OrderedLine } from '../../components/OrderedLine'
import { drawnLine } from '../../components/OrderedLine/preview'
import { Tap } from '../../components/Tap'
import { copyText } from '../../device/clipboard'
import { language, say, t } from '../../locales'
import { historyOf } from './history-words'

/** What was ordered, where it goes, what it cost, what happened. */
export function Details({ order }: { order: OrderView }) {
  return (
    <>
      <Card id="order-lines">
        <View className="stack">
          {order.lines.map((line) => (
            <OrderedLine
              key={line.id}
              look={line.look}
              drawn={drawnLine(line)}
              title={say(line.title)}
              note={t('orders.count', { pack: say(line.packName), count: line.pieces * line.packs })}
              unitFen={line.unitFen}
              packs={line.packs}
            >
              {line.imprint && <View className="t-note">{t('order.code', { code: line.imprint.code })}</View>}
            </OrderedLine>
          ))}
          <View className="rule" />
          <Tap
            id="copy-number"
            className="row row--apart order-number"
            label={t('order.copyNumber')}
            onTap={() => void copyText(order.no)}
          >
            <Text className="t-note">
              {t('order.number', { no: order.no })} ·{' '}
              {t('order.placed', { when: sayMoment(order.createdAt, language()) })}
            </Text>
            <Icon name="copy" size={16} color="ink-2" />
          </Tap>
        </View>
      </Card>
      <Destination order={order} />
      <Money order={order} />
      <History order={order} />
    </>
  )
}

function Destination({ order: { address, remark } }: { order: OrderView }) {
  return (
    <Card id="order-address">
      <View className="row row--top">
        <Icon name="pin" size={20} color="ink-2" />
        <View className="grow">
          <View className="t-strong">
            {address.name} {address.phone}
          </View>
          <View className="t-body t-quiet">{sayPlace(address)}</View>
          {remark && (
            <View className="t-note">
              {t('order.remark')} · {remark}
            </View>
          )}
        </View>
      </View>
    </Card>
  )
}

function Money({ order: { goodsFen, freightFen, totalFen, payment, parcels } }: { order: OrderView }) {
  const paid = payment.paidFen > 0
  const coming = parcels.reduce((sum, { refund }) => sum + (refund && !refund.done ? refund.fen : 0), 0)
  return (
    <Card id="order-price">
      <Breakdown
        parts={[
          { word: t('checkout.goods'), amount: goodsFen },
          { word: t('checkout.freight'), amount: freightFen || t('checkout.freightFree') },
          ...(payment.refundedFen > 0 ? [{ word: t('order.refunded'), amount: payment.refundedFen }] : []),
          ...(coming > 0 ? [{ word: t('order.refunding'), amount: coming }] : []),
        ]}
        total={{ word: t(paid ? 'order.paid' : 'checkout.total'), amount: paid ? payment.paidFen : totalFen }}
      />
    </Card>
  )
}

function History({ order }: { order: OrderView }) {
  return (
    <Card id="order-history">
      <View className="stack stack--tight">
        <Text className="t-head">{t('order.history')}</Text>
        {historyOf(order).map(({ at, words }) => (
          <View key={`${at}${words}`} className="row row--apart row--top">
            <Text className="grow">{words}</Text>
            <Text className="t-note">{sayMoment(at, language())}</Text>
          </View>
        ))}
      </View>
    </Card>
  )
}

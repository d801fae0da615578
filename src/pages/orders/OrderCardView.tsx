import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { LineView, OrderCard } from '../../../contract'
import { formatFen } from '../../../domain/money'
import type { Headline } from '../../../domain/order/headline'
import { dayOf, sayDay, type Instant } from '../../../domain/time'
import { Card } from '../../components/Card'
import { OrderedLine, type OrderedLineProps } from '../../components/OrderedLine'
import { drawnLine } from '../../components/OrderedLine/preview'
import { StateTag } from '../../components/StateTag'
import { language, say, t } from '../../locales'
import type { Ordering } from '../../state/ordering'
import { CardActions } from './CardActions'
import { statusLine } from './status-line'

// In a list the fruit looks as far grown as the order is.
const grown: Partial<Record<Headline, Pick<OrderedLineProps, 'ground'> & { stage?: 'green' | 'colouring' }>> = {
  inReview: { stage: 'green', ground: 'green' },
  growing: { stage: 'colouring', ground: 'green' },
  cold: { ground: 'cold' },
}

const piecesOf = (line: LineView) => line.pieces * line.packs

/** One order in the list (F1): number, day, what, how many, price, state, and what may be done now. */
export function OrderCardView({ card, now, ordering }: { card: OrderCard; now: Instant; ordering: Ordering }) {
  const { no, createdAt, headline, lines, totalFen } = card
  const day = dayOf(createdAt) === dayOf(now) ? t('app.today') : sayDay(dayOf(createdAt), language(), dayOf(now))
  const { ground, stage } = grown[headline] ?? {}
  const open = () => void Taro.navigateTo({ url: `/pages/order/index?no=${no}` })
  return (
    <Card id={`order-${no}`} onTap={open}>
      <View className="stack">
        <View className="row row--apart">
          <Text className="t-note">
            {no} · {day}
          </Text>
          <StateTag headline={headline} />
        </View>
        {lines.map((line) => (
          <OrderedLine
            key={line.id}
            look={line.look}
            drawn={{ ...drawnLine(line), stage: line.kind === 'custom' ? stage : undefined }}
            title={say(line.title)}
            note={t('orders.count', { pack: say(line.packName), count: piecesOf(line) })}
            unitFen={line.unitFen}
            packs={line.packs}
            ground={line.kind === 'custom' || ground === 'cold' ? ground : 'light'}
          />
        ))}
        <View className="row row--apart row--wrap">
          <View className="grow">
            <View className={`t-note${headline === 'toPay' ? ' t-sun' : ''}`}>{statusLine(card, now)}</View>
            <View className="t-note">
              {t('checkout.total')} ¥{formatFen(totalFen)}
            </View>
          </View>
          <CardActions card={card} ordering={ordering} />
        </View>
      </View>
    </Card>
  )
}

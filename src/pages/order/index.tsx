import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { OrderView } from '../../../contract'
import { isOpen } from '../../../domain/aftersale/claim'
import { dayOf, sayDay, sayTime, type Instant } from '../../../domain/time'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Page } from '../../components/Page'
import { Skeleton } from '../../components/Skeleton'
import { StateTag } from '../../components/StateTag'
import { language, t } from '../../locales'
import { useOrdering } from '../../state/ordering'
import { useRemote } from '../../state/remote'
import { ActionBar } from './ActionBar'
import { ClaimCard } from './ClaimCard'
import { ColdCard } from './ColdCard'
import { ConfirmPrompt } from './ConfirmPrompt'
import { Details } from './Details'
import { GrowthCard } from './GrowthCard'
import { onlyReady, sentenceOf } from './sentence'
import { TrackCard } from './TrackCard'
import './index.scss'

export default function OrderPage() {
  const { no = '' } = useRouter().params
  const remote = useRemote('orders.get', { no })
  const ordering = useOrdering(remote.reload)
  const { data: order, now } = remote
  const skeleton = <Skeleton shapes={['title', 'tall', 'card', 'card']} />
  return (
    <Page
      id="order"
      title={t('order.title')}
      light="short"
      remote={remote}
      skeleton={skeleton}
      bar={order && <ActionBar order={order} ordering={ordering} />}
    >
      {order && (
        <>
          <Head order={order} now={now} />
          <Claims order={order} open changed={remote.reload} />
          <Prompts order={order} now={now} ordering={ordering} />
          {order.parcels
            .filter(({ kind }) => kind === 'custom')
            .map((parcel) => (
              <GrowthCard key={parcel.id} parcel={parcel} now={now} />
            ))}
          <Claims order={order} open={false} changed={remote.reload} />
          <Details order={order} />
        </>
      )}
    </Page>
  )
}

function Head({ order, now }: { order: OrderView; now: Instant }) {
  const say = (day: string) => sayDay(day, language(), dayOf(now))
  const sentence = sentenceOf(order, now)
  // What waits for our decision has no day yet, and the order's day would be one that was told before.
  const undecided = order.parcels.some(({ state }) => state === 'escalated')
  const unsent =
    ['toPay', 'inReview', 'growing', 'inspecting'].includes(order.headline) ||
    (order.headline === 'toShip' && onlyReady(order))
  const receipt = order.headline === 'toReceive' && order.autoReceiptAt
  return (
    <View className="stack">
      <View className="row row--apart row--wrap">
        <StateTag headline={order.headline} />
        {unsent && !undecided && (
          <Text className="t-note">{t('order.sendsAbout', { day: say(order.expectedSendDay) })}</Text>
        )}
        {receipt && <Text className="t-note">{t('order.autoReceipt', { day: say(dayOf(receipt)) })}</Text>}
      </View>
      {sentence && (
        <View id="sentence" className="t-title">
          {sentence.split('\n').map((line) => (
            <View key={line}>{line}</View>
          ))}
        </View>
      )}
    </View>
  )
}

// A claim that waits for somebody comes first; those that have ended stand before the details, the last one on top.
function Claims({ order, open, changed }: { order: OrderView; open: boolean; changed: () => Promise<void> }) {
  return (
    <>
      {[...order.claims]
        .filter((claim) => isOpen(claim) === open)
        .reverse()
        .map((claim) => (
          <ClaimCard key={claim.id} claim={claim} changed={changed} />
        ))}
    </>
  )
}

// What needs the customer comes first: paying, then saying the word, then what lies in the cold, then what is under way.
function Prompts({
  order,
  now,
  ordering,
}: {
  order: OrderView
  now: Instant
  ordering: ReturnType<typeof useOrdering>
}) {
  const first = order.parcels.find(({ asking }) => asking)
  const stored = order.parcels.filter(({ storage }) => storage)
  return (
    <>
      {order.actions.includes('pay') && (
        <Card id="pay-deadline" kind="warning">
          <View className="row row--top">
            <Icon name="clock" size={20} color="sun-ink" />
            <View className="grow">
              <View className="t-strong t-sun">{t('order.payTitle', { time: sayTime(order.payBy) })}</View>
              <View className="t-note">{t('order.paySentence')}</View>
            </View>
          </View>
        </Card>
      )}
      {first?.asking && <ConfirmPrompt parcel={first} asking={first.asking} now={now} ordering={ordering} />}
      {stored.map(
        (parcel, at) =>
          parcel.storage && (
            <ColdCard
              key={parcel.id}
              parcel={parcel}
              storage={parcel.storage}
              now={now}
              ordering={ordering}
              second={first !== undefined || at > 0}
            />
          ),
      )}
      {order.parcels.map(
        (parcel) => parcel.waybill && <TrackCard key={parcel.id} parcel={parcel} waybill={parcel.waybill} />,
      )}
    </>
  )
}

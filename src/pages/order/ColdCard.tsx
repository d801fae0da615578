import { Text, View } from '@tarojs/components'
import type { ParcelView } from '../../../contract'
import { dayOf, sayDay, type Instant } from '../../../domain/time'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { FreshnessRing } from '../../components/FreshnessRing'
import { language, t } from '../../locales'
import type { Ordering } from '../../state/ordering'
import { isPart } from '../../../domain/fulfilment/fruit'

export interface ColdCardProps {
  parcel: ParcelView
  storage: NonNullable<ParcelView['storage']>
  now: Instant
  ordering: Ordering
  /** Another parcel asks first: its button is the seal of this page, and its id is `confirm-send`. */
  second: boolean
}

/** A parcel in the cold room: where, until when, and the word that sends it (S3, S4). */
export function ColdCard({ parcel, storage, now, ordering, second }: ColdCardProps) {
  const say = (day: string) => sayDay(day, language(), dayOf(now))
  const { confirmSend } = ordering
  const facts = [
    ...(isPart(parcel) ? [[t('order.inside'), t('app.pieces', { count: parcel.pieces })]] : []),
    [t('order.place'), storage.place ?? t('order.placeNone')],
    [t('order.since'), say(dayOf(storage.since))],
    [t('order.lastDay'), say(storage.lastDay)],
  ]
  return (
    <Card id={`cold-${parcel.id}`}>
      <View className="stack">
        <Text className="t-head t-cold">{t('order.cold')}</Text>
        <View className="row row--wide">
          <FreshnessRing
            id={second ? undefined : 'freshness'}
            daysLeft={storage.daysLeft}
            daysTotal={storage.freshDays}
          />
          <View className="grow stack stack--tight">
            {facts.map(([word, value]) => (
              <View key={word} className="row row--apart row--wrap">
                <Text className="t-quiet">{word}</Text>
                <Text className="t-strong">{value}</Text>
              </View>
            ))}
          </View>
        </View>
        <View className="t-note">{t('order.coldNote')}</View>
        {parcel.actions.includes('confirmSend') && (
          <View className="row">
            <Button
              id={second ? `confirm-send-${parcel.id}` : 'confirm-send'}
              kind={second ? 'secondary' : 'seal'}
              icon="truck"
              grow={1}
              busy={confirmSend.busyAt(parcel.id)}
              onTap={() => confirmSend.run(parcel.id)}
            >
              {t('orders.confirmSend')}
            </Button>
          </View>
        )}
      </View>
    </Card>
  )
}

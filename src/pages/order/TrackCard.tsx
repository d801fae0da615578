import { Text, View } from '@tarojs/components'
import type { ParcelView } from '../../../contract'
import { CARRIERS } from '../../../domain/carriers'
import { sayMoment } from '../../../domain/time'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { TrackTimeline } from '../../components/Timeline'
import { copyText } from '../../device/clipboard'
import { language, say, t } from '../../locales'
import { headOf } from './part'

export interface TrackCardProps {
  parcel: ParcelView
  waybill: NonNullable<ParcelView['waybill']>
}

/** Where a parcel is: carrier, waybill, and every scan, newest first (S9). */
export function TrackCard({ parcel, waybill }: TrackCardProps) {
  const newest = [...parcel.track].sort((a, b) => b.at.localeCompare(a.at))
  return (
    <Card id={`track-${parcel.id}`}>
      <View className="stack">
        <View className="row row--apart row--wrap">
          <Text className="t-head">{headOf(t('order.track'), parcel)}</Text>
          <Tap
            id={`waybill-${waybill.no}`}
            className="order-code t-note"
            label={`${t('order.copyWaybill')} ${waybill.no}`}
            onTap={() => void copyText(waybill.no)}
          >
            <Text>{t('order.waybill', { carrier: say(CARRIERS[waybill.carrier]), no: waybill.no })}</Text>
            <Icon name="copy" size={16} />
          </Tap>
        </View>
        {newest.length === 0 ? (
          <View className="t-body t-quiet">{t('order.trackEmpty')}</View>
        ) : (
          <TrackTimeline
            steps={newest.map(({ at, what }) => ({
              key: `${at}${what}`,
              when: sayMoment(at, language()),
              place: what,
            }))}
          />
        )}
      </View>
    </Card>
  )
}

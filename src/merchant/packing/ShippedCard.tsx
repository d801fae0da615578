import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { ShippedRow } from '../../../contract/views'
import { CARRIERS } from '../../../domain/carriers'
import { sayMoment } from '../../../domain/time'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/StateTag'
import { Tap } from '../../components/Tap'
import { TrackTimeline } from '../../components/Timeline'
import { copyText } from '../../device/clipboard'
import { language, say, t } from '../../locales/for-staff'
import { contentOfLine } from '../../staff/content'
import { Line } from '../../staff/Line'
import { stageTag } from '../../staff/stages'
import { countIn } from './part'
import './packing.scss'

/** A parcel that has left, with what its carrier last said. Its id is `shipped-<fulfilment id>`. */
export function ShippedCard({ row }: { row: ShippedRow }) {
  const [all, setAll] = useState(false)
  const { id, lines, waybill, track, state } = row
  const newest = [...track].sort((a, b) => (a.at < b.at ? 1 : -1))
  const shown = all ? newest : newest.slice(0, 1)
  const [line] = lines
  return (
    <Card id={`shipped-${id}`}>
      <View className="stack">
        <View className="row row--apart">
          <Tag {...stageTag(state)} />
          <Text className="t-note">{t('packing.sentAt', { when: sayMoment(waybill.at, language()) })}</Text>
        </View>
        <Line
          look={line.look}
          content={contentOfLine(line)}
          note={lines
            .map((each) => `${say(each.name)} · ${t('staff.pieces', { count: countIn(row, each) })}`)
            .join('，')}
        />
        <View className="row row--apart">
          <Text className="t-strong">
            {say(CARRIERS[waybill.carrier])} {waybill.no}
          </Text>
          <Tap
            id={`copy-${id}`}
            className="pack__copy"
            label={t('packing.copyWaybill')}
            onTap={() => void copyText(waybill.no)}
          >
            <Icon name="copy" size={20} color="leaf" />
          </Tap>
        </View>
        {newest.length === 0 ? (
          <View className="t-note">{t('packing.noTrack')}</View>
        ) : (
          <TrackTimeline
            steps={shown.map((event) => ({ key: event.at, when: sayMoment(event.at, language()), place: event.what }))}
          />
        )}
        {newest.length > 1 && (
          <Tap id={`track-${id}`} className="pack__more" onTap={() => setAll(!all)}>
            <Text className="t-note t-leaf">
              {all ? t('packing.lessTrack') : t('packing.allTrack', { count: newest.length })}
            </Text>
          </Tap>
        )}
      </View>
    </Card>
  )
}

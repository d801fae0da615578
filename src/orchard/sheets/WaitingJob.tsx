import { Text, View } from '@tarojs/components'
import type { SheetJobView } from '../../../contract/sheet-views'
import { sayDay, type Day } from '../../../domain/time'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { language, say, t } from '../../locales/for-staff'
import { contentOfJob, sayContent } from '../../staff/content'
import { Line } from '../../staff/Line'

interface WaitingJobProps {
  job: SheetJobView
  chosen: boolean
  today: Day
  onToggle: () => void
}

/** A parcel that waits for its stickers; a tap takes it into the batch or out of it. Its id is `waiting-<fulfilment id>`. */
export function WaitingJob({ job, chosen, today, onToggle }: WaitingJobProps) {
  const { id, code, productName, look, pieces, stickers, stickerOn, printable } = job
  const content = contentOfJob(job)
  const note = t('sheets.pieces', { product: say(productName), pieces, stickers })
  return (
    <Tap
      id={`waiting-${id}`}
      className={`sheets__job${chosen ? ' sheets__job--on' : ''}`}
      role="checkbox"
      selected={chosen}
      disabled={!printable}
      label={[sayContent(content), note, code].join('，')}
      onTap={onToggle}
    >
      <View className="grow">
        <Line look={look} content={content} stage="green" note={note}>
          <Text className="t-note">
            {code} · {t('sheets.stickerOn', { day: sayDay(stickerOn, language(), today) })}
          </Text>
        </Line>
      </View>
      <View className="sheets__box">
        <Icon name="check" size={16} />
      </View>
    </Tap>
  )
}

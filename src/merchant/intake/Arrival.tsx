import { Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { sayMoment } from '../../../domain/time'
import { Card } from '../../components/Card'
import { Icon } from '../../components/Icon'
import { Tag } from '../../components/StateTag'
import { language, say, t } from '../../locales/for-staff'
import { contentOfLine, sayContent } from '../../staff/content'
import { open } from '../../staff/go'
import { Line } from '../../staff/Line'
import { stageTag } from '../../staff/stages'

/** A parcel on its way to the bench, on it, or back from it. Its id is `intake-<fulfilment id>`. */
export function Arrival({ row }: { row: BenchView }) {
  const { id, code, lines, pieces, orchard, photos, state, inspections } = row
  const [line] = lines
  const back = state === 'mismatched' || state === 'escalated' ? inspections[inspections.length - 1] : undefined
  return (
    <Card
      id={`intake-${id}`}
      label={`${code}，${lines.map((each) => sayContent(contentOfLine(each))).join('，')}`}
      onTap={() => open('merchant/bench', { id })}
    >
      <View className="row row--apart">
        <View className="grow">
          <Line
            look={line.look}
            content={contentOfLine(line)}
            photo={photos[photos.length - 1]?.url}
            note={`${say(line.name)} · ${t('staff.pieces', { count: pieces })} · ${say(orchard)}`}
          >
            <View className="row row--wrap">
              <Text className="t-strong">{code}</Text>
              {state === 'sentToHub' && inspections.length > 0 && (
                <Tag word={t('intake.again')} icon="return" tone="sun" />
              )}
              {back && <Tag {...stageTag(state)} />}
            </View>
            {back && (
              <Text className="t-note">
                {sayMoment(back.at, language())} · {back.reason}
              </Text>
            )}
          </Line>
        </View>
        <Icon name="right" size={20} color="ink-2" />
      </View>
    </Card>
  )
}

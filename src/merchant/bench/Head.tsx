import { Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { Tag } from '../../components/StateTag'
import { say, t } from '../../locales/for-staff'
import { stageTag } from '../../staff/stages'

/** Which parcel lies on the bench. */
export function BenchHead({ parcel }: { parcel: BenchView }) {
  return (
    <View className="row row--apart row--wrap">
      <View className="row">
        <Tag {...stageTag(parcel.state)} />
        <Text className="t-head">{parcel.code}</Text>
      </View>
      <Text className="t-note">
        {say(parcel.lines[0].name)} · {t('staff.pieces', { count: parcel.pieces })}
      </Text>
    </View>
  )
}

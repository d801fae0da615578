import { Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { Tag } from '../../components/StateTag'
import { say, t } from '../../locales/for-staff'
import { stageTag } from '../../staff/stages'

/** Which parcel lies on the bench, and which of its fruit is looked at. */
export function BenchHead({ parcel, fruit }: { parcel: BenchView; fruit: number | null }) {
  const count = parcel.pieces
  return (
    <View className="row row--apart row--wrap">
      <View className="row">
        <Tag {...stageTag(parcel.state)} />
        <Text className="t-head">{parcel.code}</Text>
      </View>
      <Text className="t-note">
        {say(parcel.lines[0].name)} ·{' '}
        {fruit !== null && count > 1 ? t('bench.fruitAt', { fruit, count }) : t('staff.pieces', { count })}
      </Text>
    </View>
  )
}

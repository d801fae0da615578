import { Text, View } from '@tarojs/components'
import type { ReviewView } from '../../../contract/views'
import { sayPlace } from '../../../domain/address'
import { dayOf, sayDay } from '../../../domain/time'
import { language, t } from '../../locales/for-staff'
import './facts.scss'

/** To whom it goes, as far as review needs to know: name and phone come masked. */
export function Facts({ order }: { order: ReviewView }) {
  const { address, remark, expectedSendDay, createdAt } = order
  const rows = [
    [t('review.to'), `${address.name} ${address.phone}`],
    [t('review.where'), sayPlace(address)],
    [t('review.sendBy'), sayDay(expectedSendDay, language(), dayOf(createdAt))],
    [t('review.remark'), remark || t('review.noRemark')],
  ]
  return (
    <View className="facts">
      {rows.map(([word, value]) => (
        <View key={word} className="facts__row">
          <Text className="facts__word">{word}</Text>
          <Text className="facts__value">{value}</Text>
        </View>
      ))}
    </View>
  )
}

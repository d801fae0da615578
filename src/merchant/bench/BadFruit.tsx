import { Image, Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { Card } from '../../components/Card'
import { SectionHead } from '../../components/SectionHead'
import { t } from '../../locales/for-staff'
import { numbersOf, stateOf, tallyOf } from './crate'
import './mismatch.scss'

type Judged = Pick<BenchView, 'lines' | 'fruit' | 'judged' | 'photos' | 'pieces'>

/** The fruit that did not match when the parcel was on the bench: in this parcel, or in the one that took them back. */
export function BadFruit({ parcel }: { parcel: Judged }) {
  const { bad } = tallyOf(parcel)
  if (bad === 0) return null
  const here = numbersOf(parcel).some((fruit) => stateOf(parcel, fruit) === 'bad')
  return (
    <>
      <SectionHead title={t(here ? 'bench.badOnes' : 'bench.backOnes')} more={t('staff.pieces', { count: bad })} />
      <Card id="bad-fruit">
        <View className="stack">
          <BadList parcel={parcel} />
        </View>
      </Card>
    </>
  )
}

/** The fruit that do not match, each with its reason and photo. */
export function BadList({ parcel }: { parcel: Judged }) {
  const bad = parcel.judged.filter(({ fruit }) => stateOf(parcel, fruit) === 'bad')
  return (
    <>
      {bad.map(({ fruit, reason = '', photo }) => {
        const url = photo && parcel.photos.find(({ fileId }) => fileId === photo)?.url
        return (
          <View key={fruit} className="row row--wide" id={`bad-${fruit}`}>
            {url && <Image className="mismatch__photo" src={url} mode="aspectFill" />}
            <Text className="t-body grow">{t('bench.badFruit', { fruit, reason })}</Text>
          </View>
        )
      })}
    </>
  )
}

import { Image, Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { sayMoment } from '../../../domain/time'
import { Card } from '../../components/Card'
import { SectionHead } from '../../components/SectionHead'
import { Tag } from '../../components/StateTag'
import { language, t } from '../../locales/for-staff'
import './mismatch.scss'

const grades = { premium: 'bench.premium', first: 'bench.first', second: 'bench.second' } as const

/** Every verdict so far, newest first. */
export function History({ parcel }: { parcel: BenchView }) {
  if (parcel.inspections.length === 0) return null
  const newest = [...parcel.inspections].reverse()
  return (
    <>
      <SectionHead title={t('bench.history')} more={t('bench.times', { count: newest.length })} />
      {newest.map((inspection, at) => {
        const passed = inspection.verdict === 'consistent'
        const photo = parcel.photos.find((each) => each.fileId === inspection.photo)?.url
        const facts = [
          inspection.grade ? t(grades[inspection.grade]) : '',
          inspection.grams ? `${inspection.grams} g` : '',
          inspection.reason ?? '',
        ]
        return (
          <Card key={inspection.at} id={`inspection-${newest.length - at}`}>
            <View className="row row--wide">
              {photo && <Image className="mismatch__photo" src={photo} mode="aspectFill" />}
              <View className="grow stack stack--tight">
                <View className="row row--apart">
                  <Tag
                    word={t(passed ? 'bench.consistent' : 'bench.inconsistent')}
                    icon={passed ? 'check-circle' : 'return'}
                    tone={passed ? 'leaf' : 'bark'}
                  />
                  <Text className="t-note">{sayMoment(inspection.at, language())}</Text>
                </View>
                <Text className="t-body">{facts.filter(Boolean).join(' · ')}</Text>
              </View>
            </View>
          </Card>
        )
      })}
    </>
  )
}

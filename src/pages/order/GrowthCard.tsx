import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ParcelView } from '../../../contract'
import type { Instant } from '../../../domain/time'
import { Card } from '../../components/Card'
import { FruitPreview } from '../../components/FruitPreview'
import { Icon } from '../../components/Icon'
import { drawnLine } from '../../components/OrderedLine/preview'
import { Tap } from '../../components/Tap'
import { GrowthTimeline } from '../../components/Timeline'
import { copyText } from '../../device/clipboard'
import { t } from '../../locales'
import { sayFailed } from './failed'
import { growthOf, type Growth } from './growth-steps'
import { headOf } from './part'

/** How one parcel's fruit grew, with the orchard's photos, and its imprint code (G5, O5). */
export function GrowthCard({ parcel, now }: { parcel: ParcelView; now: Instant }) {
  const failed = sayFailed(parcel, now)
  if (parcel.state === 'refunded') return <Lost parcel={parcel} words={failed ?? ''} />
  const steps = growthOf(parcel, now)
  const urls = steps.flatMap(({ photo }) => (photo ? [photo.url] : []))
  return (
    <Card>
      <View className="row row--apart order-growth__head">
        <Text className="t-head">{headOf(t('order.growth'), parcel)}</Text>
        {parcel.code && <Code code={parcel.code} />}
      </View>
      {failed && (
        <View id={`failed-${parcel.id}`} className="t-body t-sun order-growth__failed">
          {failed}
        </View>
      )}
      <GrowthTimeline
        id={`growth-${parcel.id}`}
        steps={steps.map(({ step, word, when, state, photo, stage, plain }) => ({
          ...{ key: step, word, when, state },
          ...(photo
            ? { photo: photo.url, onTap: () => void Taro.previewImage({ urls, current: photo.url }) }
            : { picture: <Render parcel={parcel} stage={stage} state={state} plain={plain} /> }),
        }))}
      />
    </Card>
  )
}

// What will not come has no growth to show; its words are about the money.
function Lost({ parcel, words }: { parcel: ParcelView; words: string }) {
  return (
    <Card id={`lost-${parcel.id}`}>
      <View className="stack stack--tight">
        <Text className="t-head">{t('order.lostHead')}</Text>
        <View className="t-body t-quiet">{words}</View>
      </View>
    </Card>
  )
}

function Code({ code }: { code: string }) {
  return (
    <Tap
      id={`code-${code}`}
      className="order-code t-note"
      label={t('order.copyCode', { code })}
      onTap={() => void copyText(code)}
    >
      <Text>{t('order.code', { code })}</Text>
      <Icon name="copy" size={16} />
    </Tap>
  )
}

function Render({ parcel, stage, state, plain }: { parcel: ParcelView } & Pick<Growth, 'stage' | 'state' | 'plain'>) {
  const [line] = parcel.lines
  return (
    <View className={`order-render order-render--${state}`}>
      <FruitPreview look={line.look} size={60} stage={stage} {...(plain ? {} : drawnLine(line))} />
      <Text className="order-sample">{t('app.sample')}</Text>
    </View>
  )
}

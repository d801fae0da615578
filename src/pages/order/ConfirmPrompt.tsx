import { Image, Text, View } from '@tarojs/components'
import type { ParcelView } from '../../../contract'
import { dayOf, daysBetween, sayDay, type Instant } from '../../../domain/time'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { FreshnessRing } from '../../components/FreshnessRing'
import { FruitPreview } from '../../components/FruitPreview'
import { drawnLine } from '../../components/OrderedLine/preview'
import { spoken } from '../../components/Tap/spoken'
import { language, t } from '../../locales'
import type { Ordering } from '../../state/ordering'
import { isPart } from '../../../domain/fulfilment/fruit'

export interface ConfirmPromptProps {
  parcel: ParcelView
  asking: NonNullable<ParcelView['asking']>
  now: Instant
  ordering: Ordering
}

/** The moment of the whole shop (S1-S3): it has grown; send it now, or keep it cold. First on the page. */
export function ConfirmPrompt({ parcel, asking, now, ordering }: ConfirmPromptProps) {
  const today = dayOf(now)
  const say = (day: string) => sayDay(day, language(), today)
  const { confirmSend, keepCold } = ordering
  const daysLeft = daysBetween(today, asking.lastDay)
  const imprint = parcel.lines[0].imprint
  return (
    <Card id="confirm-prompt" kind="prompt">
      <View className="row row--top row--wide">
        <View className="grow">
          <View className="t-title">{t('order.asks')}</View>
          <View className="t-body t-quiet">
            {imprint?.kind === 'text' ? t('order.asksWords', { words: imprint.text }) : t('order.asksPicture')}
          </View>
          {isPart(parcel) && (
            <View id="confirm-part" className="t-strong">
              {t('order.asksPart', { count: parcel.pieces })}
            </View>
          )}
        </View>
        <Evidence parcel={parcel} />
      </View>
      <View className="rule order-prompt__rule" />
      <View className="row row--wide">
        <FreshnessRing id="freshness" daysLeft={daysLeft} daysTotal={daysLeft} />
        <View className="grow stack stack--tight">
          <View className="row row--apart row--wrap">
            <Text className="t-quiet">{t('order.sendNow')}</Text>
            <Text className="t-strong">{t('order.arrives', { day: say(asking.arrivesBy) })}</Text>
          </View>
          <View className="row row--apart row--wrap">
            <Text className="t-quiet">{t('order.coldLatest')}</Text>
            <Text className="t-strong t-cold">{say(asking.lastDay)}</Text>
          </View>
          <View className="t-note">{t('order.silence', { day: say(dayOf(asking.until)) })}</View>
        </View>
      </View>
      <View className="row order-prompt__acts">
        {parcel.actions.includes('keepCold') && (
          <Button
            id="keep-cold"
            kind="cold"
            icon="snowflake"
            grow={1}
            busy={keepCold.busyAt(parcel.id)}
            onTap={() => keepCold.run(parcel.id)}
          >
            {t('orders.keepCold')}
          </Button>
        )}
        {parcel.actions.includes('confirmSend') && (
          <Button
            id="confirm-send"
            kind="seal"
            icon="truck"
            grow={1.5}
            busy={confirmSend.busyAt(parcel.id)}
            onTap={() => confirmSend.run(parcel.id)}
          >
            {t('orders.confirmSend')}
          </Button>
        )}
      </View>
    </Card>
  )
}

// The inspector's photo; our render stands in, and says so.
function Evidence({ parcel }: { parcel: ParcelView }) {
  const photo = [...parcel.photos].reverse().find(({ step, url }) => step === 'inspection' && url !== '')
  if (photo)
    return (
      <Image
        className="order-prompt__photo"
        src={photo.url}
        mode="aspectFill"
        {...spoken({ label: t('order.inspectionPhoto'), role: 'img' })}
      />
    )
  const [line] = parcel.lines
  return (
    <View className="order-prompt__photo order-prompt__photo--render">
      <FruitPreview look={line.look} size={76} {...drawnLine(line)} />
      <Text className="order-sample">{t('app.sample')}</Text>
    </View>
  )
}

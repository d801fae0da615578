import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BenchView, PhotoView } from '../../../contract/views'
import { sayMoment } from '../../../domain/time'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Segmented } from '../../components/Segmented'
import { Tap } from '../../components/Tap'
import { language, say, t } from '../../locales/for-staff'
import { contentOfLine, sayContent, subjectOf } from '../../staff/content'
import { DesignChips } from '../../staff/DesignChips'
import { Paper } from '../../staff/Paper'
import type { usePhoto } from '../../staff/photo'
import { Overlay } from './Overlay'
import './stage.scss'

type Way = 'photo' | 'overlay' | 'side'

const ways = [
  { key: 'photo', word: 'bench.photo' },
  { key: 'overlay', word: 'bench.overlay' },
  { key: 'side', word: 'bench.side' },
] as const

function sayPhoto(photo: PhotoView | undefined, fresh: boolean): string {
  if (fresh) return t('bench.justTaken')
  return photo
    ? t(photo.step === 'inspection' ? 'bench.hubPhoto' : 'bench.orchardPhoto', {
        when: sayMoment(photo.at, language()),
      })
    : ''
}

/** The fruit's photo, big, with the order's content beside or over it. Without a photo it says so and asks for one. */
export function Stage({ parcel, photo }: { parcel: BenchView; photo: ReturnType<typeof usePhoto> }) {
  const [way, setWay] = useState<Way>('photo')
  const [at, setAt] = useState(0)
  const [line] = parcel.lines
  const content = contentOfLine(line)
  const latest = parcel.photos[parcel.photos.length - 1]
  const url = photo.shot?.url ?? latest?.url
  const take = () => photo.take(subjectOf(parcel.id, line.look, content, 'ripe', 'bench'))
  const scene = photo.shot || latest?.step === 'inspection' ? 'bench' : 'orchard'
  const alt = t('bench.photoOf', { words: sayContent(content) })
  const mayTake = parcel.actions.includes('pass')
  const over = !mayTake && !parcel.actions.includes('receive') && parcel.inspections.length > 0
  const camera = mayTake && (
    <Tap
      id="take-photo"
      className="bench-stage__camera"
      label={t(url ? 'staff.retakePhoto' : 'staff.takePhoto')}
      disabled={photo.busy}
      onTap={take}
    >
      <Icon name={photo.busy ? 'ring' : 'camera'} />
    </Tap>
  )
  if (!url)
    return (
      <View className="bench-stage bench-stage--none" id="no-photo">
        <Icon name="camera" color="ink-2" />
        <View className="t-section">{t(over ? 'bench.noPhotoTaken' : 'bench.noPhoto')}</View>
        {!over && <View className="t-note">{t(mayTake ? 'bench.noPhotoNote' : 'bench.noPhotoYet')}</View>}
        {mayTake && (
          <Button id="take-photo" kind="secondary" icon="camera" busy={photo.busy} onTap={take}>
            {t('staff.takePhoto')}
          </Button>
        )}
        <View className="bench-stage__paper">
          <Paper content={content} caption={t('bench.paper')} />
        </View>
      </View>
    )
  return (
    <>
      {way === 'side' ? (
        <View className="bench-side">
          <View className="bench-side__half">
            <Paper wide content={content} caption={t('bench.paper')} />
          </View>
          <View className="bench-side__half">
            <Image className="bench-side__photo" src={url} mode="aspectFill" aria-label={alt} />
            <View className="t-note bench-side__caption">{sayPhoto(latest, photo.shot !== null)}</View>
          </View>
        </View>
      ) : (
        <View className="bench-stage">
          <Image className="bench-stage__photo" src={url} mode="aspectFill" aria-label={alt} />
          {way === 'overlay' && (
            <Overlay look={line.look} art={content.kind === 'grown' ? content.art[at] : undefined} scene={scene} />
          )}
          <Text className="bench-stage__caption">
            {say(parcel.orchard)} · {sayPhoto(latest, photo.shot !== null)}
          </Text>
          {camera}
          {way === 'photo' && (
            <View className="bench-stage__paper">
              <Paper content={content} caption={t('bench.paper')} />
            </View>
          )}
        </View>
      )}
      {way === 'overlay' && <DesignChips content={content} at={at} onPick={setAt} />}
      <Segmented
        id="look"
        label={t('bench.ways')}
        items={ways.map(({ key, word }) => ({ key, word: t(word) }))}
        value={way}
        onPick={setWay}
      />
    </>
  )
}

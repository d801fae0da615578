import { Image, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { BenchView, PhotoView } from '../../../contract/views'
import { sayMoment } from '../../../domain/time'
import { Icon } from '../../components/Icon'
import { Segmented } from '../../components/Segmented'
import { Tap } from '../../components/Tap'
import { language, say, t } from '../../locales/for-staff'
import { sayContent, type Content } from '../../staff/content'
import { Paper } from '../../staff/Paper'
import { Fade, Found, shares } from './Found'
import { NoPhoto } from './NoPhoto'
import { Overlay } from './Overlay'
import type { Look } from './use-look'
import './stage.scss'

type Way = 'photo' | 'overlay' | 'side'

const ways = [
  { key: 'photo', word: 'bench.photo' },
  { key: 'overlay', word: 'bench.overlay' },
  { key: 'side', word: 'bench.side' },
] as const

/** Half way: the design lies fully on the photo. */
const BOTH = 0.5

function sayPhoto(photo: PhotoView | undefined, fresh: boolean): string {
  if (fresh) return t('bench.justTaken')
  return photo
    ? t(photo.step === 'inspection' ? 'bench.hubPhoto' : 'bench.orchardPhoto', {
        when: sayMoment(photo.at, language()),
      })
    : ''
}

export interface StageProps {
  parcel: BenchView
  /** What the fruit looked at should carry. */
  content: Content
  /** A photo taken just now, with what the machine found on it. */
  look: Look | null
  /** Otherwise the photo to show, if there is one. */
  photo: PhotoView | undefined
  /** What the button says that takes one; none when no photo can be taken. */
  take: string | null
  busy: boolean
  onTake: () => void
}

/** The fruit's photo, big, with the order's content beside or over it. Without a photo it says so and asks for one. */
export function Stage({ parcel, content, look, photo, take, busy, onTake }: StageProps) {
  const [chosen, setWay] = useState<Way>()
  const [byHand, setByHand] = useState(false)
  const [fade, setFade] = useState(BOTH)
  const url = look?.url ?? photo?.url
  if (!url) return <NoPhoto parcel={parcel} content={content} take={take} busy={busy} onTake={onTake} />
  const found = look?.comparison?.overlay
  const way = chosen ?? (found ? 'overlay' : 'photo')
  const fading = way === 'overlay' && found && !byHand
  const alt = t('bench.photoOf', { words: sayContent(content) })
  return (
    <>
      {way === 'side' ? (
        <View className="bench-side">
          <View className="bench-side__half">
            <Paper wide content={content} caption={t('bench.paper')} />
          </View>
          <View className="bench-side__half">
            <Image className="bench-side__photo" src={url} mode="aspectFill" aria-label={alt} />
            <View className="t-note bench-side__caption">{sayPhoto(photo, look !== null)}</View>
          </View>
        </View>
      ) : (
        <View className="bench-stage">
          <Image
            className="bench-stage__photo"
            src={url}
            mode="aspectFill"
            aria-label={alt}
            style={{ opacity: fading ? shares(fade).photo : 1 }}
          />
          {fading && look.comparison && <Found comparison={look.comparison} overlay={found} fade={fade} />}
          {way === 'overlay' && !fading && (
            <Overlay
              look={parcel.lines[0].look}
              art={content.kind === 'grown' ? content.art[0] : undefined}
              scene={look || photo?.step === 'inspection' ? 'bench' : 'orchard'}
            />
          )}
          {way === 'overlay' && found && (
            <Tap
              id="overlay-by"
              className={`bench-stage__by${byHand ? ' bench-stage__by--hand' : ''}`}
              onTap={() => setByHand(!byHand)}
            >
              <Text>{t(byHand ? 'bench.byMachine' : 'bench.byHand')}</Text>
            </Tap>
          )}
          <Text className="bench-stage__caption">
            {say(parcel.orchard)} · {sayPhoto(photo, look !== null)}
          </Text>
          {take && (
            <Tap id="take-photo" className="bench-stage__camera" label={take} disabled={busy} onTap={onTake}>
              <Icon name={busy ? 'ring' : 'camera'} />
            </Tap>
          )}
          {way === 'photo' && (
            <View className="bench-stage__paper">
              <Paper content={content} caption={t('bench.paper')} />
            </View>
          )}
        </View>
      )}
      {fading && <Fade fade={fade} onFade={setFade} />}
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

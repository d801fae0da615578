import { Image, Text, View } from '@tarojs/components'
import type { OrderView } from '../../../contract'
import { POLICY } from '../../../domain/policy'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import type { PhotoSubject } from '../../device/photo-subject'
import { t } from '../../locales/for-claims'
import type { ClaimPhoto, usePhotos } from './use-photos'

// What a simulated camera draws: the fruit on the table, another one each time.
function subjectOf({ no, lines: [line] }: OrderView, at: number): PhotoSubject {
  const { art, words, look } = line
  const seed = [...no].reduce((sum, char) => (sum * 31 + char.charCodeAt(0)) % 99991, 11 + at)
  const shown: PhotoSubject['imprint'] =
    art.length > 0 ? { kind: 'art', d: art[at % art.length] } : words ? { kind: 'words', text: words } : null
  return { look, stage: 'ripe', scene: 'bench', seed, imprint: shown }
}

/** The photos of a claim: what is there, what is on its way, what did not go through, and room for more. */
export function Photos({
  order,
  work,
  error,
}: {
  order: OrderView
  work: ReturnType<typeof usePhotos>
  error?: string
}) {
  const { photos, add } = work
  return (
    <View>
      <View className="row row--apart">
        <Text className="t-strong">{t('aftersale.photos')}</Text>
        <Text className="t-note">
          {photos.length} / {POLICY.claimPhotos}
        </Text>
      </View>
      <View className="claim-form__photos">
        {photos.map((photo, at) => (
          <Photo key={photo.key} photo={photo} at={at} work={work} />
        ))}
        {photos.length < POLICY.claimPhotos && (
          <Tap
            id="add-photo"
            className="claim-form__photo claim-form__photo--add"
            label={t('aftersale.addPhoto')}
            onTap={() => add(subjectOf(order, photos.length))}
          >
            <Icon name="camera" />
            <Text className="t-note">{t('aftersale.addPhoto')}</Text>
          </Tap>
        )}
      </View>
      <View className={`t-note${error ? ' t-seal' : ''}`} id="photos-note">
        {error ?? t('aftersale.photosNote')}
      </View>
    </View>
  )
}

function Photo({ photo, at, work }: { photo: ClaimPhoto; at: number; work: ReturnType<typeof usePhotos> }) {
  return (
    <View className="claim-form__photo">
      <Image className="claim-form__image" src={photo.url} mode="aspectFill" />
      {photo.state === 'sending' && (
        <View className="claim-form__veil" {...spoken({ role: 'status', label: t('aftersale.sendingPhoto') })}>
          <Icon name="ring" className="btn__ring" />
        </View>
      )}
      {photo.state === 'failed' && (
        <Tap
          id={`again-photo-${at}`}
          className="claim-form__veil"
          label={t('aftersale.againPhoto')}
          onTap={() => work.again(photo)}
        >
          <Icon name="refresh" />
          <Text>{t('aftersale.again')}</Text>
        </Tap>
      )}
      <Tap
        id={`drop-photo-${at}`}
        className="claim-form__drop"
        label={t('aftersale.dropPhoto', { at: at + 1 })}
        onTap={() => work.drop(photo.key)}
      >
        <View className="claim-form__cross">
          <Icon name="close" size={16} />
        </View>
      </Tap>
    </View>
  )
}

import { Camera, Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { LocalFile } from '../../cloud/files'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import type { PhotoSubject } from '../../device/photo-subject'
import { allowCamera, LIVE, pickPhoto, shoot } from '../../device/viewfinder'
import { t } from '../../locales/for-staff'
import { useAction } from '../../state/action'
import { toast } from '../../state/toast'
import './capture.scss'

export interface CaptureProps {
  /** Which fruit is to be photographed, in words. */
  title: string
  subject: PhotoSubject
  busy: boolean
  onShot: (photo: LocalFile) => void
  onClose: () => void
}

/** The camera with a round frame that says how the fruit is to lie; where there is no camera, other ways to a photo. */
export function Capture({ title, subject, busy, onShot, onClose }: CaptureProps) {
  const [refused, setRefused] = useState(false)
  const live = LIVE && !refused
  const shooting = useAction(async () => {
    const photo = await shoot(subject).catch(() => null)
    if (photo) onShot(photo)
    else toast(t('bench.photoFailed'))
  })
  const picking = useAction(async () => {
    const photo = await pickPhoto()
    if (photo) onShot(photo)
  })
  const allowing = useAction(async () => setRefused(!(await allowCamera())))
  const working = busy || shooting.busy || picking.busy
  return (
    <View className="capture" id="capture" aria-label={title}>
      {live && (
        <Camera
          className="capture__camera"
          devicePosition="back"
          flash="off"
          onError={() => setRefused(true)}
          aria-hidden="true"
        />
      )}
      <View className="capture__ring" aria-hidden="true" />
      <View className="capture__words">
        <Text className="capture__title">{title}</Text>
        <Text>{t('bench.captureHint')}</Text>
      </View>
      <Tap id="capture-close" className="capture__close" label={t('bench.closeCapture')} onTap={onClose}>
        <Icon name="close" size={20} />
      </Tap>
      {LIVE && refused && (
        <View className="capture__refused" id="camera-refused">
          <Text>{t('bench.cameraRefused')}</Text>
          <Button id="allow-camera" kind="secondary" small onTap={() => void allowing.run()}>
            {t('bench.allowCamera')}
          </Button>
        </View>
      )}
      <View className="capture__acts">
        {(live || !LIVE) && (
          <Button
            id={LIVE ? 'shutter' : 'camera-simulated'}
            icon="camera"
            busy={working}
            onTap={() => void shooting.run()}
          >
            {t(LIVE ? 'bench.shutter' : 'bench.simulated')}
          </Button>
        )}
        <Button id="camera-file" kind="secondary" icon="picture" busy={working} onTap={() => void picking.run()}>
          {t(LIVE ? 'bench.album' : 'bench.chooseFile')}
        </Button>
      </View>
    </View>
  )
}

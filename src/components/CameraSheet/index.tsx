import { Text } from '@tarojs/components'
import { chooseFile } from '../../device/choose-file'
import { t } from '../../locales'
import type { PhotoChoice } from '../../state/overlay'
import { Icon } from '../Icon'
import { Sheet } from '../Sheet'
import { Tap } from '../Tap'
import './index.scss'

/** Stands where the phone's camera would be, in the browser build: draw a photo, or choose a file. */
export function CameraSheet({ onDone }: { onDone: (choice: PhotoChoice) => void }) {
  const pickFile = async () => {
    const file = await chooseFile()
    onDone(file ? { kind: 'file', file } : { kind: 'cancelled' })
  }
  return (
    <Sheet id="camera" title={t('app.photoTitle')} onClose={() => onDone({ kind: 'cancelled' })}>
      <Tap id="camera-simulated" className="camera__way" onTap={() => onDone({ kind: 'simulated' })}>
        <Icon name="camera" color="leaf" />
        <Text className="t-head">{t('app.photoSimulated')}</Text>
        <Text className="t-note">{t('app.photoSimulatedNote')}</Text>
      </Tap>
      <Tap id="camera-file" className="camera__way" onTap={() => void pickFile()}>
        <Icon name="picture" color="leaf" />
        <Text className="t-head">{t('app.photoFile')}</Text>
      </Tap>
    </Sheet>
  )
}

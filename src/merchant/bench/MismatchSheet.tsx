import { Image, Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { Button } from '../../components/Button'
import { say, t } from '../../locales/for-staff'
import { contentOfLine, subjectOf } from '../../staff/content'
import type { usePhoto } from '../../staff/photo'
import { ReasonSheet } from '../../staff/ReasonSheet'
import './mismatch.scss'

const reasons = [
  'bench.wrongWord',
  'bench.missingStroke',
  'bench.blurred',
  'bench.upsideDown',
  'bench.bruised',
] as const

export interface MismatchSheetProps {
  parcel: BenchView
  photo: ReturnType<typeof usePhoto>
  busy: boolean
  error: string | undefined
  onClose: () => void
  onAct: (reason: string) => void
}

/** Why the fruit goes back to its orchard (I4). A photo may go with the reason. */
export function MismatchSheet({ parcel, photo, busy, error, onClose, onAct }: MismatchSheetProps) {
  const [line] = parcel.lines
  const take = () => photo.take(subjectOf(parcel.id, line.look, contentOfLine(line), 'ripe', 'bench'))
  return (
    <ReasonSheet
      id="mismatch"
      title={t('bench.mismatchTitle')}
      sentence={t('bench.mismatchMeans', { orchard: say(parcel.orchard) })}
      suggestions={reasons}
      required
      act={t('bench.mismatch')}
      note={t('bench.back')}
      busy={busy}
      error={error}
      onClose={onClose}
      onAct={onAct}
    >
      <View className="row row--apart">
        <View className="row">
          {photo.shot && <Image className="mismatch__photo" src={photo.shot.url} mode="aspectFill" />}
          <Text className="t-note">{t(photo.shot ? 'bench.photoGoes' : 'bench.photoMayGo')}</Text>
        </View>
        <Button id="mismatch-photo" kind="secondary" small icon="camera" busy={photo.busy} onTap={take}>
          {t(photo.shot ? 'staff.retakePhoto' : 'staff.takePhoto')}
        </Button>
      </View>
    </ReasonSheet>
  )
}

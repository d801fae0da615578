import { Image, Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { POLICY } from '../../../domain/policy'
import { Button } from '../../components/Button'
import { say, t } from '../../locales/for-staff'
import { ReasonSheet } from '../../staff/ReasonSheet'
import { isAgain, reasonsOf, tallyOf } from './crate'
import type { Suggestion } from './reasons'
import './mismatch.scss'

export interface MismatchSheetProps {
  parcel: BenchView
  suggestions: readonly Suggestion[]
  /** The photo that goes with the reason, if one was taken. */
  photo: string | undefined
  busy: boolean
  error: string | undefined
  onTake: () => void
  onClose: () => void
  onAct: (reason: string) => void
}

function whichOf(parcel: BenchView): string {
  const count = parcel.pieces
  const { bad } = tallyOf(parcel)
  if (count === 1) return t('bench.theFruit')
  return t(bad > 0 && bad < count ? 'bench.allEven' : 'bench.all', { count })
}

/** Why the whole parcel goes back to its orchard, or is for the shop to decide (I4). What the machine or the single fruit say stands there already. */
export function MismatchSheet({ parcel, suggestions, photo, busy, error, onTake, onClose, onAct }: MismatchSheetProps) {
  const machine = suggestions.find(({ key }) => key === 'machine')?.word ?? ''
  const again = isAgain(parcel)
  return (
    <ReasonSheet
      id="mismatch"
      title={t('bench.mismatchTitle')}
      sentence={t(again ? 'bench.failAgainMeans' : 'bench.mismatchMeans', {
        which: whichOf(parcel),
        orchard: say(parcel.orchard),
      })}
      suggestions={suggestions}
      begin={(reasonsOf(parcel) || machine).slice(0, POLICY.reasonCharacters)}
      required
      act={t('bench.mismatch')}
      note={t(again ? 'bench.backAgain' : 'bench.back')}
      busy={busy}
      error={error}
      onClose={onClose}
      onAct={onAct}
    >
      <View className="row row--apart">
        <View className="row">
          {photo && <Image className="mismatch__photo" src={photo} mode="aspectFill" />}
          <Text className="t-note">{t(photo ? 'bench.photoGoes' : 'bench.photoMayGo')}</Text>
        </View>
        <Button id="mismatch-photo" kind="secondary" small icon="camera" onTap={onTake}>
          {t(photo ? 'staff.retakePhoto' : 'staff.takePhoto')}
        </Button>
      </View>
    </ReasonSheet>
  )
}

import { Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { t } from '../../locales/for-staff'
import { endingOf, isAgain, maySendBack, tallyOf } from './crate'
import type { Acts } from './verdict'
import '../../staff/acts.scss'

export interface EndingProps {
  parcel: BenchView
  act: Acts
  /** The machine may propose, and proposes that the parcel's only fruit goes back. */
  proposesBad?: boolean
  /** Asks why all of it goes back. */
  onMismatch: () => void
  /** Says what follows before good and bad part. */
  onSplit: () => void
}

/** The buttons that end a parcel's time on the bench, as its fruit were judged so far. */
export function Endings({ parcel, act, proposesBad, onMismatch, onSplit }: EndingProps) {
  const { good, bad, open } = tallyOf(parcel)
  const ending = endingOf(parcel)
  const one = parcel.pieces === 1
  return (
    <View className="staff-acts">
      {maySendBack(parcel) && (
        <Button
          id="mismatch"
          kind={ending === 'passGood' ? 'secondary' : 'danger'}
          {...(one ? { icon: 'close' } : {})}
          grow={proposesBad ? 1.7 : 1}
          note={t(isAgain(parcel) ? 'bench.backAgain' : 'bench.back')}
          onTap={onMismatch}
        >
          {t(one ? 'bench.mismatch' : 'bench.wholeMismatch')}
        </Button>
      )}
      {ending === 'pass' && (
        <Button
          id="pass"
          kind="seal"
          icon="seal"
          grow={proposesBad ? 1 : 1.7}
          busy={act.pass.busy}
          onTap={() => void act.pass.run()}
        >
          {t(one ? 'bench.pass' : good > 0 && open > 0 ? 'bench.passRest' : 'bench.passAll')}
        </Button>
      )}
      {ending === 'passGood' && (
        <Button id="pass-good" kind="seal" icon="seal" grow={1.7} onTap={onSplit}>
          {t('bench.passGood', { good: parcel.pieces - bad, bad })}
        </Button>
      )}
    </View>
  )
}

/** The parcel as a whole, while single fruit are judged in the bar: how far it is, and how it can end already. */
export function Whole(props: EndingProps) {
  const { parcel } = props
  return (
    <Card id="whole">
      <View className="stack">
        <View className="row row--apart">
          <Text className="t-head">{t('bench.whole', { count: parcel.pieces })}</Text>
          <Text className="t-note">{t('bench.tally', tallyOf(parcel))}</Text>
        </View>
        <Endings {...props} />
      </View>
    </Card>
  )
}

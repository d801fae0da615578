import { Text, View } from '@tarojs/components'
import type { BenchView } from '../../../contract/views'
import { Button } from '../../components/Button'
import { Icon } from '../../components/Icon'
import { Sheet } from '../../components/Sheet'
import { say, t } from '../../locales/for-staff'
import { BadList } from './BadFruit'
import { isAgain, tallyOf } from './crate'

export interface SplitSheetProps {
  parcel: BenchView
  busy: boolean
  error: string | undefined
  onClose: () => void
  onAct: () => void
}

/** Says what happens before the good fruit go on and the bad ones go back: it cannot be undone (I4). */
export function SplitSheet({ parcel, busy, error, onClose, onAct }: SplitSheetProps) {
  const { bad } = tallyOf(parcel)
  const good = parcel.pieces - bad
  const place = parcel.suggestedPlace
  return (
    <Sheet
      id="split"
      title={t('bench.splitTitle', { good, bad })}
      serif
      onClose={onClose}
      foot={
        <View className="staff-acts">
          <Button id="split-back" kind="secondary" grow={1} onTap={onClose}>
            {t('staff.think')}
          </Button>
          <Button id="split-confirm" kind="seal" icon="seal" grow={1.5} busy={busy} onTap={onAct}>
            {t('bench.splitAct')}
          </Button>
        </View>
      }
    >
      <View className="stack">
        <View className="row row--top">
          <Icon name="check-circle" color="leaf" size={20} />
          <Text className="t-body grow">
            {place ? t('bench.goodGoTo', { good, place }) : t('bench.goodGo', { good })}
          </Text>
        </View>
        <View className="row row--top">
          <Icon name="return" color="bark" size={20} />
          <Text className="t-body grow">
            {t(isAgain(parcel) ? 'bench.badAgain' : 'bench.badGo', { bad, orchard: say(parcel.orchard) })}
          </Text>
        </View>
        <BadList parcel={parcel} />
        <Text className="t-note">{t('bench.noWayBack')}</Text>
        {error && <Text className="t-note t-seal">{error}</Text>}
      </View>
    </Sheet>
  )
}

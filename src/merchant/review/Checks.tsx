import { Text, View } from '@tarojs/components'
import type { ReviewView } from '../../../contract/views'
import { Icon } from '../../components/Icon'
import { spoken } from '../../components/Tap/spoken'
import { say, t } from '../../locales/for-staff'
import './checks.scss'

type Check = ReviewView['checks'][number]

const words = { stock: 'review.stock', address: 'review.address', content: 'review.content' } as const

/** What the machine found on one point: fine, or worth a look. Brief leaves out the note. */
export function CheckRow({ check, brief }: { check: Check; brief?: boolean }) {
  const word = t(words[check.what])
  const verdict = t(check.ok ? 'review.ok' : 'review.look')
  return (
    <View
      className={`check${check.ok ? '' : ' check--look'}`}
      {...spoken({
        id: brief ? undefined : `check-${check.what}`,
        label: `${word}：${verdict}。${say(check.note)}`,
        role: 'listitem',
      })}
    >
      <Icon name={check.ok ? 'check-circle' : 'warn'} size={brief ? 16 : 20} />
      <Text className={brief ? 'check__brief' : 't-strong'}>{word}</Text>
      {!brief && <Text className="t-body check__note">{say(check.note)}</Text>}
    </View>
  )
}

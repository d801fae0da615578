import { Text, View } from '@tarojs/components'
import { mayEnter, type Room } from '../../../domain/duties'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { t, type MessageKey } from '../../locales/for-staff'
import type { IconName } from '../../look/icons'
import { change } from '../../staff/go'
import { useDuties } from './duties'
import './merchant-bar.scss'

export type MerchantTab = 'desk' | Exclude<Room, 'troubles'>

const tabs: readonly { key: MerchantTab; word: MessageKey; icon: IconName }[] = [
  { key: 'desk', word: 'desk.navDesk', icon: 'chart' },
  { key: 'review', word: 'desk.navReview', icon: 'sheet' },
  { key: 'intake', word: 'desk.navIntake', icon: 'loupe' },
  { key: 'packing', word: 'desk.navPacking', icon: 'box' },
  { key: 'claims', word: 'desk.navClaims', icon: 'return' },
]

/**
 * The merchant's bottom navigation: WeChat's own tab bar belongs to the shopper. It leads only where this person has
 * work (W4). Ids are `nav-<tab>`.
 */
export function MerchantBar({ here }: { here: MerchantTab }) {
  const duties = useDuties() ?? []
  const shown = tabs.filter(({ key }) => key === here || key === 'desk' || mayEnter(duties, key))
  return (
    <View className="merchant-bar" {...spoken({ role: 'tablist', label: t('desk.nav') })}>
      {shown.map(({ key, word, icon }) => (
        <Tap
          key={key}
          id={`nav-${key}`}
          className={`merchant-bar__tab${key === here ? ' merchant-bar__tab--on' : ''}`}
          role="tab"
          label={t(word)}
          selected={key === here}
          onTap={() => key !== here && change(`merchant/${key}`)}
        >
          <Icon name={icon} />
          <Text className="merchant-bar__word">{t(word)}</Text>
        </Tap>
      ))}
    </View>
  )
}

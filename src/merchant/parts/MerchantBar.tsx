import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { t, type MessageKey } from '../../locales/for-staff'
import type { IconName } from '../../look/icons'
import { change } from '../../staff/go'
import './merchant-bar.scss'

export type MerchantTab = 'desk' | 'review' | 'intake' | 'packing'

const tabs: readonly { key: MerchantTab; word: MessageKey; icon: IconName }[] = [
  { key: 'desk', word: 'desk.navDesk', icon: 'chart' },
  { key: 'review', word: 'desk.navReview', icon: 'sheet' },
  { key: 'intake', word: 'desk.navIntake', icon: 'loupe' },
  { key: 'packing', word: 'desk.navPacking', icon: 'box' },
]

/** The merchant's bottom navigation: WeChat's own tab bar belongs to the shopper. Ids are `nav-<tab>`. */
export function MerchantBar({ here }: { here: MerchantTab }) {
  return (
    <View className="merchant-bar" {...spoken({ role: 'tablist', label: t('desk.nav') })}>
      {tabs.map(({ key, word, icon }) => (
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

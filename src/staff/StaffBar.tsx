import { Text, View } from '@tarojs/components'
import { Icon } from '../components/Icon'
import { Tap } from '../components/Tap'
import { spoken } from '../components/Tap/spoken'
import { t, type MessageKey } from '../locales/for-staff'
import type { IconName } from '../look/icons'
import './staff-bar.scss'

export interface StaffTab<Key extends string> {
  key: Key
  word: MessageKey
  icon: IconName
}

interface StaffBarProps<Key extends string> {
  label: string
  tabs: readonly StaffTab<Key>[]
  here: Key
  onPick: (key: Key) => void
}

/** A bottom navigation for people with a role: WeChat's own tab bar belongs to the shopper. Ids are `nav-<tab>`. */
export function StaffBar<Key extends string>({ label, tabs, here, onPick }: StaffBarProps<Key>) {
  return (
    <View className="staff-bar" {...spoken({ role: 'tablist', label })}>
      {tabs.map(({ key, word, icon }) => (
        <Tap
          key={key}
          id={`nav-${key}`}
          className={`staff-bar__tab${key === here ? ' staff-bar__tab--on' : ''}`}
          role="tab"
          label={t(word)}
          selected={key === here}
          onTap={() => key !== here && onPick(key)}
        >
          <Icon name={icon} />
          <Text className="staff-bar__word">{t(word)}</Text>
        </Tap>
      ))}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import type { IconName } from '../../look/icons'

export interface EntryProps {
  id: string
  icon: IconName
  title: string
  note?: string
  /** Shown on seal: something waits to be read. */
  badge?: number
  onTap: () => void
}

/** One row that leads somewhere. */
export function Entry({ id, icon, title, note, badge, onTap }: EntryProps) {
  return (
    <Tap
      id={id}
      className="me-entry"
      role="link"
      label={[title, note, badge || ''].filter(Boolean).join(' ')}
      onTap={onTap}
    >
      <Icon name={icon} color="leaf" />
      <View className="grow">
        <Text className="t-strong">{title}</Text>
        {note && <View className="t-note">{note}</View>}
      </View>
      {badge ? <Text className="me-badge">{badge}</Text> : null}
      <Icon name="right" size={16} color="ink-2" />
    </Tap>
  )
}

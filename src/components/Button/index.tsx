import { Text, View } from '@tarojs/components'
import { t } from '../../locales'
import type { IconName } from '../../look/icons'
import { Icon } from '../Icon'
import { Tap } from '../Tap'
import './index.scss'

export type ButtonKind = 'primary' | 'seal' | 'secondary' | 'cold' | 'danger' | 'plain'

export interface ButtonProps {
  id?: string
  /** Seal is for commitments, one per screen. Plain is a text link. */
  kind?: ButtonKind
  children: string
  /** The consequence, in a second line (danger). */
  note?: string
  icon?: IconName
  /** 36 high, with a 44 hit area. */
  small?: boolean
  /** Share of the row it fills, e.g. 1.5; absent: as wide as its words. */
  grow?: number
  busy?: boolean
  disabled?: boolean
  /** Why it is disabled; shown beside it. */
  reason?: string
  /** What a screen reader says when the words alone are not enough. */
  label?: string
  onTap?: () => void
}

export function Button(props: ButtonProps) {
  const { id, kind = 'primary', children, note, icon, small, grow, busy, disabled, reason, label, onTap } = props
  const look = disabled ? 'btn--off' : `btn--${kind}`
  const button = (
    <Tap
      {...(id ? { id } : {})}
      className={`btn ${look}${small ? ' btn--small' : ''}${grow && !reason ? ` btn--grow` : ''}`}
      label={[label ?? children, note, busy ? t('app.busy') : ''].filter(Boolean).join('，')}
      disabled={Boolean(disabled) || Boolean(busy)}
      onTap={onTap}
    >
      {busy ? <Icon name="ring" size={20} className="btn__ring" /> : icon && <Icon name={icon} size={20} />}
      <View className="btn__words">
        <Text className="btn__label">{children}</Text>
        {note && <Text className="btn__note">{note}</Text>}
      </View>
    </Tap>
  )
  if (!grow && !(disabled && reason)) return button
  return (
    <View className="btn-cell" {...(grow ? { style: { flex: `${grow} 1 0` } } : {})}>
      {button}
      {disabled && reason && <View className="t-note btn__reason">{reason}</View>}
    </View>
  )
}

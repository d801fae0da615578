import { View } from '@tarojs/components'
import type { Colour } from '../../look/tokens'
import type { IconName } from '../../look/icons'
import { colours } from '../../look/tokens'

export interface IconProps {
  name: IconName
  size?: 16 | 20 | 24
  /** Takes the text colour when absent. */
  color?: Colour
  className?: string
}

/** A line icon. Decoration for a screen reader: the word beside it, or the button's label, says the meaning. */
export function Icon({ name, size = 24, color, className = '' }: IconProps) {
  return (
    <View
      className={`icon icon--${size} icon-${name} ${className}`}
      {...(color ? { style: { color: colours[color] } } : {})}
      aria-hidden="true"
    />
  )
}

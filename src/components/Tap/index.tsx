import { View, type ITouchEvent } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { spoken, type Role } from './spoken'
import './index.scss'

export interface TapProps {
  id?: string
  className?: string
  /** What a screen reader says instead of the content. */
  label?: string
  role?: Role
  selected?: boolean
  disabled?: boolean
  onTap?: () => void
}

/** Anything that is tapped: says its role, takes the keyboard focus in a browser, keeps the tap from what lies below. */
export function Tap({ className = '', disabled, onTap, children, ...said }: PropsWithChildren<TapProps>) {
  const press = (event: ITouchEvent) => {
    event.stopPropagation()
    if (!disabled) onTap?.()
  }
  return (
    <View
      {...spoken({ role: 'button', ...said, disabled, focusable: !disabled })}
      className={`tap ${className}`}
      hoverClass={disabled ? 'none' : 'tap--pressed'}
      hoverStopPropagation
      onClick={press}
    >
      {children}
    </View>
  )
}

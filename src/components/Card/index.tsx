import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Tap } from '../Tap'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface CardProps {
  id?: string
  /** prompt: radius 16, warm top, thin seal frame; one per screen. warning: something to heed. chosen: a selected tile. */
  kind?: 'plain' | 'prompt' | 'warning' | 'chosen'
  /** No padding, for pictures that reach the edge. */
  flush?: boolean
  className?: string
  label?: string
  /** The whole card leads somewhere; buttons inside keep their own taps. */
  onTap?: () => void
}

export function Card({
  kind = 'plain',
  flush,
  className = '',
  onTap,
  children,
  ...said
}: PropsWithChildren<CardProps>) {
  const look = `card card--${kind}${flush ? ' card--flush' : ''} ${className}`
  if (onTap)
    return (
      <Tap {...said} className={look} role="link" onTap={onTap}>
        {children}
      </Tap>
    )
  return (
    <View {...spoken(said)} className={look}>
      {children}
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import type { CustomProduct } from '../../../domain/catalogue/product'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-studio'
import { px } from '../../look/size'
import { fingers, onScreen } from '../parts/finger'

const TRACK = 228

const stops = [
  { key: 'before', at: 0 },
  { key: 'colouring', at: 0.6 },
  { key: 'harvest', at: 1 },
] as const

const before = { mask: 'beforeMask', laser: 'beforeLaser' } as const

const nearest = (t01: number) => stops.reduce((a, b) => (Math.abs(b.at - t01) < Math.abs(a.at - t01) ? b : a))

export interface GrowthProps {
  /** 0 before the sticker, 1 at harvest. */
  value: number
  /** With a laser nothing is stuck on the fruit. */
  technique: CustomProduct['technique']
  onChange: (value: number) => void
}

/** The fruit's season under a finger: before the sticker, colouring, harvest. */
export function Growth({ value, technique, onChange }: GrowthProps) {
  const held = useRef({ x: 0, value: 0 })
  const set = (to: number) => onChange(Math.min(1, Math.max(0, Math.round(to * 100) / 100)))
  return (
    <View
      className="growth"
      style={{ width: px(TRACK) }}
      {...spoken({ id: 'growth', label: t('design.growth'), role: 'radiogroup' })}
    >
      <View
        data-drag="yes"
        id="growth-track"
        className="growth__track"
        onTouchStart={(event) => {
          held.current = { x: fingers(event)[0].x, value }
        }}
        onTouchMove={(event) => set(held.current.value + (fingers(event)[0].x - held.current.x) / onScreen(TRACK))}
        catchMove
      >
        <View className="growth__rail">
          <View className="growth__line" />
          <View id="growth-thumb" className="growth__thumb" style={{ left: `${Math.round(value * 100)}%` }} />
        </View>
      </View>
      <View className="growth__stops">
        {stops.map(({ key, at }) => {
          const on = nearest(value).key === key
          const word = t(`design.${key === 'before' ? before[technique] : key}`)
          return (
            <Tap
              key={key}
              id={`growth-${key}`}
              className={`growth__stop${on ? ' growth__stop--on' : ''}`}
              role="radio"
              selected={on}
              label={word}
              onTap={() => set(at)}
            >
              <Text>{word}</Text>
            </Tap>
          )
        })}
      </View>
    </View>
  )
}

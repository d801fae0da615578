import { Text, View } from '@tarojs/components'
import { useRef } from 'react'
import { Icon } from '../../components/Icon'
import { Tap } from '../../components/Tap'
import { spoken } from '../../components/Tap/spoken'
import { t } from '../../locales/for-studio'
import { px } from '../../look/size'
import { fingers, onScreen } from './finger'
import './slider.scss'

const TRACK = 168

export interface SliderProps {
  /** The buttons are `<id>-less` and `<id>-more`, the thumb `<id>-thumb`. */
  id: string
  label: string
  value: number
  least: number
  most: number
  /** What one tap on a button changes. */
  step: number
  onChange: (value: number) => void
}

/** A value under the finger: drag anywhere along it, or tap less and more. */
export function Slider({ id, label, value, least, most, step, onChange }: SliderProps) {
  const held = useRef({ x: 0, value: 0 })
  const set = (next: number) => onChange(Math.min(most, Math.max(least, Math.round(next / step) * step)))
  const share = (value - least) / (most - least)
  return (
    <View className="row slider" {...spoken({ id, label })}>
      <Text className="t-strong slider__label">{label}</Text>
      <Tap
        id={`${id}-less`}
        className="slider__end"
        label={t('design.lessOf', { what: label })}
        onTap={() => set(value - step)}
      >
        <Icon name="minus" size={16} />
      </Tap>
      <View
        id={`${id}-track`}
        data-drag="yes"
        className="slider__track"
        style={{ width: px(TRACK) }}
        onTouchStart={(event) => {
          held.current = { x: fingers(event)[0].x, value }
        }}
        onTouchMove={(event) => {
          const way = fingers(event)[0].x - held.current.x
          set(held.current.value + (way / onScreen(TRACK)) * (most - least))
        }}
        catchMove
      >
        <View className="slider__line" />
        <View id={`${id}-thumb`} className="slider__thumb" style={{ left: `${(share * 100).toFixed(1)}%` }} />
      </View>
      <Tap
        id={`${id}-more`}
        className="slider__end"
        label={t('design.moreOf', { what: label })}
        onTap={() => set(value + step)}
      >
        <Icon name="plus" size={16} />
      </Tap>
    </View>
  )
}

import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { t } from '../../locales'
import { spoken } from '../Tap/spoken'
import './index.scss'

export type StepState = 'done' | 'now' | 'next'

export interface GrowthStep {
  key: string
  word: string
  /** The day it happened, or is expected. */
  when: string
  state: StepState
  /** Address an Image can show; an empty frame when there is no photo. */
  photo?: string
  /** Drawn in the frame while there is no photo. */
  picture?: ReactNode
  onTap?: () => void
}

const saidAs = { done: 'app.stepDone', now: 'app.stepNow', next: 'app.stepNext' } as const

/** A fruit's growth: a row of photos over a line of dots. */
export function GrowthTimeline({ id, steps }: { id?: string; steps: readonly GrowthStep[] }) {
  return (
    <View className="growth" {...spoken({ id })}>
      {steps.map(({ key, word, when, state, photo, picture, onTap }) => (
        <View
          key={key}
          className={`growth__step growth__step--${state}`}
          {...spoken({ label: t(saidAs[state], { word, when }), role: 'listitem' })}
          {...(onTap ? { onClick: onTap } : {})}
        >
          {photo ? (
            <Image className="growth__photo" src={photo} mode="aspectFill" />
          ) : (
            <View className="growth__photo growth__photo--none">{picture}</View>
          )}
          <View className="growth__line">
            <View className="growth__dot" />
          </View>
          <View className="growth__word">{word}</View>
          <View className="t-note">{when}</View>
        </View>
      ))}
    </View>
  )
}

export interface TrackStep {
  key: string
  when: string
  place: string
}

/** A parcel's way, newest first. */
export function TrackTimeline({ id, steps }: { id?: string; steps: readonly TrackStep[] }) {
  return (
    <View className="track" {...spoken({ id })}>
      {steps.map(({ key, when, place }, at) => (
        <View
          key={key}
          className={`track__step${at === 0 ? ' track__step--now' : ''}`}
          {...spoken({ role: 'listitem' })}
        >
          <Text className="t-note track__when">{when}</Text>
          <View className="track__line">
            <View className="track__dot" />
          </View>
          <Text className="track__place">{place}</Text>
        </View>
      ))}
    </View>
  )
}

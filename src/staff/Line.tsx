import { Image, Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { FruitLook } from '../../domain/catalogue/product'
import { FruitPreview } from '../components/FruitPreview'
import { previewOf, sayContent, type Content } from './content'
import './line.scss'

export interface LineProps {
  look: FruitLook
  content: Content
  stage?: 'green' | 'colouring' | 'ripe'
  /** A photo taken of it; the render stands in until there is one. */
  photo?: string
  /** Under the words, e.g. 红富士 · 12 枚. */
  note: string
}

/** One fruit in a list: what it looks like, what stands on it, how many. */
export function Line({ look, content, stage, photo, note, children }: PropsWithChildren<LineProps>) {
  return (
    <View className="staff-line">
      <View className="staff-line__thumb">
        {photo ? (
          <Image className="staff-line__photo" src={photo} mode="aspectFill" />
        ) : (
          <FruitPreview look={look} size={68} stage={stage} {...previewOf(content)} />
        )}
      </View>
      <View className="grow stack stack--tight">
        <View className="t-section t-cut">{sayContent(content)}</View>
        <Text className="t-note">{note}</Text>
        {children}
      </View>
    </View>
  )
}

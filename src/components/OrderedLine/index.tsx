import { Text, View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import type { FruitLook } from '../../../domain/catalogue/product'
import type { Fen } from '../../../domain/money'
import { FruitPreview, type FruitPreviewProps } from '../FruitPreview'
import { Price } from '../Price'
import './index.scss'

export interface OrderedLineProps {
  look: FruitLook
  drawn: Pick<FruitPreviewProps, 'words' | 'art' | 'stage'>
  title: string
  note: string
  /** Fen; for one pack. */
  unitFen: Fen
  packs: number
  /** The ground the thumbnail stands on. */
  ground?: 'light' | 'green' | 'cold'
}

/** One product of an order: what grows on it, the pack, the price. */
export function OrderedLine(props: PropsWithChildren<OrderedLineProps>) {
  const { look, drawn, title, note, unitFen, packs, ground = 'light', children } = props
  return (
    <View className="ordered">
      <View className={`ordered__thumb ordered__thumb--${ground}`}>
        <FruitPreview look={look} size={46} {...drawn} />
      </View>
      <View className="grow">
        <View className="ordered__title">{title}</View>
        <View className="t-note">{note}</View>
        {children}
      </View>
      <View className="ordered__price">
        <Price amount={unitFen} size="small" />
        <Text className="t-note">× {packs}</Text>
      </View>
    </View>
  )
}

import { Text, View } from '@tarojs/components'
import { formatFen, type Fen } from '../../../domain/money'
import { Price } from '../Price'
import './index.scss'

export interface BreakdownProps {
  /** Fen; a word instead where there is nothing to count yet. */
  parts: readonly { word: string; amount: Fen | string }[]
  total: { word: string; amount: Fen }
}

/** How a price adds up, to the fen. */
export function Breakdown({ parts, total }: BreakdownProps) {
  return (
    <View className="breakdown">
      {parts.map(({ word, amount }) => (
        <View key={word} className="row row--apart">
          <Text className="t-quiet">{word}</Text>
          <Text>{typeof amount === 'number' ? `¥${formatFen(amount)}` : amount}</Text>
        </View>
      ))}
      <View className="rule" />
      <View className="row row--apart">
        <Text className="t-strong">{total.word}</Text>
        <Price amount={total.amount} />
      </View>
    </View>
  )
}

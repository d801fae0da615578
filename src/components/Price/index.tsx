import { Text, View } from '@tarojs/components'
import { formatFen, type Fen } from '../../../domain/money'
import { spoken } from '../Tap/spoken'
import './index.scss'

export interface PriceProps {
  id?: string
  /** Fen. */
  amount: Fen
  /** After the number, e.g. /盒. */
  unit?: string
  /** The earlier price, struck through. Fen. */
  was?: Fen
  size?: 'small' | 'normal' | 'large'
}

/** An amount with its fen, never rounded, never cut. */
export function Price({ id, amount, unit, was, size = 'normal' }: PriceProps) {
  return (
    <View {...spoken({ id })} className={`price price--${size}`}>
      <Text className="price__sign">¥</Text>
      <Text>{formatFen(amount)}</Text>
      {unit && <Text className="price__unit">{unit}</Text>}
      {was !== undefined && <Text className="price__was">¥{formatFen(was)}</Text>}
    </View>
  )
}

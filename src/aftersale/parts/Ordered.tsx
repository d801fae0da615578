import { View } from '@tarojs/components'
import type { OrderView } from '../../../contract'
import { Card } from '../../components/Card'
import { OrderedLine } from '../../components/OrderedLine'
import { drawnLine } from '../../components/OrderedLine/preview'
import { say, t } from '../../locales/for-claims'

/** The fruit that is spoken of. */
export function Ordered({ order: { lines } }: { order: OrderView }) {
  return (
    <Card>
      <View className="stack">
        {lines.map((line) => (
          <OrderedLine
            key={line.id}
            look={line.look}
            drawn={drawnLine(line)}
            title={say(line.title)}
            note={t('orders.count', { pack: say(line.packName), count: line.pieces * line.packs })}
            unitFen={line.unitFen}
            packs={line.packs}
          />
        ))}
      </View>
    </Card>
  )
}

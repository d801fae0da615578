import { Text, View } from '@tarojs/components'
import type { ProductView, Quote } from '../../../contract'
import { Card } from '../../components/Card'
import { OrderedLine } from '../../components/OrderedLine'
import { drawnImprint } from '../../components/OrderedLine/preview'
import { Skeleton } from '../../components/Skeleton'
import { say, t } from '../../locales'
import type { BasketLine } from '../../state/basket'
import { useRemote } from '../../state/remote'

/** What is about to be ordered, at the prices of the quote. */
export function Lines({ lines, quote }: { lines: readonly BasketLine[]; quote: Quote }) {
  const { data } = useRemote('catalogue.list', {})
  if (!data) return <Skeleton shapes={['card']} />
  const ready = lines.every(({ asked }) => !asked.imprint)
  return (
    <Card id="checkout-lines">
      <View className="stack">
        <Text className="t-head">{t(ready ? 'checkout.readyLines' : 'checkout.lines')}</Text>
        {lines.map((line, at) => {
          const view = data.products.find(({ product }) => product._id === line.asked.productId)
          return view && <Line key={at} line={line} view={view} unitFen={quote.lines[at]?.unitFen ?? 0} />
        })}
      </View>
    </Card>
  )
}

function Line({ line, view: { product }, unitFen }: { line: BasketLine; view: ProductView; unitFen: number }) {
  const { asked } = line
  const pack = product.packs.find(({ id }) => id === asked.packId) ?? product.packs[0]
  const words = product.kind === 'ready' ? product.words : undefined
  const said = asked.imprint?.kind === 'picture' ? t('checkout.picture') : (words ?? asked.imprint?.text)
  return (
    <OrderedLine
      look={product.look}
      drawn={drawnImprint(asked.imprint, words)}
      title={said ? `${say(product.name)} · ${said}` : say(product.name)}
      note={t('checkout.packCount', { pack: say(pack.name), count: pack.pieces * asked.packs })}
      unitFen={unitFen}
      packs={asked.packs}
    />
  )
}

import { Text, View } from '@tarojs/components'
import type { ProductView, Quote } from '../../../contract'
import type { Imprint } from '../../../domain/imprint/imprint'
import { motifName } from '../../../domain/imprint/motifs'
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

function sayImprint(imprint: Imprint): string {
  switch (imprint.kind) {
    case 'text':
      return imprint.text.replace(/\n/g, ' ')
    case 'motif':
      return say(motifName(imprint.motif))
    case 'picture':
      return t('checkout.picture')
  }
}

function Line({ line, view: { product }, unitFen }: { line: BasketLine; view: ProductView; unitFen: number }) {
  const { asked, art } = line
  const pack = product.packs.find(({ id }) => id === asked.packId) ?? product.packs[0]
  const words = product.kind === 'ready' ? product.words : undefined
  const said = words ?? (asked.imprint && sayImprint(asked.imprint))
  const count = t('checkout.packCount', { pack: say(pack.name), count: pack.pieces * asked.packs })
  const each = asked.imprint?.kind === 'text' && asked.imprint.spread === 'perFruit'
  return (
    <OrderedLine
      look={product.look}
      drawn={drawnImprint(asked.imprint, words, art)}
      title={said ? `${say(product.name)} · ${said}` : say(product.name)}
      note={each ? `${count} · ${t('checkout.each')}` : count}
      unitFen={unitFen}
      packs={asked.packs}
    />
  )
}

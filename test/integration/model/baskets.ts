import type { Input } from '../../../contract'
import { counterOf } from '../../../domain/catalogue/product'
import { piecesByCounter } from '../../../domain/order/order'
import { products } from '../../../workbench/demo/products'
import { May, type ParcelBelief } from './belief'

/** What is in a basket. */
export type Lines = Input<'orders.place'>['lines']
type Line = Lines[number]

type Asked = NonNullable<Line['imprint']>

const grown = (productId: string, packId: string, imprint: Asked): Line => ({ productId, packId, packs: 1, imprint })
const custom = (productId: string, packId: string, text: string, more: { spread?: 'perFruit' } = {}): Line =>
  grown(productId, packId, { kind: 'text', text, face: 'hei', ...more })
const ready = (packId: string): Line => ({ productId: 'fuji-xi-ready', packId, packs: 1 })

/** What leads quickly to the door, and what has to grow first. */
export const FROM_SHELF: readonly Lines[] = [[ready('six')]]
export const GROWN: readonly Lines[] = [
  [custom('fuji', 'twelve', '生日快乐')],
  [custom('fuji', 'two', '平安')],
  [grown('fuji', 'two', { kind: 'motif', motif: 'heart' })],
  [custom('fuji', 'two', '平安', { spread: 'perFruit' })],
  [custom('qingpingguo', 'two', '平安')],
]

/** Everything that is ordered here. */
export const BASKETS: readonly Lines[] = [
  ...GROWN,
  ...FROM_SHELF,
  [custom('huaniu', 'six', '福')],
  [custom('fuji', 'six', '百年好合'), ready('two')],
  [custom('fuji', 'six', '早安'), custom('huaniu', 'two', '晚安')],
  [
    custom('fuji', 'twelve', '生日快乐', { spread: 'perFruit' }),
    grown('huaniu', 'two', { kind: 'motif', motif: 'heart' }),
  ],
]

/** What a line is of. */
export const productOf = ({ productId }: Line) => products.find(({ _id }) => _id === productId)!

function techniqueOf(line: Line): ParcelBelief['technique'] {
  const product = productOf(line)
  return product.kind === 'custom' ? product.technique : null
}

/** How many designs the fruit of a line carry: none from the shelf, a character each, or one. */
export function designsIn({ imprint }: Line): number {
  if (!imprint) return 0
  return imprint.kind === 'text' && imprint.spread ? imprint.text.length : 1
}

/** Pieces of a basket by counter. */
export function piecesOf(lines: Lines): Record<string, number> {
  return piecesByCounter(
    lines.map((line) => {
      const product = productOf(line)
      const pieces = product.packs.find(({ id }) => id === line.packId)?.pieces ?? 0
      return { counterId: counterOf(product), pieces, packs: line.packs }
    }),
  )
}

/** The parcels that a basket will come in. */
export function parcelsOf(
  name: string,
  no: string,
  lines: Lines,
  prices: readonly { totalFen: number }[],
): ParcelBelief[] {
  const own = lines.filter((line) => productOf(line).kind === 'custom')
  const shelf = lines.filter((line) => productOf(line).kind === 'ready')
  const groups = [...own.map((line) => [line]), ...(shelf.length > 0 ? [shelf] : [])]
  return groups.map((group, i) => {
    const pieces = Object.values(piecesOf(group)).reduce((sum, count) => sum + count, 0)
    const fen = group.reduce((sum, line) => sum + prices[lines.indexOf(line)].totalFen, 0)
    return {
      id: `${no}-F${i + 1}`,
      kind: productOf(group[0]).kind,
      technique: techniqueOf(group[0]),
      fruit: Array.from({ length: pieces }, (_, n) => n + 1),
      bad: [],
      line: { fen, pieces },
      state: new May(`${name}-F${i + 1}`, 'absent'),
      failed: false,
      failedAt: null,
      replaced: false,
      passedAt: null,
      shippedAt: null,
    }
  })
}

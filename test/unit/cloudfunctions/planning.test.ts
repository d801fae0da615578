import { inOrder } from '../../../cloudfunctions/usecases/effects/allot'
import { orderNoOf } from '../../../cloudfunctions/usecases/payment/settle'
import { parcelLines, type OrderLine } from '../../../domain/order/order'

const line = (id: string, kind: 'custom' | 'ready'): OrderLine => ({
  id,
  kind,
  productId: id,
  look: 'fuji',
  name: { zh: '红富士', en: 'Fuji' },
  packName: { zh: '6 枚', en: 'Six' },
  pieces: 6,
  packs: 1,
  unitFen: 100,
  totalFen: 100,
  counterId: `stock:${id}`,
})

describe('splitting an order', () => {
  it('gives every custom line its own parcel and puts ready lines together at the end', () => {
    const lines = [line('a', 'ready'), line('b', 'custom'), line('c', 'ready'), line('d', 'custom')]
    expect(parcelLines(lines).map((parcel) => parcel.map(({ id }) => id))).toEqual([['b'], ['d'], ['a', 'c']])
  })

  it('makes no empty parcel for an order without ready lines', () => {
    expect(parcelLines([line('a', 'custom')])).toHaveLength(1)
  })
})

describe('choosing an orchard', () => {
  const plot = (orchardId: string, available: number, holds = false) => ({
    orchardId,
    counterId: orchardId,
    available,
    holds,
  })

  it('prefers the one with most left and leaves out who has too little', () => {
    const plots = [plot('small', 5), plot('middle', 20), plot('large', 90), plot('exact', 12)]
    expect(inOrder(plots, 12).map(({ orchardId }) => orchardId)).toEqual(['large', 'middle', 'exact'])
  })

  it('comes back to the one whose capacity an earlier try has taken already', () => {
    expect(inOrder([plot('large', 90), plot('taken', 0, true)], 12).map(({ orchardId }) => orchardId)).toEqual([
      'taken',
      'large',
    ])
  })

  it('decides between equals by name, so that two tries choose the same', () => {
    expect(inOrder([plot('b', 20), plot('a', 20)], 12).map(({ orchardId }) => orchardId)).toEqual(['a', 'b'])
  })
})

describe('the order a payment belongs to', () => {
  it.each([
    ['GY2609050AB1C2DP1', 'GY2609050AB1C2D'],
    ['GY260905PPP1P2PP12', 'GY260905PPP1P2P'],
    ['GY2609050AB1C2D', null],
    ['', null],
    ['nonsense', null],
  ])('of %s is %s', (outTradeNo, orderNo) => {
    expect(orderNoOf(outTradeNo)).toBe(orderNo)
  })
})

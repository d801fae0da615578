import type { Input } from '../../contract'
import { asked, birthday, HOME, left, orderInput, packed, pay, place, ready } from './acts'
import { CHEN, FANG, LIN, newKey, no, QIXIA, TIANSHUI, yes, type World } from './world'

type Place = Input<'orders.place'>

/** Everything a person can get wrong: each has its own clear answer, and leaves nothing behind. */
export function refusalsStory(open: () => Promise<World>): void {
  let world: World
  beforeEach(async () => void (world = await open()))
  afterEach(() => world.close())

  const words = (text: string): Place['lines'] => [{ ...birthday[0], imprint: { kind: 'text', text, face: 'hei' } }]
  const refusedOrder = async (change: Partial<Place>) => {
    const refusal = await no(world.ask(LIN, 'orders.place', await orderInput(world, LIN, birthday, change)))
    expect(await world.all('orders')).toEqual([])
    expect(await left(world, 'season:fuji-2026')).toBe(720)
    return refusal
  }

  const wrong: [string, Partial<Place>, string, string | undefined][] = [
    ['an empty imprint', { lines: words('   ') }, 'IMPRINT_EMPTY', 'lines.0.imprint.text'],
    ['an over-long imprint', { lines: words('祝您生日快乐万事如意') }, 'IMPRINT_TOO_LONG', 'lines.0.imprint.text'],
    ['a character that cannot be grown', { lines: words('你好😀') }, 'IMPRINT_UNPRINTABLE', 'lines.0.imprint.text'],
    ['forbidden words', { lines: words('赌博') }, 'CONTENT_REFUSED', 'lines.0.imprint.text'],
    ['forbidden words in the remark', { remark: '一起赌博' }, 'CONTENT_REFUSED', 'remark'],
    [
      'a custom fruit without an imprint',
      { lines: [{ ...birthday[0], imprint: undefined }] },
      'IMPRINT_MISSING',
      'lines.0.imprint',
    ],
    [
      "somebody else's picture",
      { lines: [{ ...birthday[0], imprint: { kind: 'picture', pictureId: 'pic-of-chen' } }] },
      'PICTURE_UNKNOWN',
      'lines.0.imprint.pictureId',
    ],
    ['an unknown product', { lines: [{ ...birthday[0], productId: 'durian' }] }, 'PRODUCT_UNKNOWN', 'lines.0'],
    ['an unknown pack', { lines: [{ ...birthday[0], packId: 'hundred' }] }, 'PACK_UNKNOWN', 'lines.0.packId'],
    ['a season that is over', { lines: [{ ...birthday[0], productId: 'gala' }] }, 'OUT_OF_SEASON', 'lines.0'],
    [
      'a season that is sold out',
      { lines: [{ ...birthday[0], packs: 99 }], expectedTotalFen: 15800 * 99 },
      'SOLD_OUT',
      'lines.0',
    ],
    ['a wrong phone', { address: { ...HOME, phone: '12345' } }, 'PHONE_INVALID', 'address.phone'],
    ['an incomplete address', { address: { ...HOME, detail: ' ' } }, 'ADDRESS_INCOMPLETE', 'address.detail'],
    ['a province we do not know', { address: { ...HOME, province: '火星' } }, 'REGION_UNKNOWN', 'address.province'],
    [
      'a price that changed since the page was opened',
      { expectedTotalFen: 12800 },
      'PRICE_CHANGED',
      'expectedTotalFen',
    ],
    ['no lines at all', { lines: [] }, 'INPUT_INVALID', 'lines'],
  ]
  it.each(wrong)('refuses %s, and keeps nothing', async (_what, change, code, field) => {
    const refusal = await refusedOrder(change)
    expect([refusal.code, refusal.field]).toEqual([code, field])
    expect(refusal.message.zh).not.toMatch(/[{}]/)
  })

  it('names the fruit and what is left when a season is sold out, and the new price when it changed', async () => {
    const short = await refusedOrder({ lines: [{ ...birthday[0], packs: 61 }], expectedTotalFen: 15800 * 61 })
    expect(short.message.zh).toBe('红富士只剩 720 枚，这一批不够了')
    expect((await refusedOrder({ expectedTotalFen: 1 })).details).toEqual({ price: '172.00' })
  })

  it('answers a repeated order with the first one, and takes the fruit once', async () => {
    const input = await orderInput(world, LIN, birthday)
    const [one, two] = await Promise.all([
      yes(world.ask(LIN, 'orders.place', input)),
      yes(world.ask(LIN, 'orders.place', input)),
    ])
    const three = await yes(world.ask(LIN, 'orders.place', input))
    expect(new Set([one.no, two.no, three.no]).size).toBe(1)
    expect(await left(world, 'season:fuji-2026')).toBe(708)
  })

  it('answers a double tap on pay with the same sheet, and a paid order with a plain no', async () => {
    const placed = await place(world)
    const tap = () => yes(world.ask(LIN, 'orders.pay', { no: placed.no, key: newKey() }))
    const [one, two] = await Promise.all([tap(), tap()])
    expect(two.outTradeNo).toBe(one.outTradeNo)
    expect((await tap()).sheet).toEqual(one.sheet)
    const [order] = await world.all('orders')
    expect(order.payment.attempts).toHaveLength(1)
    await pay(world, placed.no)
    expect((await no(world.ask(LIN, 'orders.pay', { no: placed.no, key: newKey() }))).code).toBe('ALREADY_PAID')
  })

  it('refuses a waybill that is in use and names its order; the parcel keeps waiting', async () => {
    const first = await packed(world)
    const second = await packed(world, CHEN)
    const ship = (id: string, waybill: string, carrier = 'SF') =>
      world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier, waybill })
    await yes(ship(first.id, 'SF00000000001'))
    const used = await no(ship(second.id, 'sf 0000 0000 001'))
    expect(used).toMatchObject({ code: 'WAYBILL_USED', field: 'waybill', details: { parcel: first.no } })
    expect((await no(ship(second.id, '12'))).code).toBe('WAYBILL_INVALID')
    expect((await no(ship(second.id, 'SF00000000002', 'CAMEL'))).code).toBe('CARRIER_UNKNOWN')
    await yes(ship(second.id, 'SF00000000002'))
  })

  it('gives a waybill back when the parcel may not leave', async () => {
    const waiting = await asked(world)
    const refusal = await no(
      world.ask(FANG, 'packing.ship', { id: waiting.id, key: newKey(), carrier: 'SF', waybill: 'SF00000000003' }),
    )
    expect(refusal.code).toBe('NOT_ALLOWED_NOW')
    const { id } = await packed(world, CHEN)
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF00000000003' }))
  })

  it('tells a mistyped imprint code from one that does not exist', async () => {
    expect((await no(world.ask(FANG, 'intake.find', { code: 'GY26-000001' }))).code).toBe('IMPRINT_CODE_MISTYPED')
    expect(await no(world.ask(FANG, 'intake.find', { code: 'GY26-000000' }))).toMatchObject({
      code: 'IMPRINT_CODE_UNKNOWN',
      message: { zh: '没有这个印码：GY26-000000' },
    })
    expect((await no(world.ask(FANG, 'intake.find', { code: 'hello' }))).code).toBe('IMPRINT_CODE_UNKNOWN')
  })

  it('hides other people’s orders, parcels and work', async () => {
    const { no: orderNo, id } = await asked(world)
    const key = newKey()
    for (const name of ['orders.pay', 'orders.checkPayment', 'orders.cancel', 'orders.confirmReceipt'] as const) {
      expect((await no(world.ask(CHEN, name, { no: orderNo, key }))).code).toBe('ORDER_UNKNOWN')
    }
    expect((await no(world.ask(CHEN, 'orders.get', { no: orderNo }))).code).toBe('ORDER_UNKNOWN')
    expect((await no(world.ask(CHEN, 'orders.confirmSend', { id, key }))).code).toBe('FULFILMENT_UNKNOWN')
    expect((await no(world.ask(TIANSHUI, 'work.get', { id }))).code).toBe('FULFILMENT_UNKNOWN')
    expect((await no(world.ask(LIN, 'packing.address', { id, key }))).code).toBe('NOT_YOURS')
    expect((await no(world.ask(QIXIA, 'review.list', {}))).code).toBe('NOT_YOURS')
    expect((await yes(world.ask(CHEN, 'orders.list', { tab: 'all' }))).cards).toEqual([])
  })

  it('shows the address only while the parcel is being packed', async () => {
    const { id } = await asked(world)
    expect((await no(world.ask(FANG, 'packing.address', { id, key: newKey() }))).code).toBe('NOT_ALLOWED_NOW')
  })

  it('shows no address again for an old tap, once the parcel has left', async () => {
    const { id } = await packed(world)
    const look = { id, key: newKey() }
    for (let taps = 0; taps < 2; taps++) await yes(world.ask(FANG, 'packing.address', look))
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF00000000009' }))
    expect((await no(world.ask(FANG, 'packing.address', look))).code).toBe('NOT_ALLOWED_NOW')
  })

  it('wants a reason for a mismatch and for a rejection', async () => {
    const { no: orderNo } = await place(world)
    await pay(world, orderNo)
    const refusal = await no(world.ask(FANG, 'review.reject', { no: orderNo, key: newKey(), reason: ' ' }))
    expect([refusal.code, refusal.field]).toEqual(['REASON_MISSING', 'reason'])
  })

  it('never promises the last fruit twice', async () => {
    const lines: Place['lines'] = [{ ...ready[0], packId: 'twelve', packs: 5 }]
    const inputs = [await orderInput(world, LIN, lines), await orderInput(world, CHEN, lines)]
    const answers = await Promise.all([
      world.ask(LIN, 'orders.place', inputs[0]),
      world.ask(CHEN, 'orders.place', inputs[1]),
    ])
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(await left(world, 'stock:fuji-xi-ready')).toBe(36)
  })
}

import { HOUR, startTestCloud, type TestCloud } from './support/cloud'
import {
  approved,
  BIRTHDAY_APPLES,
  CHEN,
  cutBefore,
  FANG,
  LIN,
  newKey,
  place,
  placeAndPay,
  placing,
  QIXIA,
  READY_APPLES,
} from './support/orders'

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const counter = (id: string) => shop.document('counters', id)
const leave = (id: string, available: number) => shop.put('counters', { ...counter(id), available })
const sum = (pieces: Record<string, number>) => Object.values(pieces).reduce((total, count) => total + count, 0)

describe('the last of a season', () => {
  it('is sold to as many as it is enough for, whoever orders at the same moment', async () => {
    await cutBefore(shop)
    const asks = await Promise.all(Array.from({ length: 9 }, (_, i) => placing(shop, `o-crowd-${i}`, BIRTHDAY_APPLES)))
    leave('season:fuji-2026', 50)
    const answers = await Promise.all(asks.map((ask, i) => shop.call(`o-crowd-${i}`, 'orders.place', ask)))
    const refusals = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
    expect(refusals).toEqual(Array(5).fill('SOLD_OUT'))
    expect(shop.documents('orders')).toHaveLength(4)
    const { available, holds } = counter('season:fuji-2026')
    expect({ available, held: sum(holds) }).toEqual({ available: 2, held: 48 })
  })

  it('is reserved once when the same tap arrives twice', async () => {
    const ask = await placing(shop, LIN, BIRTHDAY_APPLES)
    const [first, second] = await Promise.all([1, 2].map(() => shop.must(LIN, 'orders.place', ask)))
    const third = await shop.must(LIN, 'orders.place', ask)
    expect(new Set([first.no, second.no, third.no]).size).toBe(1)
    expect(counter('season:fuji-2026')).toMatchObject({ available: 708, holds: { [first.no]: 12 } })
  })

  it('is not kept by an order that another fruit of it was short for', async () => {
    const ask = await placing(shop, LIN, [...BIRTHDAY_APPLES, ...READY_APPLES])
    leave('stock:fuji-xi-ready', 5)
    const answer = await shop.call(LIN, 'orders.place', ask)
    expect(answer).toMatchObject({ ok: false, error: { code: 'SOLD_OUT', details: { left: 5 } } })
    expect(counter('season:fuji-2026')).toMatchObject({ available: 720, holds: {} })
    expect(counter('stock:fuji-xi-ready')).toMatchObject({ available: 5, holds: {} })
  })
})

describe('reserved fruit', () => {
  it('of a cancelled unpaid order comes back once', async () => {
    const { no } = await place(shop, LIN)
    const key = newKey()
    await Promise.all([1, 2, 3].map(() => shop.call(LIN, 'orders.cancel', { no, key })))
    await shop.cloud.clock.advance(HOUR)
    expect(counter('season:fuji-2026')).toMatchObject({ available: 720, holds: {}, sold: {} })
  })

  it('of a rejected paid order comes back once, with the money', async () => {
    const no = await placeAndPay(shop, LIN)
    await shop.must(FANG, 'review.reject', { no, key: newKey(), reason: '字太密，晒不清楚' })
    await shop.cloud.clock.advance(HOUR)
    expect(counter('season:fuji-2026')).toMatchObject({ available: 720, holds: {}, sold: {} })
    expect(shop.document('orders', no).payment.state).toBe('refunded')
  })

  it('that could not be given back is given back by the clock', async () => {
    const { no } = await place(shop, LIN)
    const broken = { action: 'database.modifyDocument', collection: 'counters', function: 'shop' } as const
    shop.cloud.machine.faults.add({ ...broken, kind: 'fail', code: 'SYS_ERR', message: 'no answer' })
    await shop.must(LIN, 'orders.cancel', { no, key: newKey() })
    expect(counter('season:fuji-2026').holds).toEqual({ [no]: 12 })
    await shop.cloud.clock.advance(HOUR)
    expect(counter('season:fuji-2026')).toMatchObject({ available: 720, holds: {} })
  })

  it('stays sold when the answer to the sale was lost on the way', async () => {
    const lost = { action: 'database.modifyDocument', collection: 'counters', function: 'payment' } as const
    shop.cloud.machine.faults.add({ ...lost, kind: 'drop-answer' })
    const no = await placeAndPay(shop, LIN)
    await shop.cloud.clock.advance(HOUR)
    expect(counter('season:fuji-2026')).toMatchObject({ available: 708, holds: {}, sold: { [no]: 12 } })
  })
})

describe("an orchard's share", () => {
  it('is taken from the orchard with most left', async () => {
    const { parcelId } = await approved(shop, LIN)
    expect(shop.document('fulfilments', parcelId)).toMatchObject({ state: 'offered', orchardId: 'qixia' })
    expect(counter('plot:qixia:fuji-2026')).toMatchObject({ available: 468, holds: { [parcelId]: 12 } })
  })

  it('returns when the orchard declines, and the next orchard is asked', async () => {
    const { parcelId } = await approved(shop, LIN)
    await shop.must(QIXIA, 'work.decline', { id: parcelId, key: newKey(), reason: '人手不够' })
    expect(shop.document('fulfilments', parcelId)).toMatchObject({
      state: 'offered',
      orchardId: 'tianshui',
      declinedBy: ['qixia'],
    })
    expect(counter('plot:qixia:fuji-2026')).toMatchObject({ available: 480, holds: {} })
    expect(counter('plot:tianshui:fuji-2026')).toMatchObject({ available: 228, holds: { [parcelId]: 12 } })
  })

  it('is never promised twice, however many orders are approved at once', async () => {
    await cutBefore(shop)
    leave('plot:qixia:fuji-2026', 24)
    leave('plot:tianshui:fuji-2026', 12)
    const orders = await Promise.all(
      [LIN, CHEN, 'o-shopper-3', 'o-shopper-4', 'o-shopper-5'].map((who) => placeAndPay(shop, who)),
    )
    await Promise.all(orders.map((no) => shop.must(FANG, 'review.approve', { no, key: newKey() })))
    const states = shop.documents('fulfilments').map(({ state }) => state)
    expect(states.sort()).toEqual(['offered', 'offered', 'offered', 'planned', 'planned'])
    expect([counter('plot:qixia:fuji-2026').available, counter('plot:tianshui:fuji-2026').available]).toEqual([0, 0])
  })

  it('that becomes free later is offered by the clock', async () => {
    leave('plot:qixia:fuji-2026', 0)
    leave('plot:tianshui:fuji-2026', 0)
    const { no, parcelId } = await approved(shop, LIN)
    expect(shop.document('orders', no).parcels).toMatchObject({ [parcelId]: { state: 'planned' } })
    leave('plot:tianshui:fuji-2026', 12)
    await shop.cloud.clock.advance(HOUR)
    expect(shop.document('fulfilments', parcelId)).toMatchObject({ state: 'offered', orchardId: 'tianshui' })
    expect(shop.document('orders', no).parcels).toMatchObject({ [parcelId]: { state: 'offered' } })
  })
})

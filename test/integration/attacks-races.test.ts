import type { ProcedureName } from '../../contract'
import type { FaultRule } from '../../localcloud/src/faults'
import { DAY, HOUR, MINUTE, startTestCloud, type TestCloud } from './support/cloud'
import {
  ADDRESS,
  approved,
  BIRTHDAY_APPLES,
  CHEN,
  FANG,
  LIN,
  newKey,
  place,
  placeAndPay,
  placing,
  QIXIA,
  READY_APPLES,
  TIANSHUI,
} from './support/orders'

jest.setTimeout(120_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const add = (rule: FaultRule) => shop.cloud.machine.faults.add(rule)
const parcel = (id: string) => shop.document('fulfilments', id)
const counter = (id: string) => shop.document('counters', id)
const told = (template: string) => shop.documents('inbox').filter((entry) => entry.template === template)
const code = (answer: { ok: true } | { ok: false; error: { code: string } }) => (answer.ok ? 'ok' : answer.error.code)

describe('an order whose answer was lost', () => {
  it('is found by the repeat: one order, its fruit held once', async () => {
    const ask = await placing(shop, LIN, BIRTHDAY_APPLES)
    add({ action: 'database.insertDocument', collection: 'orders', kind: 'drop-answer' })
    expect(code(await shop.call(LIN, 'orders.place', ask))).toBe('FAILED')
    const { no } = await shop.must(LIN, 'orders.place', ask)
    expect(shop.documents('orders').map(({ _id }) => _id)).toEqual([no])
    expect(counter('season:fuji-2026')).toMatchObject({ available: 708, holds: { [no]: 12 } })
  })

  it('does not answer for another one under the same key', async () => {
    const ask = await placing(shop, LIN, BIRTHDAY_APPLES)
    const { no } = await shop.must(LIN, 'orders.place', ask)
    const other = [
      { ...ask, address: { ...ADDRESS, detail: '别处 2 号' } },
      { ...ask, remark: '请周末送' },
      { ...ask, lines: [{ ...BIRTHDAY_APPLES[0], imprint: { kind: 'text', text: '平安', face: 'hei' } as const }] },
      { ...ask, lines: [...BIRTHDAY_APPLES, ...READY_APPLES] },
    ]
    for (const changed of other) {
      const answer = await shop.call(LIN, 'orders.place', changed)
      expect(answer).toMatchObject({ ok: false, error: { code: 'ALREADY_PLACED', details: { no } } })
    }
    expect((await shop.must(CHEN, 'orders.place', ask)).no).not.toBe(no)
    expect((await shop.must(LIN, 'orders.place', { ...ask, remark: ' ' })).no).toBe(no)
  })

  it('that was never written gives its fruit back the next night', async () => {
    const ask = await placing(shop, LIN, BIRTHDAY_APPLES)
    const { no: kept } = await place(shop, CHEN)
    add({ action: 'database.insertDocument', collection: 'orders', kind: 'kill-function', when: 'before' })
    await shop.call(LIN, 'orders.place', ask).catch(() => undefined)
    expect(counter('season:fuji-2026').available).toBe(696)
    await shop.must(CHEN, 'orders.cancel', { no: kept, key: newKey() })
    await shop.cloud.clock.advance(18 * HOUR + 10 * MINUTE)
    expect(counter('season:fuji-2026')).toMatchObject({ available: 720, holds: {}, sold: {} })
  })
})

describe('approval', () => {
  it.each([1, 2, 3, 4, 5, 6])('makes one parcel and one offer when its function dies after write %d', async (nth) => {
    const no = await placeAndPay(shop, LIN)
    add({ action: 'database.modifyDocument', function: 'merchant', nth, kind: 'kill-function', when: 'after' })
    await shop.call(FANG, 'review.approve', { no, key: newKey() }).catch(() => undefined)
    await shop.cloud.clock.advance(HOUR)
    expect(shop.documents('fulfilments')).toMatchObject([{ _id: `${no}-F1`, state: 'offered', orchardId: 'qixia' }])
    expect(shop.document('orders', no).parcels).toMatchObject({ [`${no}-F1`]: { state: 'offered' } })
    expect(counter('plot:qixia:fuji-2026')).toMatchObject({ available: 468, holds: { [`${no}-F1`]: 12 } })
    expect([told('offered').length, told('approved').length]).toEqual([1, 1])
  })

  it('for which no orchard has room is told to the merchant, and tried every day until one has', async () => {
    for (const id of ['plot:qixia:fuji-2026', 'plot:tianshui:fuji-2026']) {
      shop.put('counters', { ...counter(id), available: 0 })
    }
    const { no, parcelId } = await approved(shop, LIN)
    await shop.cloud.clock.advance(3 * HOUR)
    expect(told('stuck').map(({ openid, body }) => [openid, body.zh])).toEqual([
      [FANG, `${no}，红富士 · 生日快乐：没有果园能接`],
    ])
    expect((await shop.must(FANG, 'desk.get', {})).toAllot).toBe(1)
    await shop.cloud.clock.advance(2 * DAY)
    expect(told('stuck')).toHaveLength(1)
    shop.put('counters', { ...counter('plot:tianshui:fuji-2026'), available: 12 })
    await shop.cloud.clock.advance(DAY)
    expect(parcel(parcelId)).toMatchObject({ state: 'offered', orchardId: 'tianshui' })
    expect((await shop.must(FANG, 'desk.get', {})).toAllot).toBe(0)
  })
})

describe('an orchard that has declined', () => {
  it('cannot decline again for the orchard that is asked now', async () => {
    const { parcelId: id } = await approved(shop, LIN)
    const key = newKey()
    await shop.must(QIXIA, 'work.decline', { id, key })
    const before = parcel(id)
    expect(before).toMatchObject({ state: 'offered', orchardId: 'tianshui' })
    const others: [ProcedureName, object][] = [
      ['work.decline', { id, key: newKey() }],
      ['work.accept', { id, key }],
      ['work.record', { id, key, step: 'sticker' }],
    ]
    for (const [name, input] of others) {
      expect(code(await shop.call(QIXIA, name, input as never))).toBe('FULFILMENT_UNKNOWN')
    }
    expect(await shop.must(QIXIA, 'work.decline', { id, key })).toEqual({ id })
    expect(parcel(id)).toEqual(before)
    await shop.must(TIANSHUI, 'work.accept', { id, key: newKey() })
  })
})

describe('a key', () => {
  it('answers for one act only', async () => {
    const { parcelId: id } = await approved(shop, LIN)
    const key = newKey()
    await shop.must(QIXIA, 'work.accept', { id, key })
    for (const step of ['sticker', 'colour', 'harvest', 'dispatch'] as const) {
      await shop.must(QIXIA, 'work.record', { id, key, step })
      await shop.must(QIXIA, 'work.record', { id, key, step })
    }
    await shop.must(FANG, 'intake.receive', { id, key })
    await shop.must(FANG, 'intake.pass', { id, key })
    expect(parcel(id).state).toBe('passed')
    expect(parcel(id).history.filter(({ by }) => by.id === QIXIA)).toHaveLength(5)
  })
})

describe('handing over to the carrier', () => {
  const ship = (id: string, waybill: string, key = newKey()) =>
    shop.call(FANG, 'packing.ship', { id, key, carrier: 'SF', waybill })
  const uses = (id: string) =>
    shop.documents('waybills').flatMap(({ _id, fulfilmentId }) => (fulfilmentId === id ? [_id] : []))

  it('does not lose a waybill to a function that died before its parcel left', async () => {
    const id = `${await placeAndPay(shop, LIN, READY_APPLES)}-F1`
    const other = `${await placeAndPay(shop, CHEN, READY_APPLES)}-F1`
    add({ action: 'database.insertDocument', collection: 'waybills', kind: 'kill-function', when: 'after' })
    await ship(id, 'SF0000000004').catch(() => undefined)
    expect(code(await ship(other, 'SF0000000004'))).toBe('WAYBILL_USED')
    expect(code(await ship(id, 'SF0000000005'))).toBe('ok')
    expect(code(await ship(other, 'SF0000000004'))).toBe('ok')
  })

  it('happens once although the answer was lost, and keeps its waybill', async () => {
    const id = `${await placeAndPay(shop, LIN, READY_APPLES)}-F1`
    const key = newKey()
    add({ action: 'database.modifyDocument', collection: 'fulfilments', function: 'merchant', kind: 'drop-answer' })
    expect(code(await ship(id, 'SF0000000006', key))).toBe('FAILED')
    expect(code(await ship(id, 'SF0000000006', key))).toBe('ok')
    await shop.cloud.clock.advance(HOUR)
    expect(uses(id)).toEqual(['SF:SF0000000006'])
    expect(told('shipped')).toHaveLength(1)
    expect(shop.cloud.machine.records.list('shipping')).toHaveLength(1)
  })
})

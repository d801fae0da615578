import type { FaultRule } from '../../localcloud/src/faults'
import { DAY, HOUR, MINUTE, startTestCloud, type TestCloud } from './support/cloud'
import { CHEN, FANG, LIN, newKey, openSheet, place, placeAndPay } from './support/orders'

jest.setTimeout(120_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const add = (rule: FaultRule) => shop.cloud.machine.faults.add(rule)
const deaf = { action: 'wx.wxPayApi', kind: 'fail', code: 'SYS_ERR', message: 'no answer' } as const
const order = (no: string) => shop.document('orders', no)
const season = () => shop.document('counters', 'season:fuji-2026')
const refunds = () => shop.cloud.machine.refunds.list().map(({ outTradeNo, refundFee }) => [outTradeNo, refundFee])
const told = (template: string) => shop.documents('inbox').filter((entry) => entry.template === template)
const notify = (outTradeNo: string) =>
  shop.cloud.machine.invoker.invoke({ name: 'payment', event: { outTradeNo }, identity: {}, source: 'service' })

/** Two sheets of one order, which need a first one for another total. */
async function twoSheets() {
  const { no } = await place(shop, LIN)
  const first = await openSheet(shop, LIN, no)
  const { payment } = order(no)
  const attempts = [{ ...payment.attempts[0], totalFen: first.totalFen - 1 }]
  shop.put('orders', { ...order(no), payment: { ...payment, attempts } })
  return { no, first, second: await openSheet(shop, LIN, no) }
}

function expectOnePaidOneBack(no: string, back: string) {
  const { state, payment, totalFen } = order(no)
  expect(state).toBe('inReview')
  expect(payment).toMatchObject({ state: 'paid', paidFen: totalFen, refundedFen: 0 })
  expect(payment.paidWith).not.toBe(back)
  expect(payment.strays).toMatchObject([{ outTradeNo: back, paidFen: totalFen, why: 'again' }])
  expect(payment.strays?.[0].sentBackAt).toBeDefined()
  expect(refunds()).toEqual([[back, totalFen]])
  expect(told('sentBack')).toHaveLength(1)
  expect(season()).toMatchObject({ available: 708, holds: {}, sold: { [no]: 12 } })
}

describe('a second sheet of one order', () => {
  it('cannot be paid once the first one is', async () => {
    const { first, second } = await twoSheets()
    await shop.usePaymentSheet(LIN, first.sheet)
    expect(await shop.usePaymentSheet(LIN, second.sheet)).toMatch(/已关闭/)
    expect(refunds()).toEqual([])
  })

  it('that was paid all the same goes back once, though the answer to the refund is lost', async () => {
    const { no, first, second } = await twoSheets()
    // Paying the first asks about it, then about the second: WeChat does not hear that.
    add({ ...deaf, function: 'payment', nth: 2 })
    await shop.usePaymentSheet(LIN, first.sheet)
    add({ action: deaf.action, function: 'payment', nth: 2, kind: 'drop-answer' })
    await shop.usePaymentSheet(LIN, second.sheet)
    await notify(second.outTradeNo)
    await shop.cloud.clock.advance(3 * HOUR)
    expectOnePaidOneBack(no, second.outTradeNo)
  })

  it('paid at the same moment as the first goes back once', async () => {
    const { no, first, second } = await twoSheets()
    await Promise.all([first, second].map(({ sheet }) => shop.usePaymentSheet(LIN, sheet)))
    await shop.cloud.clock.advance(3 * HOUR)
    expectOnePaidOneBack(no, order(no).payment.paidWith === first.outTradeNo ? second.outTradeNo : first.outTradeNo)
  })

  it('goes back though every notice of both payments is lost', async () => {
    const { no, first, second } = await twoSheets()
    for (const { sheet } of [first, second]) {
      shop.cloud.machine.notices.faultNext({ kind: 'lose' })
      await shop.usePaymentSheet(LIN, sheet)
    }
    await shop.cloud.clock.advance(HOUR)
    expectOnePaidOneBack(no, second.outTradeNo)
  })
})

describe('a payment of another sum', () => {
  it.each([-1, 1])('(%d fen) goes back whole, and the order can still be paid', async (difference) => {
    const { no } = await place(shop, LIN)
    const wrong = await openSheet(shop, LIN, no)
    shop.put('orders', { ...order(no), totalFen: wrong.totalFen - difference })
    await shop.usePaymentSheet(LIN, wrong.sheet)
    expect(await notify(wrong.outTradeNo)).toMatchObject({ result: { errcode: 0 } })
    expect(order(no)).toMatchObject({ state: 'placed', payment: { state: 'due', paidFen: 0 } })
    expect(order(no).payment.strays).toMatchObject([{ why: 'wrongAmount', paidFen: wrong.totalFen }])
    const right = await openSheet(shop, LIN, no)
    expect(right.outTradeNo).toBe(`${no}P2`)
    await shop.usePaymentSheet(LIN, right.sheet)
    await shop.cloud.clock.advance(3 * HOUR)
    expect(order(no)).toMatchObject({ state: 'inReview', payment: { state: 'paid', paidWith: `${no}P2` } })
    expect(refunds()).toEqual([[`${no}P1`, wrong.totalFen]])
  })

  it('does not stay with us when the order then expires', async () => {
    const { no } = await place(shop, LIN)
    const wrong = await openSheet(shop, LIN, no)
    shop.put('orders', { ...order(no), totalFen: wrong.totalFen + 1 })
    shop.cloud.machine.notices.faultNext({ kind: 'lose' })
    await shop.usePaymentSheet(LIN, wrong.sheet)
    await shop.cloud.clock.advance(3 * HOUR)
    expect(order(no)).toMatchObject({ state: 'cancelled', payment: { state: 'due', paidFen: 0 } })
    expect(refunds()).toEqual([[`${no}P1`, wrong.totalFen]])
    expect(season()).toMatchObject({ available: 720, holds: {}, sold: {} })
  })
})

describe('a payment', () => {
  it.each([1, 2, 3])('is taken once when its function dies after write %d', async (nth) => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    add({ action: 'database.modifyDocument', function: 'payment', nth, kind: 'kill-function', when: 'after' })
    await shop.usePaymentSheet(LIN, sheet)
    expect(shop.cloud.machine.faults.list()).toEqual([])
    await shop.cloud.clock.advance(HOUR)
    expect(order(no)).toMatchObject({ state: 'inReview', payment: { state: 'paid', refundedFen: 0 } })
    expect(season()).toMatchObject({ available: 708, holds: {}, sold: { [no]: 12 } })
    expect([told('paid').length, told('toReview').length, refunds().length]).toEqual([1, 1, 0])
  })

  it('whose notice comes after the order is gone goes back', async () => {
    const { no } = await place(shop, LIN)
    const { sheet, totalFen } = await openSheet(shop, LIN, no)
    shop.cloud.machine.notices.faultNext({ kind: 'delay', ms: 2 * HOUR })
    const pay = () => shop.usePaymentSheet(LIN, sheet)
    await shop.cloud.clock.advance(29 * MINUTE)
    await pay()
    await shop.must(LIN, 'orders.cancel', { no, key: newKey() })
    await shop.cloud.clock.advance(3 * HOUR)
    expect(order(no)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded', refundedFen: totalFen } })
    expect(refunds()).toEqual([[`${no}P1`, totalFen]])
  })
})

describe('cancelling', () => {
  it('at the moment of paying keeps neither the money nor the fruit', async () => {
    for (let i = 0; i < 4; i++) {
      const { no } = await place(shop, LIN)
      const { sheet } = await openSheet(shop, LIN, no)
      const cancel = () => shop.call(LIN, 'orders.cancel', { no, key: newKey() })
      const pay = () => shop.usePaymentSheet(LIN, sheet)
      await Promise.all(i % 2 ? [cancel(), pay()] : [pay(), cancel()])
      if (order(no).state !== 'cancelled') await cancel()
      await shop.cloud.clock.advance(3 * HOUR)
      const { state, payment } = order(no)
      expect([state, payment.paidFen - payment.refundedFen]).toEqual(['cancelled', 0])
      expect(shop.cloud.machine.orders.find({ outTradeNo: `${no}P1` })?.state).toBe(
        payment.paidFen ? 'REFUND' : 'CLOSED',
      )
    }
    expect(season()).toMatchObject({ available: 720, holds: {}, sold: {} })
  })

  it('at the moment of expiry, or of paying then, ends in one of the two and adds up', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    await shop.cloud.clock.advance(29 * MINUTE)
    await Promise.all([shop.cloud.clock.advance(11 * MINUTE), shop.usePaymentSheet(LIN, sheet)])
    await shop.cloud.clock.advance(3 * HOUR)
    const { state, payment, totalFen } = order(no)
    const kept = payment.paidFen - payment.refundedFen
    expect([state, kept]).toEqual(state === 'cancelled' ? ['cancelled', 0] : ['inReview', totalFen])
    expect(season().available).toBe(state === 'cancelled' ? 720 : 708)
  })

  it('at the moment of approval ends in one of the two and adds up', async () => {
    for (let i = 0; i < 4; i++) {
      const no = await placeAndPay(shop, LIN)
      const acts = [
        () => shop.call(LIN, 'orders.cancel', { no, key: newKey() }),
        () => shop.call(FANG, 'review.approve', { no, key: newKey() }),
      ]
      const answers = await Promise.all((i % 2 ? acts : [...acts].reverse()).map((act) => act()))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      const { state, payment } = order(no)
      const parcels = shop.documents('fulfilments').filter(({ orderNo }) => orderNo === no)
      expect([state, payment.state, parcels.length]).toEqual(
        state === 'cancelled' ? ['cancelled', 'refunded', 0] : ['accepted', 'paid', 1],
      )
    }
  })
})

describe('a refund', () => {
  it.each([
    ['wx.wxPayApi', 1],
    ['database.modifyDocument', 2],
    ['database.modifyDocument', 3],
    ['database.modifyDocument', 4],
  ])('is made once, and the fruit given back once, when its function dies after %s number %d', async (action, nth) => {
    const no = await placeAndPay(shop, LIN)
    add({ action, nth, function: 'merchant', kind: 'kill-function', when: 'after' })
    const reject = { no, key: newKey(), reason: '字太密，晒不清楚' }
    await shop.call(FANG, 'review.reject', reject).catch(() => undefined)
    expect(shop.cloud.machine.faults.list()).toEqual([])
    await shop.cloud.clock.advance(3 * HOUR)
    expect(order(no)).toMatchObject({ state: 'cancelled', payment: { state: 'refunded' } })
    expect(refunds()).toEqual([[`${no}P1`, order(no).totalFen]])
    expect(season()).toMatchObject({ available: 720, holds: {}, sold: {} })
    expect(told('rejected')).toHaveLength(1)
  })

  it('that WeChat will not make is tried daily until it does, and the merchant is told once', async () => {
    const no = await placeAndPay(shop, CHEN)
    add({ ...deaf, times: 9 })
    await shop.must(FANG, 'review.reject', { no, key: newKey(), reason: '字太密，晒不清楚' })
    await shop.cloud.clock.advance(4 * HOUR)
    expect(told('stuck').map(({ openid, body }) => [openid, body.zh.split('：')[1]])).toEqual([[FANG, '退款没退成']])
    expect(refunds()).toEqual([])
    await shop.cloud.clock.advance(2 * DAY)
    expect(refunds()).toEqual([[`${no}P1`, order(no).totalFen]])
    expect(order(no).payment.state).toBe('refunded')
    expect(told('stuck')).toHaveLength(1)
  })
})

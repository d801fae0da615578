import type { FaultRule } from '../../../localcloud/src/faults'
import { DAY, HOUR, MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import { CHEN, FANG, LIN, newKey, openSheet, place, placeAndPay } from '../support/orders'

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

import type { FaultRule } from '../../../localcloud/src/faults'
import { HOUR, startTestCloud, type TestCloud } from '../support/cloud'
import { setAtWeChat } from '../support/acts'
import { LIN, openSheet, place } from '../support/orders'

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

/** Two sheets of one order that can both be paid: WeChat opened the first one again after it was replaced. */
async function twoSheets() {
  const { no } = await place(shop, LIN)
  const first = await openSheet(shop, LIN, no)
  setAtWeChat(shop, first.outTradeNo, 'CLOSED')
  const second = await openSheet(shop, LIN, no)
  setAtWeChat(shop, first.outTradeNo, 'NOTPAY')
  return { no, first, second }
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

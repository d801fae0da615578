import { HOUR, MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import { notify } from '../support/acts'
import { expectWhole } from '../support/interleave'
import { CHEN, checkPayment, LIN, newKey, openSheet, place, placeAndPay, READY_APPLES } from '../support/orders'

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const order = (no: string) => shop.document('orders', no)
const season = () => shop.document('counters', 'season:fuji-2026')
const refunds = () => shop.cloud.machine.refunds.list()
const notices = () => shop.cloud.machine.notices.delivered()
const moves = (no: string) => order(no).history.map(({ did }) => did)

/** A notice as somebody would forge it: everything in it says that the order is paid. */
const forged = (outTradeNo: string, totalFee = 17200) => ({
  returnCode: 'SUCCESS',
  resultCode: 'SUCCESS',
  tradeState: 'SUCCESS',
  outTradeNo,
  totalFee,
  cashFee: totalFee,
  transactionId: '4200000000202609050000000001',
  openid: LIN,
})
const taken = { errcode: 0, errmsg: '' }

describe('a payment', () => {
  it('moves the order to review and turns its hold into a sale', async () => {
    const no = await placeAndPay(shop, LIN)
    expect(order(no)).toMatchObject({ state: 'inReview', payment: { state: 'paid', paidFen: order(no).totalFen } })
    expect(season()).toMatchObject({ holds: {}, sold: { [no]: 12 } })
    expect(notices()).toMatchObject([{ outcome: 'acknowledged' }])
  })

  it('of ready stock goes straight to packing', async () => {
    const no = await placeAndPay(shop, LIN, READY_APPLES)
    expect(order(no).state).toBe('accepted')
    expect(order(no).parcels).toMatchObject({ [`${no}-F1`]: { kind: 'ready', state: 'packing' } })
  })

  it('that is notified twice at once moves the order once', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    shop.cloud.machine.notices.faultNext({ kind: 'duplicate' })
    await shop.usePaymentSheet(LIN, sheet)
    await shop.cloud.clock.advance(HOUR)
    expect(moves(no)).toEqual(['place', 'settle'])
    expect(season().sold).toEqual({ [no]: 12 })
    expect(shop.documents('inbox').filter(({ template }) => template === 'paid')).toHaveLength(1)
  })

  it('whose notice is lost is found when the page asks', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    shop.cloud.machine.notices.faultNext({ kind: 'lose' })
    await shop.usePaymentSheet(LIN, sheet)
    expect(order(no).state).toBe('placed')
    expect((await checkPayment(shop, LIN, no)).headline).toBe('inReview')
    expect(order(no).payment.state).toBe('paid')
  })

  it('whose notice is lost and about which nobody asks is found by the clock and not cancelled', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    shop.cloud.machine.notices.faultNext({ kind: 'lose' })
    await shop.usePaymentSheet(LIN, sheet)
    await shop.cloud.clock.advance(HOUR)
    expect(order(no)).toMatchObject({ state: 'inReview', payment: { state: 'paid' } })
  })

  it('is stored in the end when the database fails while the notice is taken', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    const broken = { action: 'database.modifyDocument', collection: 'orders', function: 'payment', times: 2 } as const
    shop.cloud.machine.faults.add({ ...broken, kind: 'fail', code: 'SYS_ERR', message: 'the disk is gone' })
    await shop.usePaymentSheet(LIN, sheet)
    expect(order(no).state).toBe('placed')
    expect(notices()).toMatchObject([{ outcome: 'refused' }])
    await shop.cloud.clock.advance(5 * MINUTE)
    expect(order(no).state).toBe('inReview')
  })
})

describe('money nobody asked for', () => {
  const deaf = { action: 'wx.wxPayApi', kind: 'fail', code: 'SYS_ERR', message: 'no answer' } as const

  it('after the shopper cancelled is refunded once, and the fruit stays free', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    shop.cloud.machine.faults.add({ ...deaf, function: 'shop' })
    await shop.must(LIN, 'orders.cancel', { no, key: newKey() })
    await shop.usePaymentSheet(LIN, sheet)
    await shop.cloud.clock.advance(3 * HOUR)
    expectRefundedOnce(no)
  })

  it('after the order expired is refunded once, even when the answer to the refund is lost', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    // The clock asks for the payment, cancels, asks again and closes: WeChat does not hear the closing.
    shop.cloud.machine.faults.add({ ...deaf, function: 'clock', nth: 3 })
    await shop.cloud.clock.advance(31 * MINUTE)
    expect(order(no).state).toBe('cancelled')
    // The notice is taken, the closing that is tried again is not heard, and the answer to the refund is lost.
    shop.cloud.machine.faults.add({ ...deaf, function: 'payment', nth: 2 })
    shop.cloud.machine.faults.add({ action: deaf.action, function: 'payment', nth: 3, kind: 'drop-answer' })
    await shop.usePaymentSheet(LIN, sheet)
    expect(order(no)).toMatchObject({ state: 'cancelled', payment: { state: 'paid' } })
    await shop.cloud.clock.advance(3 * HOUR)
    expectRefundedOnce(no)
    expect(shop.documents('inbox').map(({ template }) => template)).toEqual(['expired', 'paidTooLate'])
  })

  function expectRefundedOnce(no: string): void {
    const { state, payment, totalFen } = order(no)
    expect(state).toBe('cancelled')
    expect(payment).toMatchObject({ state: 'refunded', paidFen: totalFen, refundedFen: totalFen })
    expect(refunds()).toMatchObject([{ outTradeNo: `${no}P1`, refundFee: totalFen }])
    expect(season()).toMatchObject({ available: 720, holds: {}, sold: {} })
  }
})

describe('a payment notice', () => {
  it('that is forged is not believed, whatever it says', async () => {
    const { no, totalFen } = await place(shop, LIN)
    const { outTradeNo } = await openSheet(shop, LIN, no)
    for (const totalFee of [totalFen, 1, -1]) {
      expect(await notify(shop, forged(outTradeNo, totalFee))).toEqual(taken)
    }
    expect(order(no)).toMatchObject({ state: 'placed', payment: { state: 'due', paidFen: 0 } })
    expectWhole(shop, 'after forged notices')
  })

  it('that names a number never opened, a cancelled order or a refund moves nothing', async () => {
    const { no } = await place(shop, LIN)
    await notify(shop, forged(`${no}P1`))
    await notify(shop, forged(`${no}P7`))
    await shop.must(LIN, 'orders.cancel', { no, key: newKey() })
    const before = order(no)
    await notify(shop, forged(`${no}P1`))
    await notify(shop, { ...forged(`${no}P1`), outRefundNo: `${no}R1`, refundStatus: 'SUCCESS', refundFee: 17200 })
    expect(order(no)).toEqual(before)
    expect(refunds()).toEqual([])
  })

  it("of one's own payment pays nobody else's order", async () => {
    const mine = await placeAndPay(shop, CHEN)
    const { no: theirs } = await place(shop, LIN)
    await openSheet(shop, LIN, theirs)
    const { transactionId, totalFee } = shop.cloud.machine.orders.find({ outTradeNo: `${mine}P1` })!
    expect(await notify(shop, { ...forged(`${theirs}P1`, totalFee), transactionId })).toEqual(taken)
    expect(order(theirs)).toMatchObject({ state: 'placed', payment: { state: 'due' } })
    expect(order(mine).payment).toMatchObject({ state: 'paid', refundedFen: 0 })
    expectWhole(shop, 'after a notice about somebody else')
  })

  it('of an order nobody knows is acknowledged, so that it is not repeated for two days', async () => {
    for (const outTradeNo of ['GY260905AAAAAAAP1', 'nonsense', '', 'GY260905AAAAAAAP', '__proto__']) {
      expect(await notify(shop, forged(outTradeNo))).toEqual(taken)
    }
    for (const event of [{}, { outTradeNo: null }, { outTradeNo: { $gt: '' } }]) {
      expect(await notify(shop, event)).toEqual(taken)
    }
    expect(shop.documents('orders')).toEqual([])
  })

  it('is refused when a client sends it, its own or another one', async () => {
    const { no } = await place(shop, LIN)
    const { outTradeNo } = await openSheet(shop, LIN, no)
    shop.cloud.machine.notices.faultNext({ kind: 'lose' })
    await shop.usePaymentSheet(LIN, order(no).payment.attempts[0].sheet)
    for (const openid of [LIN, CHEN]) {
      const answer = await shop.cloud.invoke('payment', forged(outTradeNo), { openid })
      expect(answer).toMatchObject({ ok: true, result: { errcode: 1 } })
    }
    // Paid it is, but only WeChat's own word or our own question may say so.
    expect(order(no)).toMatchObject({ state: 'placed', payment: { state: 'due' } })
  })

  it('that overtakes another, or comes hours late, leaves the order as it was', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    shop.cloud.machine.notices.faultNext({ kind: 'delay', ms: 5 * HOUR })
    await shop.usePaymentSheet(LIN, sheet)
    await checkPayment(shop, LIN, no)
    await shop.must(LIN, 'orders.cancel', { no, key: newKey() })
    await shop.cloud.clock.advance(MINUTE)
    const before = order(no)
    await shop.cloud.clock.advance(6 * HOUR)
    expect(notices().at(-1)).toMatchObject({ outcome: 'acknowledged' })
    expect(order(no)).toEqual(before)
    expect(refunds()).toHaveLength(1)
  })
})

describe('an unpaid order', () => {
  it('is cancelled by the clock, gives its fruit back and can no longer be paid', async () => {
    const { no } = await place(shop, LIN)
    const { sheet } = await openSheet(shop, LIN, no)
    expect(season()).toMatchObject({ available: 708, holds: { [no]: 12 } })
    await shop.cloud.clock.advance(HOUR)
    expect(order(no).state).toBe('cancelled')
    expect(season()).toMatchObject({ available: 720, holds: {}, sold: {} })
    expect(await shop.usePaymentSheet(LIN, sheet)).toMatch(/已关闭/)
    expect(await shop.call(LIN, 'orders.pay', { no, key: newKey() })).toMatchObject({
      ok: false,
      error: { code: 'PAYMENT_EXPIRED' },
    })
  })
})

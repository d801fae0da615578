import type { FaultRule } from '../../../localcloud/src/faults'
import { ask, jump, setAtWeChat } from '../support/acts'
import { HOUR, MINUTE, startTestCloud, type TestCloud } from '../support/cloud'
import { everyMeeting, expectWhole } from '../support/interleave'
import { CHEN, LIN, newKey, openSheet, place } from '../support/orders'

jest.setTimeout(300_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const add = (rule: FaultRule) => shop.cloud.machine.faults.add(rule)
const deaf = { action: 'wx.wxPayApi', function: 'shop', kind: 'fail', code: 'SYS_ERR', message: 'no answer' } as const
const order = (no: string) => shop.document('orders', no)
const numbers = (no: string) => order(no).payment.attempts.map(({ outTradeNo }) => outTradeNo)
const atWeChat = () => shop.cloud.machine.orders.list().map(({ outTradeNo, state }) => [outTradeNo, state])
const refunds = () => shop.cloud.machine.refunds.list().map(({ outTradeNo }) => outTradeNo)
const pay = (no: string) => ask(shop, LIN, 'orders.pay', { no, key: newKey() })

/** An order with one open sheet; `payableFor` stretches the time to pay, which policy keeps shorter than a sheet's life. */
async function withSheet(payableFor = 30 * MINUTE) {
  const { no } = await place(shop, LIN)
  const first = await openSheet(shop, LIN, no)
  const payBy = new Date(Date.parse(shop.cloud.clock.now()) + payableFor).toISOString()
  shop.put('orders', { ...order(no), payBy, dueAt: payBy })
  return { no, first }
}

async function payInSilence(sheet: Record<string, string>): Promise<void> {
  shop.cloud.machine.notices.faultNext({ kind: 'lose' })
  expect(await shop.usePaymentSheet(LIN, sheet)).toBe('requestPayment:ok')
}

async function expectPaidOnceWith(no: string, outTradeNo: string): Promise<void> {
  await shop.cloud.clock.advance(3 * HOUR)
  const { state, payment, totalFen } = order(no)
  expect(state).toBe('inReview')
  expect(payment).toMatchObject({ state: 'paid', paidWith: outTradeNo, paidFen: totalFen, refundedFen: 0 })
  expect(shop.document('counters', 'season:fuji-2026').available).toBe(708)
  expectWhole(shop, 'after the second attempt', { settled: true })
}

describe('paying again', () => {
  it('opens the same sheet as long as WeChat keeps it open', async () => {
    const { no, first } = await withSheet()
    const again = await openSheet(shop, LIN, no)
    expect(again).toEqual(first)
    expect(numbers(no)).toEqual([first.outTradeNo])
  })

  it('gets a fresh number when WeChat has closed the first one, and exactly one payment counts', async () => {
    const { no, first } = await withSheet()
    setAtWeChat(shop, first.outTradeNo, 'CLOSED')
    const second = await openSheet(shop, LIN, no)
    expect(second.outTradeNo).toBe(`${no}P2`)
    expect(second.sheet.package).not.toBe(first.sheet.package)
    expect(await shop.usePaymentSheet(LIN, first.sheet)).toMatch(/已关闭/)
    expect(await shop.usePaymentSheet(LIN, second.sheet)).toBe('requestPayment:ok')
    await expectPaidOnceWith(no, `${no}P2`)
    expect(refunds()).toEqual([])
  })

  it('gets a fresh number as often as WeChat closes one', async () => {
    const { no } = await withSheet()
    for (const n of [1, 2, 3]) {
      setAtWeChat(shop, `${no}P${n}`, 'CLOSED')
      expect((await openSheet(shop, LIN, no)).outTradeNo).toBe(`${no}P${n + 1}`)
    }
    await shop.usePaymentSheet(LIN, (await openSheet(shop, LIN, no)).sheet)
    await expectPaidOnceWith(no, `${no}P4`)
  })

  it('closes a sheet that has grown too old before it opens the next one', async () => {
    const { no, first } = await withSheet(3 * HOUR)
    jump(shop, 115 * MINUTE)
    const second = await openSheet(shop, LIN, no)
    expect(atWeChat()).toEqual([
      [first.outTradeNo, 'CLOSED'],
      [second.outTradeNo, 'NOTPAY'],
    ])
    await shop.usePaymentSheet(LIN, second.sheet)
    await expectPaidOnceWith(no, `${no}P2`)
  })

  it('settles what was paid while its notice was lost, instead of opening another sheet', async () => {
    for (const age of [0, 115 * MINUTE]) {
      const { no, first } = await withSheet(3 * HOUR)
      jump(shop, age)
      await payInSilence(first.sheet)
      expect(order(no).state).toBe('placed')
      expect(await pay(no)).toBe('ALREADY_PAID')
      expect(order(no)).toMatchObject({ state: 'inReview', payment: { state: 'paid', paidWith: `${no}P1` } })
      expect(numbers(no)).toEqual([`${no}P1`])
      expect(await pay(no)).toBe('ALREADY_PAID')
      await shop.reset()
    }
  })

  it('opens another sheet when the first one was paid with another sum, which goes back', async () => {
    const { no, first } = await withSheet()
    shop.put('orders', { ...order(no), totalFen: first.totalFen + 1 })
    await payInSilence(first.sheet)
    const second = await openSheet(shop, LIN, no)
    expect(second.outTradeNo).toBe(`${no}P2`)
    expect(order(no).payment.strays).toMatchObject([{ outTradeNo: `${no}P1`, why: 'wrongAmount' }])
    await shop.usePaymentSheet(LIN, second.sheet)
    await shop.cloud.clock.advance(HOUR)
    expect(order(no).payment).toMatchObject({ state: 'paid', paidWith: `${no}P2` })
    expect(refunds()).toEqual([`${no}P1`])
  })

  it('gets a fresh number when the first payment was sent back by hand before we knew of it', async () => {
    const { no, first } = await withSheet()
    await payInSilence(first.sheet)
    setAtWeChat(shop, first.outTradeNo, 'REFUND')
    const second = await openSheet(shop, LIN, no)
    expect(second.outTradeNo).toBe(`${no}P2`)
    await shop.usePaymentSheet(LIN, second.sheet)
    expect(order(no).payment).toMatchObject({ state: 'paid', paidWith: `${no}P2` })
  })

  it.each([
    ['about the first sheet', 1],
    ['when the first sheet is to be closed', 2],
  ])('never opens a second number while WeChat does not answer %s', async (_what, nth) => {
    const { no, first } = await withSheet(3 * HOUR)
    jump(shop, 115 * MINUTE)
    add({ ...deaf, nth })
    expect(await pay(no)).toBe('PAYMENT_UNAVAILABLE')
    expect(atWeChat()).toEqual([[first.outTradeNo, 'NOTPAY']])
    expect(await pay(no)).toBe('ok')
    expect(numbers(no)).toEqual([`${no}P1`, `${no}P2`])
  })

  it('asks WeChat once more only when a sheet is opened again', async () => {
    const { no } = await place(shop, CHEN)
    const payCalls = () => shop.cloud.machine.wireLog.list().filter(({ action }) => action === 'wx.wxPayApi').length
    const before = payCalls()
    await openSheet(shop, CHEN, no)
    expect(payCalls() - before).toBe(1)
    await openSheet(shop, CHEN, no)
    expect(payCalls() - before).toBe(2)
  })

  it('as the old sheet is being paid ends with one payment, wherever the two meet', async () => {
    const points = await everyMeeting(shop, {
      async prepare() {
        const at = await withSheet(3 * HOUR)
        jump(shop, 115 * MINUTE)
        return at
      },
      one: ({ first }) => shop.usePaymentSheet(LIN, first.sheet),
      other: ({ no }) => shop.call(LIN, 'orders.pay', { no, key: newKey() }),
      async check({ no }, { other }) {
        const second = other as Awaited<ReturnType<typeof shop.call<'orders.pay'>>>
        if (second.ok) await shop.usePaymentSheet(LIN, second.data.sheet)
        await shop.cloud.clock.advance(11 * MINUTE)
        const { state, payment, totalFen } = order(no)
        expect([state, payment.state, payment.paidFen, refunds()]).toEqual(['inReview', 'paid', totalFen, []])
      },
    })
    expect(points).toBeGreaterThan(8)
  })

  it('twice at once after WeChat has closed the first number opens one fresh number', async () => {
    await everyMeeting(shop, {
      async prepare() {
        const at = await withSheet()
        setAtWeChat(shop, at.first.outTradeNo, 'CLOSED')
        return at
      },
      one: ({ no }) => openSheet(shop, LIN, no),
      other: ({ no }) => openSheet(shop, LIN, no),
      check({ no }) {
        expect(numbers(no)).toEqual([`${no}P1`, `${no}P2`])
        expect(atWeChat()).toHaveLength(2)
      },
    })
  })
})

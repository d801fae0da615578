import { startTestCloud, type TestCloud } from '../support/cloud'
import { ask, notify, tick } from '../support/acts'
import { everyMeeting } from '../support/interleave'
import { FANG, LIN, newKey, place, READY_APPLES } from '../support/orders'
import { inReview, sheetOpen } from '../support/stages'

jest.setTimeout(300_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

const order = (no: string) => shop.document('orders', no)
const season = () => shop.document('counters', 'season:fuji-2026')
const refunds = () => shop.cloud.machine.refunds.list()
const atWeChat = (no: string) => shop.cloud.machine.orders.list().filter(({ outTradeNo }) => outTradeNo.startsWith(no))
const pay = ({ sheet }: { no: string; sheet: Record<string, string> }) => shop.usePaymentSheet(LIN, sheet)
const cancel = ({ no }: { no: string }) => ask(shop, LIN, 'orders.cancel', { no, key: newKey() })

type Sheet = Awaited<ReturnType<typeof sheetOpen>>

/** Unpaid with an open sheet, and the moment has come at which it expires. */
async function atTheDeadline(): Promise<Sheet> {
  const at = await sheetOpen(shop)
  shop.cloud.machine.clock.set(Date.parse(order(at.no).payBy))
  return at
}

/** Paid without a notice: nobody but WeChat knows. */
async function paidInSilence(open: Promise<Sheet>): Promise<Sheet> {
  const at = await open
  shop.cloud.machine.notices.faultNext({ kind: 'lose' })
  await pay(at)
  return at
}

/** After the clock has run: the order is paid and its fruit sold, or it is gone and both have come back. */
async function expectDone(no: string, lateMessages: readonly string[] = ['paidTooLate', 'cancelled']): Promise<void> {
  await shop.cloud.clock.advance(11 * 60_000)
  const { state, payment, totalFen } = order(no)
  const kept = payment.paidFen - payment.refundedFen
  expect([state, kept, season().available]).toEqual(
    state === 'cancelled' ? ['cancelled', 0, 720] : ['inReview', totalFen, 708],
  )
  const told = shop.documents('inbox').map(({ template }) => template)
  if (payment.refundedFen > 0) expect(told.filter((template) => lateMessages.includes(template))).toHaveLength(1)
  expect(refunds()).toHaveLength(payment.refundedFen > 0 ? 1 : 0)
  expect(atWeChat(no).filter((one) => one.state === 'NOTPAY')).toEqual([])
}

describe('paying', () => {
  it('as the order expires buys the fruit or comes back, and never both or neither', async () => {
    const points = await everyMeeting(shop, {
      prepare: atTheDeadline,
      one: pay,
      other: () => tick(shop),
      check: ({ no }) => expectDone(no),
    })
    expect(points).toBeGreaterThan(6)
  })

  it('without a notice just before the order expires is found by the clock as the page asks', async () => {
    await everyMeeting(shop, {
      prepare: () => paidInSilence(atTheDeadline()),
      one: ({ no }) => ask(shop, LIN, 'orders.checkPayment', { no, key: newKey() }),
      other: () => tick(shop),
      check({ no }, answers) {
        expect(answers).toEqual({ one: 'ok', other: 'ok' })
        expect(order(no)).toMatchObject({ state: 'inReview', payment: { state: 'paid', refundedFen: 0 } })
      },
    })
  })

  it('as the shopper cancels buys the fruit or comes back', async () => {
    await everyMeeting(shop, {
      prepare: () => sheetOpen(shop),
      one: pay,
      other: cancel,
      check: ({ no }) => expectDone(no),
    })
  })

  it('is recorded once when the notice comes twice, and as the page asks', async () => {
    for (const other of [
      ({ no }: Sheet) => notify(shop, { outTradeNo: `${no}P1` }),
      ({ no }: Sheet) => ask(shop, LIN, 'orders.checkPayment', { no, key: newKey() }),
    ]) {
      await everyMeeting(shop, {
        prepare: () => paidInSilence(sheetOpen(shop)),
        one: ({ no }) => notify(shop, { outTradeNo: `${no}P1` }),
        other,
        check({ no }, { one }) {
          expect(one).toEqual({ errcode: 0, errmsg: '' })
          expect(order(no).history.map(({ did }) => did)).toEqual(['place', 'settle'])
          expect(season().available).toBe(708)
        },
      })
    }
  })

  it('opens one sheet when it is asked for twice at once', async () => {
    await everyMeeting(shop, {
      prepare: () => place(shop, LIN),
      one: ({ no }) => shop.must(LIN, 'orders.pay', { no, key: newKey() }),
      other: ({ no }) => shop.must(LIN, 'orders.pay', { no, key: newKey() }),
      check({ no }) {
        expect(order(no).payment.attempts.map(({ outTradeNo }) => outTradeNo)).toEqual([`${no}P1`])
        expect(atWeChat(no)).toHaveLength(1)
      },
    })
  })

  it.each([
    ['expires', () => tick(shop)],
    ['is cancelled', (at: { no: string }) => cancel(at)],
  ])('cannot begin as the order %s, or can no longer end', async (_how, end) => {
    await everyMeeting(shop, {
      async prepare() {
        const { no, payBy } = await place(shop, LIN)
        return { no, payBy }
      },
      one: ({ no }) => shop.call(LIN, 'orders.pay', { no, key: newKey() }),
      async other(at) {
        shop.cloud.machine.clock.set(Date.parse(at.payBy))
        return end(at)
      },
      async check({ no }, { one }) {
        const answer = one as Awaited<ReturnType<typeof shop.call<'orders.pay'>>>
        expect(order(no).state).toBe('cancelled')
        expect(answer.ok ? await pay(answer.data) : answer.error.code).toMatch(/已关闭|PAYMENT_EXPIRED/)
      },
    })
  })
})

describe('cancelling a paid order', () => {
  it.each([
    ['approves', (no: string) => ask(shop, FANG, 'review.approve', { no, key: newKey() })],
    ['rejects', (no: string) => ask(shop, FANG, 'review.reject', { no, key: newKey(), reason: '字太密' })],
  ])('as the merchant %s it is one of the two, and the money goes one way', async (_what, decide) => {
    const points = await everyMeeting(shop, {
      prepare: () => inReview(shop),
      one: cancel,
      other: ({ no }) => decide(no),
      check({ no }, { one, other }) {
        expect([one, other].sort()).toEqual(['NOT_ALLOWED_NOW', 'ok'])
        const { state, payment, totalFen } = order(no)
        const parcels = shop.documents('fulfilments')
        expect([state, payment.refundedFen, parcels.length]).toEqual(
          state === 'cancelled' ? ['cancelled', totalFen, 0] : ['accepted', 0, 1],
        )
        expect(refunds()).toHaveLength(state === 'cancelled' ? 1 : 0)
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it('as it is sent to packing by its payment is too late, or the fruit stays', async () => {
    await everyMeeting(shop, {
      async prepare() {
        const { no } = await place(shop, LIN, READY_APPLES)
        return shop.must(LIN, 'orders.pay', { no, key: newKey() })
      },
      one: pay,
      other: cancel,
      async check({ no }) {
        await shop.cloud.clock.advance(11 * 60_000)
        const { state, payment, totalFen } = order(no)
        const packed = shop.documents('fulfilments').length
        expect([state, payment.paidFen - payment.refundedFen, packed]).toEqual(
          state === 'cancelled' ? ['cancelled', 0, 0] : ['accepted', totalFen, 1],
        )
      },
    })
  })
})

describe('a refund', () => {
  it('that the clock meets while it is made is made once', async () => {
    const points = await everyMeeting(shop, {
      prepare: () => inReview(shop),
      one: cancel,
      other: () => tick(shop),
      check: expectRefundedOnce,
    })
    expect(points).toBeGreaterThan(6)
  })

  it('that two clocks find waiting is made once', async () => {
    await everyMeeting(shop, {
      async prepare() {
        const at = await inReview(shop)
        const deaf = { action: 'wx.wxPayApi', kind: 'fail', code: 'SYS_ERR', message: 'no answer' } as const
        shop.cloud.machine.faults.add(deaf)
        await cancel(at)
        shop.cloud.machine.clock.set(Date.parse(order(at.no).dueAt))
        return at
      },
      alike: true,
      one: () => tick(shop),
      other: () => tick(shop),
      check: expectRefundedOnce,
    })
  })

  function expectRefundedOnce({ no }: { no: string }): void {
    const { payment, totalFen } = order(no)
    if (payment.state !== 'paid') expect(payment).toMatchObject({ state: 'refunded', refundedFen: totalFen })
    expect(refunds().map(({ outTradeNo, refundFee }) => [outTradeNo, refundFee])).toEqual(
      payment.state === 'paid' ? [] : [[`${no}P1`, totalFen]],
    )
    expect(season().available).toBe(order(no).state === 'cancelled' ? 720 : 708)
  }
})

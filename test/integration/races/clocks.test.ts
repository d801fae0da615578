import { HOUR, startTestCloud, type TestCloud } from '../support/cloud'
import { ask, jump, notify, tick } from '../support/acts'
import { everyMeeting, expectWhole, holdCall } from '../support/interleave'
import { CHEN, FANG, LIN, newKey, place } from '../support/orders'
import { asked, inReview, offered, sheetOpen, shipped, stored } from '../support/stages'

jest.setTimeout(300_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

const deaf = { action: 'wx.wxPayApi', kind: 'fail', code: 'SYS_ERR', message: 'no answer' } as const
const put = async (id: string) => ({ id, ...shop.document('fulfilments', id) })

/** A shop where the clock has a great deal to do at once: each document waits for something else. */
async function muchDue() {
  const [unpaid, sheet] = [await place(shop, LIN), await sheetOpen(shop, CHEN)]
  shop.cloud.machine.notices.faultNext({ kind: 'lose' })
  const silent = await sheetOpen(shop, LIN)
  await shop.usePaymentSheet(LIN, silent.sheet)
  const refused = await inReview(shop, CHEN)
  shop.cloud.machine.faults.add(deaf)
  await shop.must(FANG, 'review.reject', { no: refused.no, key: newKey(), reason: '字太密' })
  const parcels = [await offered(shop), await asked(shop), await stored(shop), await shipped(shop)]
  for (const { id } of parcels) await overdue(id)
  jump(shop, HOUR)
  return {
    unpaid: unpaid.no,
    sheet: sheet.no,
    silent: silent.no,
    refused: refused.no,
    ids: parcels.map(({ id }) => id),
  }
}

/** Lets every deadline of a parcel be in the past, as after weeks. */
async function overdue(id: string): Promise<void> {
  const { id: _, ...parcel } = await put(id)
  const past = shop.cloud.clock.now()
  const { acceptBy, storage, trackAt, holds } = parcel
  shop.put('fulfilments', {
    ...parcel,
    acceptBy: acceptBy && past,
    trackAt: trackAt && past,
    storage: storage && { ...storage, remindAt: past },
    holds: holds.map((hold) => (hold.kind === 'confirmSend' ? { ...hold, until: past } : hold)),
    dueAt: past,
  })
}

describe('two clocks', () => {
  it('with much due at once do everything once', async () => {
    const points = await everyMeeting(shop, {
      prepare: muchDue,
      alike: true,
      stride: 3,
      one: () => tick(shop),
      other: () => tick(shop),
      async check({ unpaid, sheet, silent, refused, ids }, answers) {
        expect(answers).toEqual({ one: 'ok', other: 'ok' })
        await shop.cloud.clock.advance(11 * 60_000)
        const state = (no: string) => shop.document('orders', no).state
        expect([unpaid, sheet, silent, refused].map(state)).toEqual(['cancelled', 'cancelled', 'inReview', 'cancelled'])
        expect(shop.cloud.machine.refunds.list().map(({ outTradeNo }) => outTradeNo)).toEqual([`${refused}P1`])
        const moves = ids.map((id) => shop.document('fulfilments', id).history.map(({ did }) => did))
        expect(moves[0]).toEqual(['offer', 'lapse', 'offer'])
        expect(moves[1].slice(-1)).toEqual(['fallSilent'])
        expect(moves[2].slice(-2)).toEqual(['keepCold', 'remind'])
        expect(moves[3].slice(-1)).toEqual(['ship'])
      },
    })
    expect(points).toBeGreaterThan(15)
  })

  it('and a shopper and WeChat at the same order leave one truth', async () => {
    await shop.reset()
    const at = await sheetOpen(shop)
    shop.cloud.machine.notices.faultNext({ kind: 'lose' })
    await shop.usePaymentSheet(LIN, at.sheet)
    shop.cloud.machine.clock.set(Date.parse(shop.document('orders', at.no).payBy))
    // All four have read the order before any of them writes.
    const gates = []
    const acts = [
      () => tick(shop),
      () => tick(shop),
      () => notify(shop, { outTradeNo: at.outTradeNo }),
      () => ask(shop, LIN, 'orders.cancel', { no: at.no, key: newKey() }),
    ]
    const under: Promise<unknown>[] = []
    for (const act of acts) {
      const gate = holdCall(shop, 1, { action: 'database.modifyDocument', collection: 'orders' })
      const acting = act()
      under.push(acting)
      // A clock that finds another one at work leaves at once.
      await Promise.race([gate.reached, acting])
      shop.cloud.machine.faults.clear()
      gates.push(gate)
    }
    for (const gate of gates) gate.open()
    await Promise.all(under)
    await shop.cloud.clock.advance(HOUR)
    const { state, payment } = shop.document('orders', at.no)
    expect([state, payment.paidFen - payment.refundedFen]).toEqual(['cancelled', 0])
    expectWhole(shop, 'after all four', { settled: true })
  })
})

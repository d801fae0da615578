import { PLAIN_WISH } from '../../domain/imprint/picture'
import { TEMPLATES, type TemplateKey } from '../../domain/message/templates'
import { DAY, HOUR, MINUTE, startTestCloud, type TestCloud } from './support/cloud'
import { approved, FANG, LIN, newKey, place, placeAndPay, QIXIA, READY_APPLES } from './support/orders'

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const silent = { kind: 'fail', code: 'SYS_ERR', message: 'no answer' } as const
const inboxOf = (openid: string) => shop.documents('inbox').filter((entry) => entry.openid === openid)
const sent = () => shop.cloud.machine.messages.list()
const waiting = (no: string) =>
  Object.values(shop.document('orders', no).outbox).filter(({ state }) => state === 'queued')

/** A tap on "allow": WeChat counts one message, and the page tells us. */
async function allow(openid: string, ...templates: TemplateKey[]): Promise<void> {
  shop.cloud.machine.messages.choose(
    openid,
    templates.map((key) => `tmpl-${key}`),
    'accept',
  )
  await shop.must(openid, 'subscriptions.grant', { key: newKey(), templates })
}

describe('a message', () => {
  it('goes to the inbox, and to the phone once for each time it was allowed', async () => {
    await allow(LIN, 'paid')
    const first = await placeAndPay(shop, LIN)
    const second = await placeAndPay(shop, LIN)
    expect(inboxOf(LIN).map(({ page, pushed }) => [page, pushed])).toEqual([
      [`pages/order/index?no=${first}`, true],
      [`pages/order/index?no=${second}`, false],
    ])
    expect(sent().map(({ openid, page }) => [openid, page])).toEqual([[LIN, `pages/order/index?no=${first}`]])
  })

  it('names the order, the fruit and the day it is expected to leave', async () => {
    const no = await placeAndPay(shop, LIN)
    const [{ title, body }] = inboxOf(LIN)
    expect(title.zh).toBe('收到了')
    expect(body).toEqual({
      zh: `单号 ${no}，红富士 · 生日快乐，预计 10月25日 寄出`,
      en: `Order ${no}, Fuji · 生日快乐, to be sent about 25 Oct`,
    })
  })

  it('that WeChat knows no permission for stays in the inbox and is not tried again', async () => {
    await shop.must(LIN, 'subscriptions.grant', { key: newKey(), templates: ['paid'] })
    const no = await placeAndPay(shop, LIN)
    expect(inboxOf(LIN)).toMatchObject([{ pushed: false }])
    expect(shop.document('credits', `${LIN}:paid`).left).toBe(0)
    expect(waiting(no)).toEqual([])
  })

  it('that WeChat did not answer to is pushed later, and is in the inbox once', async () => {
    await allow(LIN, 'paid')
    shop.cloud.machine.faults.add({ ...silent, action: 'wx.openApi', function: 'payment' })
    await placeAndPay(shop, LIN)
    expect(inboxOf(LIN)).toMatchObject([{ pushed: false }])
    await shop.cloud.clock.advance(HOUR)
    expect(inboxOf(LIN).filter(({ template }) => template === 'paid')).toMatchObject([{ pushed: true }])
    expect(sent()).toHaveLength(1)
  })

  it('of every kind on the way of an order is one that WeChat accepts', async () => {
    const everybody = [LIN, FANG, QIXIA]
    for (const openid of everybody) {
      for (const key of Object.keys(TEMPLATES) as TemplateKey[]) {
        for (let i = 0; i < 3; i++) await shop.cloud.machine.messages.choose(openid, [`tmpl-${key}`], 'accept')
        shop.put('credits', { _id: `${openid}:${key}`, left: 3, keys: [] })
      }
    }
    await growStoreAndShip()
    const told = shop.documents('inbox').filter(({ openid }) => everybody.includes(openid))
    expect(told.filter(({ pushed }) => !pushed).map(({ template }) => template)).toEqual([])
    const kinds = [
      'paid',
      'toReview',
      'approved',
      'offered',
      'growth',
      'arriving',
      'mismatch',
      'redoing',
      'confirmSend',
      'cold',
    ]
    expect(new Set(told.map(({ template }) => template))).toEqual(
      new Set([...kinds, 'reminder', 'toPack', 'shipped', 'delivered']),
    )
  })

  async function growStoreAndShip(): Promise<void> {
    const { parcelId: id } = await approved(shop, LIN)
    const parcel = () => ({ id, key: newKey() })
    await shop.must(QIXIA, 'work.accept', parcel())
    for (const step of ['sticker', 'colour', 'harvest', 'dispatch'] as const) {
      await shop.must(QIXIA, 'work.record', { ...parcel(), step })
    }
    await shop.must(FANG, 'intake.receive', parcel())
    await shop.must(FANG, 'intake.mismatch', { ...parcel(), reason: '有一枚字歪了，请补一枚' })
    await shop.must(QIXIA, 'work.record', { ...parcel(), step: 'sendAgain' })
    await shop.must(FANG, 'intake.receive', parcel())
    await shop.must(FANG, 'intake.pass', parcel())
    await shop.must(LIN, 'orders.keepCold', parcel())
    shop.cloud.machine.clock.set(Date.parse(shop.cloud.clock.now()) + 30 * DAY)
    await shop.cloud.clock.advance(10 * MINUTE)
    await shop.must(LIN, 'orders.confirmSend', parcel())
    await shop.must(FANG, 'packing.ship', { ...parcel(), carrier: 'SF', waybill: 'SF1234567890' })
    shop.cloud.machine.clock.set(Date.parse(shop.cloud.clock.now()) + 3 * DAY)
    await shop.cloud.clock.advance(10 * MINUTE)
  }
})

describe('a follow-up', () => {
  it('of a function that died halfway is done by the clock, once', async () => {
    const no = await placeAndPay(shop, LIN)
    const dies = { action: 'database.insertDocument', collection: 'fulfilments', function: 'merchant' } as const
    shop.cloud.machine.faults.add({ ...dies, kind: 'kill-function', when: 'after' })
    await shop.call(FANG, 'review.approve', { no, key: newKey() }).catch(() => undefined)
    expect(shop.document('orders', no)).toMatchObject({ state: 'accepted', parcels: {} })
    await shop.cloud.clock.advance(HOUR)
    expect(shop.documents('fulfilments')).toMatchObject([{ _id: `${no}-F1`, state: 'offered' }])
    expect(shop.document('orders', no).parcels).toMatchObject({ [`${no}-F1`]: { state: 'offered' } })
    expect(inboxOf(QIXIA)).toHaveLength(1)
    expect(waiting(no)).toEqual([])
  })

  it('that fails is tried again with longer pauses, and the order is not held up by it', async () => {
    const broken = { action: 'database.insertDocument', collection: 'inbox', function: 'payment' } as const
    shop.cloud.machine.faults.add({ ...silent, ...broken, times: 2 })
    const no = await placeAndPay(shop, LIN)
    expect(shop.document('orders', no).state).toBe('inReview')
    expect(waiting(no)).toMatchObject([{ tries: 1 }, { tries: 1 }])
    await shop.cloud.clock.advance(20 * MINUTE)
    expect(waiting(no)).toEqual([])
    expect(shop.documents('inbox').map(({ template }) => template)).toEqual(['paid', 'toReview'])
  })

  it('that never succeeds is given up after three days and does not come up again', async () => {
    const { no } = await place(shop, LIN)
    await shop.must(LIN, 'orders.pay', { no, key: newKey() })
    shop.cloud.machine.faults.add({ ...silent, action: 'database.insertDocument', collection: 'inbox', times: 1000 })
    await shop.cloud.clock.advance(2.9 * DAY)
    expect(waiting(no)).toMatchObject([{ effect: 'tell.expired' }])
    await shop.cloud.clock.advance(DAY)
    const { state, outbox, dueAt } = shop.document('orders', no)
    expect(state).toBe('cancelled')
    expect(Object.values(outbox).filter((entry) => entry.state === 'failed')).toMatchObject([
      { effect: 'tell.expired', failure: { kind: 'passing' } },
    ])
    expect(dueAt).toBe('9999-12-31T00:00:00.000Z')
  })

  it('tells WeChat of a parcel once, even when the first try got no answer', async () => {
    const no = await placeAndPay(shop, LIN, READY_APPLES)
    shop.cloud.machine.faults.add({ ...silent, action: 'wx.openApi', function: 'merchant' })
    const waybill = { carrier: 'SF', waybill: 'SF1234567890' }
    await shop.must(FANG, 'packing.ship', { id: `${no}-F1`, key: newKey(), ...waybill })
    expect(uploads()).toEqual([])
    await shop.cloud.clock.advance(20 * MINUTE)
    expect(uploads()).toMatchObject([{ outTradeNo: `${no}P1`, uploads: 1, info: { delivery_mode: 1 } }])
  })

  const uploads = () =>
    shop.cloud.machine.records.list<{ outTradeNo: string; uploads: number; info: object }>('shipping')
})

describe("WeChat's verdict on a picture", () => {
  const waitingPicture = () =>
    shop.put('pictures', {
      _id: 'pic-1',
      openid: LIN,
      fileId: 'cloud://x/photo',
      wish: PLAIN_WISH,
      traceId: 'trace-1',
      verdict: 'pending',
      at: shop.cloud.clock.now(),
    })
  const tellVerdict = (suggest: string, traceId = 'trace-1') =>
    shop.cloud.machine.invoker.invoke({
      name: 'wechat-events',
      event: { Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest } },
      identity: {},
      source: 'service',
    })
  const verdict = () => shop.document('pictures', 'pic-1').verdict

  it.each([
    ['pass', 'pass'],
    ['review', 'review'],
    ['risky', 'refused'],
  ])('%s is kept as %s, and the first one stands', async (suggest, kept) => {
    waitingPicture()
    await tellVerdict(suggest)
    await tellVerdict(suggest === 'pass' ? 'risky' : 'pass')
    expect(verdict()).toBe(kept)
  })

  it('on a picture nobody knows changes nothing and is acknowledged', async () => {
    waitingPicture()
    expect(await tellVerdict('pass', 'trace-2')).toMatchObject({ ok: true, result: 'success' })
    expect(verdict()).toBe('pending')
  })
})

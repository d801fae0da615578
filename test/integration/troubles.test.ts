import type { InboxDoc } from '../../cloudfunctions/collections'
import type { TroubleView } from '../../contract'
import type { TemplateKey } from '../../domain/message/templates'
import { DAY, HOUR, MINUTE, startTestCloud, type TestCloud } from './support/cloud'
import { CHEN, FANG, LIN, newKey, placeAndPay } from './support/orders'

jest.setTimeout(120_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const { messages, faults } = { messages: () => shop.cloud.machine.messages, faults: () => shop.cloud.machine.faults }
const silent = { kind: 'fail', code: 'SYS_ERR', message: 'no answer', action: 'wx.openApi' } as const
const pages = (openid: string) =>
  messages()
    .list()
    .flatMap((sent) => (sent.openid === openid ? [sent.page] : []))
const inboxOf = (openid: string, template: TemplateKey): InboxDoc[] =>
  shop.documents('inbox').filter((one) => one.openid === openid && one.template === template)
const entries = () =>
  [...shop.documents('orders'), ...shop.documents('fulfilments')].flatMap(({ outbox }) => Object.values(outbox))
const queued = () => entries().filter(({ state }) => state === 'queued')
const troubles = async (): Promise<TroubleView[]> => (await shop.must(FANG, 'troubles.list', {})).troubles
const retry = ({ id, entry }: TroubleView, key = newKey()) => shop.must(FANG, 'troubles.retry', { id, entry, key })

/** Taps on "allow": WeChat counts each, and the page tells us. */
async function allow(openid: string, template: TemplateKey, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    messages().choose(openid, [`tmpl-${template}`], 'accept')
    await shop.must(openid, 'subscriptions.grant', { key: newKey(), templates: [template] })
  }
}

/** We count one that WeChat does not: it was used elsewhere, or taken back in WeChat's settings. */
const thinkAllowed = (openid: string, template: TemplateKey) =>
  shop.must(openid, 'subscriptions.grant', { key: newKey(), templates: [template] })

const isDown = (...functions: string[]) => {
  for (const name of functions) faults().add({ ...silent, function: name, times: 1_000_000 })
}

describe('while WeChat sends nothing for a day', () => {
  it('nothing is lost, nothing is sent twice, and no order is held up', async () => {
    await allow(LIN, 'paid', 6)
    await allow(CHEN, 'paid', 3)
    await allow(FANG, 'toReview', 5)
    await allow(LIN, 'approved', 2)
    isDown('payment', 'merchant', 'clock')
    const ofLin: string[] = []
    const ofChen: string[] = []
    for (let i = 0; i < 8; i++) ofLin.push(await placeAndPay(shop, LIN))
    for (let i = 0; i < 4; i++) ofChen.push(await placeAndPay(shop, CHEN))
    for (const no of ofLin) await shop.must(FANG, 'review.approve', { no, key: newKey() })
    await shop.cloud.clock.advance(DAY)
    expect(messages().list()).toEqual([])
    expect(ofLin.map((no) => shop.document('orders', no).state)).toEqual(ofLin.map(() => 'accepted'))
    expect((await troubles()).every(({ state, mayRetry }) => state === 'waiting' && mayRetry)).toBe(true)
    expect((await shop.must(FANG, 'desk.get', {})).troubles).toBeGreaterThan(0)

    faults().clear()
    await shop.cloud.clock.advance(3 * HOUR)
    expect(queued()).toEqual([])
    expect(await troubles()).toEqual([])
    expect(pages(LIN).filter((page, i, all) => all.indexOf(page) !== i).length).toBeLessThanOrEqual(2)
    for (const [openid, template, credits] of [
      [LIN, 'paid', 6],
      [CHEN, 'paid', 3],
      [FANG, 'toReview', 5],
      [LIN, 'approved', 2],
    ] as const) {
      const told = messages()
        .list()
        .filter((sent) => sent.openid === openid && sent.templateId === `tmpl-${template}`)
        .map(({ page }) => page)
      expect([template, told.length, new Set(told).size]).toEqual([template, credits, credits])
      const marked = inboxOf(openid, template).filter(({ pushed }) => pushed)
      expect(marked.map(({ page }) => page).sort()).toEqual(told.sort())
      expect(shop.document('credits', `${openid}:${template}`)).toMatchObject({ left: 0, held: {} })
    }
    expect(inboxOf(LIN, 'paid')).toHaveLength(8)
    expect(inboxOf(CHEN, 'paid')).toHaveLength(4)
    expect(inboxOf(FANG, 'toReview')).toHaveLength(12)
  })

  it('for four days: a message is given up after three, stands in the list, and leaves it when tried by hand', async () => {
    await allow(LIN, 'paid')
    isDown('payment', 'clock', 'merchant')
    const no = await placeAndPay(shop, LIN)
    await shop.cloud.clock.advance(4 * DAY)
    const [trouble, ...others] = await troubles()
    expect(others).toEqual([])
    expect(trouble).toMatchObject({
      id: no,
      orderNo: no,
      item: { zh: '红富士 · 生日快乐' },
      what: { zh: '收到了' },
      to: 'shopper',
      state: 'failed',
      since: '2026-09-05T01:00:00.000Z',
      tries: 43,
      mayRetry: true,
    })
    expect(queued()).toEqual([])
    expect(await retry(trouble)).toMatchObject({ outcome: 'trying' })
    faults().clear()
    await shop.cloud.clock.advance(20 * MINUTE)
    expect(pages(LIN)).toEqual([`pages/order/index?no=${no}`])
    expect(await troubles()).toEqual([])
  })
})

describe('a push that is refused for good', () => {
  it('with 43101 has failed at once, is not tried again, and is done by hand without one', async () => {
    await thinkAllowed(LIN, 'paid')
    const no = await placeAndPay(shop, LIN)
    const [trouble] = await troubles()
    expect(trouble).toMatchObject({
      id: no,
      state: 'failed',
      tries: 1,
      why: { zh: expect.stringContaining('没有允许') },
    })
    expect(inboxOf(LIN, 'paid')).toMatchObject([{ pushed: false }])
    await shop.cloud.clock.advance(DAY)
    expect(await troubles()).toMatchObject([{ tries: 1 }])
    expect(await retry(trouble)).toEqual({ outcome: 'done', why: null })
    expect(await troubles()).toEqual([])
    expect(messages().list()).toEqual([])
  })

  it('is sent by hand once the person has allowed another', async () => {
    await thinkAllowed(LIN, 'paid')
    await placeAndPay(shop, LIN)
    await allow(LIN, 'paid')
    const [trouble] = await troubles()
    expect(await retry(trouble)).toEqual({ outcome: 'done', why: null })
    expect(pages(LIN)).toHaveLength(1)
    expect(inboxOf(LIN, 'paid')).toMatchObject([{ pushed: true }])
  })

  it('because its fields do not fit costs no acceptance, and goes out by hand once that is mended', async () => {
    await allow(LIN, 'approved')
    const no = await placeAndPay(shop, LIN)
    const right = shop.document('orders', no)
    shop.put('orders', { ...right, expectedSendDay: 'soon' })
    await shop.must(FANG, 'review.approve', { no, key: newKey() })
    const [trouble] = await troubles()
    expect(trouble).toMatchObject({ state: 'failed', tries: 1, why: { zh: expect.stringContaining('栏位') } })
    expect(shop.document('credits', `${LIN}:approved`).left).toBe(1)
    expect(await retry(trouble)).toMatchObject({ outcome: 'failed', why: { zh: expect.stringContaining('栏位') } })
    shop.put('orders', { ...shop.document('orders', no), expectedSendDay: right.expectedSendDay })
    expect(await retry(trouble)).toEqual({ outcome: 'done', why: null })
    expect(pages(LIN)).toHaveLength(1)
  })

  it('to one member of staff neither keeps the others from theirs nor sends it to them twice', async () => {
    const [AN, BO] = ['o-merchant-an', 'o-merchant-bo']
    for (const _id of [AN, BO])
      shop.put('staff', { _id, role: 'merchant', name: _id, orchardId: null, active: true, duties: ['reviewer'] })
    await thinkAllowed(FANG, 'toReview')
    await allow(AN, 'toReview', 2)
    await allow(BO, 'toReview', 2)
    // The third call to WeChat by the function that takes the notice is the one to Bo, or to An.
    faults().add({ ...silent, function: 'payment', nth: 3 })
    const no = await placeAndPay(shop, LIN)
    await shop.cloud.clock.advance(HOUR)
    const page = `merchant/review/index?no=${no}`
    expect([pages(FANG), pages(AN), pages(BO)]).toEqual([[], [page], [page]])
    expect([FANG, AN, BO].map((openid) => inboxOf(openid, 'toReview').length)).toEqual([1, 1, 1])
    const [trouble] = await troubles()
    expect(trouble).toMatchObject({ id: no, to: 'merchant', state: 'failed', what: { zh: '有新单要审' } })
    await allow(FANG, 'toReview')
    expect(await retry(trouble)).toEqual({ outcome: 'done', why: null })
    expect([pages(FANG), pages(AN), pages(BO)]).toEqual([[page], [page], [page]])
  })
})

describe('two taps on try again', () => {
  const failed = async () => {
    await thinkAllowed(LIN, 'paid')
    await placeAndPay(shop, LIN)
    await allow(LIN, 'paid', 3)
    return (await troubles())[0]
  }

  it('at once, by two people, send it once', async () => {
    const trouble = await failed()
    const said = await Promise.all([retry(trouble), retry(trouble), retry(trouble)])
    expect(said.map(({ outcome }) => outcome)).toContain('done')
    await shop.cloud.clock.advance(HOUR)
    expect(pages(LIN)).toHaveLength(1)
    expect(queued()).toEqual([])
  })

  it('with the same key, because the answer was lost, try it once', async () => {
    await thinkAllowed(LIN, 'approved')
    const no = await placeAndPay(shop, LIN)
    await shop.must(FANG, 'review.approve', { no, key: newKey() })
    const [trouble] = await troubles()
    await thinkAllowed(LIN, 'approved')
    const key = newKey()
    expect(await retry(trouble, key)).toMatchObject({ outcome: 'failed' })
    await allow(LIN, 'approved')
    expect(await retry(trouble, key)).toMatchObject({ outcome: 'failed' })
    expect(pages(LIN)).toEqual([])
    expect(await retry(trouble)).toMatchObject({ outcome: 'done' })
  })
})

describe('a push whose function dies', () => {
  const sent = async () => {
    await shop.cloud.clock.advance(HOUR)
    expect(queued()).toEqual([])
    expect(inboxOf(LIN, 'paid')).toHaveLength(1)
    return pages(LIN).length
  }

  it.each([1, 2, 3, 4, 5, 6, 7])('before its database write %d goes out later, once', async (nth) => {
    await allow(LIN, 'paid')
    faults().add({ action: 'database.modifyDocument', function: 'payment', nth, kind: 'kill-function', when: 'before' })
    await placeAndPay(shop, LIN)
    expect(await sent()).toBe(1)
  })

  it('before WeChat is asked goes out later, with the acceptance it had taken', async () => {
    await allow(LIN, 'paid')
    faults().add({ action: 'wx.openApi', function: 'payment', kind: 'kill-function', when: 'before' })
    await placeAndPay(shop, LIN)
    expect(shop.document('credits', `${LIN}:paid`).left).toBe(0)
    expect(await sent()).toBe(1)
    expect(await troubles()).toEqual([])
  })

  it('after WeChat took the last one that was allowed is listed, for nobody knows, and was sent once', async () => {
    await allow(LIN, 'paid')
    faults().add({ action: 'wx.openApi', function: 'payment', kind: 'kill-function', when: 'after' })
    await placeAndPay(shop, LIN)
    expect(await sent()).toBe(1)
    expect(await troubles()).toMatchObject([{ state: 'failed', why: { zh: expect.stringContaining('没有允许') } }])
  })

  it('is not repeated when WeChat has answered and the database would not take note of it at first', async () => {
    await allow(LIN, 'paid', 3)
    const deaf = { kind: 'fail', code: 'SYS_ERR', message: 'no answer', function: 'payment' } as const
    faults().add({ ...deaf, action: 'database.modifyDocument', collection: 'inbox', times: 2 })
    await placeAndPay(shop, LIN)
    expect(inboxOf(LIN, 'paid')).toMatchObject([{ pushed: true }])
    expect(await sent()).toBe(1)
  })
})

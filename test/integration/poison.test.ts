import type { InboxDoc } from '../../cloudfunctions/collections'
import type { TroubleView } from '../../contract'
import type { OutboxEntry } from '../../domain/message/outbox'
import type { TemplateKey } from '../../domain/message/templates'
import { HOUR, MINUTE, startTestCloud, type TestCloud } from './support/cloud'
import { CHEN, FANG, LIN, newKey, place, placeAndPay, QIXIA } from './support/orders'

jest.setTimeout(120_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const inboxOf = (openid: string, template: TemplateKey): InboxDoc[] =>
  shop.documents('inbox').filter((one) => one.openid === openid && one.template === template)
const troubles = async (): Promise<TroubleView[]> => (await shop.must(FANG, 'troubles.list', {})).troubles
const retry = ({ id, entry }: TroubleView) => shop.must(FANG, 'troubles.retry', { id, entry, key: newKey() })
/** We count an acceptance that WeChat does not. */
const thinkAllowed = (openid: string, template: TemplateKey) =>
  shop.must(openid, 'subscriptions.grant', { key: newKey(), templates: [template] })

describe('poison', () => {
  const entry = (change: object): OutboxEntry =>
    ({
      effect: 'mirror',
      state: 'queued',
      tries: 0,
      since: shop.cloud.clock.now(),
      nextAt: shop.cloud.clock.now(),
      ...change,
    }) as OutboxEntry

  it('in an outbox holds up no other entry; what nobody knows is listed with its reason', async () => {
    const { no } = await place(shop, LIN)
    const order = shop.document('orders', no)
    shop.put('orders', {
      ...order,
      outbox: {
        '0-teleport': entry({ effect: 'teleport' }),
        '0-tell-lottery': entry({ effect: 'tell.lottery' }),
        '0-constructor': entry({ effect: 'constructor' }),
        '0-nothing': null as unknown as OutboxEntry,
        '0-word': 'mirror' as unknown as OutboxEntry,
        '0-endless': entry({ tries: 'many' }),
      },
      dueAt: shop.cloud.clock.now(),
    })
    await shop.cloud.clock.advance(HOUR)
    expect(shop.document('orders', no)).toMatchObject({ state: 'cancelled', trouble: 6 })
    expect(inboxOf(LIN, 'expired')).toHaveLength(1)
    const listed = await troubles()
    expect(listed.map(({ entry: id, state, mayRetry }) => [id, state, mayRetry]).sort()).toEqual([
      ['0-constructor', 'waiting', true],
      ['0-endless', 'failed', false],
      ['0-nothing', 'failed', false],
      ['0-teleport', 'waiting', true],
      ['0-tell-lottery', 'failed', true],
      ['0-word', 'failed', false],
    ])
    const unknown = listed.filter(({ mayRetry }) => mayRetry)
    for (const one of unknown) expect(one.why.zh).toContain('这个版本不认得')
    for (const one of listed.filter(({ mayRetry }) => !mayRetry)) expect(one.why.zh).toContain('读不出来')
    for (const one of listed) expect((await retry(one)).outcome).not.toBe('done')
    expect(inboxOf(FANG, 'stuck')).toHaveLength(1)
  })

  it('of two hundred documents at the head of the line delays nobody, and stands in the list', async () => {
    const long = '2026-09-01T00:00:00.000Z'
    const { no } = await place(shop, LIN)
    const whole = shop.document('orders', no)
    const broken = [
      { outbox: null },
      { outbox: {}, holds: null, parcels: null, state: 'accepted' },
      { lines: 7, outbox: 7 },
    ]
    const poison = Array.from({ length: 200 }, (_, i) => ({
      ...whole,
      ...broken[i % broken.length],
      _id: `GY260901POISON${i}`,
      requestKey: `poison-${i}`,
      createdAt: i % 2 ? long : undefined,
      dueAt: long,
    }))
    shop.put('orders', ...(poison as unknown as (typeof whole)[]))
    const parcels = poison.map((doc) => ({ ...doc, _id: `${doc._id}-F1`, orderNo: doc._id }))
    shop.put('fulfilments', ...(parcels as never[]))
    await shop.cloud.clock.advance(40 * MINUTE)
    expect(shop.document('orders', no).state).toBe('cancelled')
    expect(inboxOf(LIN, 'expired')).toHaveLength(1)

    const later = await place(shop, CHEN)
    await shop.cloud.clock.advance(2 * HOUR)
    expect(shop.document('orders', later.no).state).toBe('cancelled')
    const now = shop.cloud.clock.now()
    const stillDue = [...shop.documents('orders'), ...shop.documents('fulfilments')].filter(({ dueAt }) => dueAt <= now)
    expect(stillDue.filter(({ dueAt }) => dueAt === long)).toEqual([])
    const first = await shop.must(FANG, 'troubles.list', {})
    expect(first.troubles.length).toBeGreaterThanOrEqual(20)
    expect(first.total).toBeGreaterThanOrEqual(266)
    expect(await retry(first.troubles[0])).toMatchObject({ outcome: 'trying' })
  })
})

describe('the list', () => {
  it('goes on where the last page ended, and has everything once', async () => {
    const order = shop.document('orders', await placeAndPay(shop, LIN))
    const failed = { effect: 'tell.paid', state: 'failed', tries: 1, since: order.createdAt, nextAt: order.createdAt }
    const many = Array.from({ length: 45 }, (_, i) => ({
      ...order,
      _id: `GY260905MANY${String(i).padStart(3, '0')}`,
      requestKey: `many-${i}`,
      createdAt: `2026-09-05T01:${String(Math.floor(i / 4)).padStart(2, '0')}:00.000Z`,
      outbox: { '1-tell-paid': failed as OutboxEntry, '2-tell-toReview': failed as OutboxEntry },
      trouble: 2,
    }))
    shop.put('orders', ...many)
    const seen: string[] = []
    let sizes: number[] = []
    let page = await shop.must(FANG, 'troubles.list', {})
    for (; ; page = await shop.must(FANG, 'troubles.list', { cursor: page.next })) {
      expect(page.total).toBe(90)
      seen.push(...page.troubles.map(({ id, entry }) => `${id} ${entry}`))
      sizes = [...sizes, page.troubles.length]
      if (!page.next) break
    }
    expect(sizes).toEqual([40, 40, 10])
    expect(new Set(seen).size).toBe(90)
  })

  it('is for the owner and for support only', async () => {
    const put = (duty: 'warehouse' | 'support') =>
      shop.put('staff', {
        _id: `o-merchant-${duty}`,
        role: 'merchant',
        name: '',
        orchardId: null,
        active: true,
        duties: [duty],
      })
    put('warehouse')
    put('support')
    await thinkAllowed(LIN, 'paid')
    await placeAndPay(shop, LIN)
    const [{ id, entry }] = await troubles()
    for (const openid of ['o-merchant-warehouse', LIN, QIXIA, 'o-nobody']) {
      const asked = [
        await shop.call(openid, 'troubles.list', {}),
        await shop.call(openid, 'troubles.retry', { id, entry, key: newKey() }),
      ]
      for (const answer of asked) expect(answer).toMatchObject({ ok: false, error: { code: 'NOT_YOURS' } })
    }
    expect((await shop.must('o-merchant-warehouse', 'desk.get', {})).troubles).toBe(0)
    expect((await shop.must('o-merchant-support', 'desk.get', {})).troubles).toBe(1)
    expect((await shop.must('o-merchant-support', 'troubles.list', {})).total).toBe(1)
  })

  it.each(['GY260905NOSUCHNO', '__proto__', '{"$gt":""}'])('knows no document %s', async (id) => {
    const said = await shop.call(FANG, 'troubles.retry', { id, entry: '1-tell-paid', key: newKey() })
    expect(said).toMatchObject({ ok: false, error: { code: 'ORDER_UNKNOWN' } })
  })

  it.each(['__proto__', 'constructor', '9-tell-paid'])('has nothing to do for an entry %s', async (entry) => {
    const no = await placeAndPay(shop, LIN)
    const before = shop.document('orders', no)
    expect(await shop.must(FANG, 'troubles.retry', { id: no, entry, key: newKey() })).toEqual({
      outcome: 'done',
      why: null,
    })
    expect(shop.document('orders', no)).toEqual(before)
  })
})

import { procedures, type ProcedureName } from '../../contract'
import { SAMPLES } from '../unit/contract/samples'
import { startTestCloud, type TestCloud } from './support/cloud'
import { ADDRESS, approved, CHEN, FANG, LIN, newKey, openSheet, place, QIXIA, TIANSHUI } from './support/orders'

let shop: TestCloud
let no: string
let parcelId: string
let unpaid: string
beforeAll(async () => {
  shop = await startTestCloud()
  ;({ no, parcelId } = await approved(shop, LIN))
  unpaid = (await place(shop, LIN)).no
})
afterAll(() => shop.close())

const names = Object.keys(procedures) as ProcedureName[]
const having = (field: string) => (name: ProcedureName) => field in procedures[name].input.entries
const PEOPLE = { shopper: [LIN, CHEN], merchant: [FANG], orchard: [QIXIA, TIANSHUI] } as const
type Role = keyof typeof PEOPLE

/** The answer's code, whatever input was sent; no type can say that the input is wrong on purpose. */
async function code(openid: string, procedure: ProcedureName, input: object, fn: string = procedures[procedure].fn) {
  const answer = await shop.cloud.invoke(fn, { procedure, input }, openid === '' ? {} : { openid })
  if (!answer.ok) return answer.errMsg
  const result = answer.result as { ok: boolean; error?: { code: string } }
  return result.ok ? 'ok' : result.error?.code
}

/** An input that would do for its owner, about this order and parcel. */
const inputFor = (orderNo: string, name?: ProcedureName) => ({
  ...(name === 'orders.claim' ? SAMPLES[name] : {}),
  key: newKey(),
  no: orderNo,
  id: parcelId,
  step: 'sticker',
  reason: name === 'orders.claim' ? 'damaged' : '试试看',
  carrier: 'SF',
  waybill: 'SF1234567890',
})

describe('a role', () => {
  const wrong = names.flatMap((name) =>
    (Object.keys(PEOPLE) as Role[])
      .filter((role) => procedures[name].caller !== 'shopper' && procedures[name].caller !== role)
      .map((role) => [name, role] as const),
  )
  it.each(wrong)('%s is not for a %s', async (name, role) => {
    for (const openid of PEOPLE[role]) expect(await code(openid, name, inputFor(no))).toBe('NOT_YOURS')
  })

  it.each(names.filter((name) => procedures[name].caller !== 'shopper'))(
    '%s is not for somebody who has left',
    async (name) => {
      const { caller } = procedures[name]
      const leaver = `o-left-${caller}`
      if (caller === 'merchant')
        shop.put('staff', {
          _id: leaver,
          role: 'merchant',
          name: '',
          orchardId: null,
          active: false,
          duties: ['owner'],
        })
      else shop.put('staff', { _id: leaver, role: 'orchard', name: '', orchardId: 'qixia', active: false })
      expect(await code(leaver, name, inputFor(no))).toBe('NOT_YOURS')
    },
  )

  it.each(names)('%s is not for nobody', async (name) => {
    expect(await code('', name, inputFor(no))).toBe('NOT_YOURS')
  })

  it.each(names)('%s is answered by its own function only', async (name) => {
    for (const fn of ['shop', 'merchant', 'orchard'].filter((other) => other !== procedures[name].fn)) {
      expect(await code(FANG, name, inputFor(no), fn)).toBe('PROCEDURE_UNKNOWN')
    }
  })
})

describe("somebody else's", () => {
  const own = names.filter((name) => procedures[name].fn === 'shop' && procedures[name].touches === 'own')

  it.each(own.filter(having('no')))('order is unknown to %s', async (name) => {
    const before = [shop.document('orders', no), shop.document('orders', unpaid)]
    for (const orderNo of [no, unpaid, 'GY260905AAAAAAA']) {
      expect(await code(CHEN, name, inputFor(orderNo, name))).toBe('ORDER_UNKNOWN')
    }
    expect([shop.document('orders', no), shop.document('orders', unpaid)]).toEqual(before)
  })

  it.each(['orders.confirmSend', 'orders.keepCold'] as const)('parcel is unknown to %s', async (name) => {
    expect(await code(CHEN, name, inputFor(no))).toBe('FULFILMENT_UNKNOWN')
  })

  it.each(names.filter((name) => procedures[name].fn === 'orchard' && name.startsWith('work.')).filter(having('id')))(
    'work is unknown to %s',
    async (name) => {
      const before = shop.document('fulfilments', parcelId)
      expect(before.orchardId).toBe('qixia')
      expect(await code(TIANSHUI, name, inputFor(no))).toBe('FULFILMENT_UNKNOWN')
      expect(shop.document('fulfilments', parcelId)).toEqual(before)
    },
  )

  it('order is in nobody else’s lists, counts or messages', async () => {
    const { cards, counts } = await shop.must(CHEN, 'orders.list', { tab: 'all' })
    expect([cards, counts.all]).toEqual([[], 0])
    expect((await shop.must(CHEN, 'inbox.list', {})).entries).toEqual([])
    expect(JSON.stringify(await shop.must(TIANSHUI, 'work.list', {}))).not.toContain(parcelId)
  })

  it('message stays unread', async () => {
    const [entry] = (await shop.must(LIN, 'inbox.list', {})).entries
    await shop.must(CHEN, 'inbox.read', { key: newKey(), id: entry.id })
    expect(shop.document('inbox', entry.id).read).toBe(false)
  })

  it('picture is unknown', async () => {
    const picture = { _id: 'pic-of-lin', openid: LIN, fileId: 'cloud://x/a', originalId: 'cloud://x/b', traceId: 't1' }
    shop.put('pictures', { ...picture, verdict: 'pass', at: shop.cloud.clock.now() })
    expect(await code(CHEN, 'picture.get', { pictureId: 'pic-of-lin' })).toBe('PICTURE_UNKNOWN')
  })
})

describe('what an orchard is told', () => {
  it('holds the words and the code, and nothing of the customer', async () => {
    const told = [
      await shop.must(QIXIA, 'work.list', {}),
      await shop.must(QIXIA, 'work.get', { id: parcelId }),
      await shop.must(QIXIA, 'orchardInbox.list', {}),
    ].map((answer) => JSON.stringify(answer))
    const { code: imprintCode } = shop.document('fulfilments', parcelId)
    expect(told[1]).toContain('生日快乐')
    expect(told[1]).toContain(imprintCode)
    for (const secret of [LIN, ADDRESS.name, ADDRESS.phone, ADDRESS.detail, ADDRESS.city, 'Fen"']) {
      for (const answer of told) expect(answer).not.toContain(secret)
    }
  })
})

describe('what any client may call by name', () => {
  it.each(['payment', 'wechat-events', 'clock'])('%s does nothing for it', async (name) => {
    const { no: mine } = await place(shop, CHEN)
    const { outTradeNo } = await openSheet(shop, CHEN, mine)
    shop.put('pictures', {
      _id: 'pic-waiting',
      openid: CHEN,
      fileId: 'cloud://x/c',
      originalId: 'cloud://x/d',
      traceId: 'trace-waiting',
      verdict: 'pending',
      at: shop.cloud.clock.now(),
    })
    const before = [shop.documents('orders'), shop.documents('pictures')]
    shop.cloud.machine.clock.set(Date.parse(shop.cloud.clock.now()) + 3_600_000)
    const event = { outTradeNo, Event: 'wxa_media_check', trace_id: 'trace-waiting', result: { suggest: 'pass' } }
    await shop.cloud.invoke(name, event, { openid: CHEN })
    expect([shop.documents('orders'), shop.documents('pictures')]).toEqual(before)
  })
})

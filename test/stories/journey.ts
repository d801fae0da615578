import { approved, asked, birthday, grown, left, message, packed, passed, pay, place, ready } from './acts'
import { FANG, LIN, newKey, no, PINGHE, QIXIA, TIANSHUI, yes, type World } from './world'

/** The main job of the shop, told once and checked wherever it runs. */
export function journeyStory(open: () => Promise<World>): void {
  let world: World
  beforeEach(async () => void (world = await open()))
  afterEach(() => world.close())

  it('goes all the way: 12 Fuji with 生日快乐, from the shelf to the door', async () => {
    const { products } = await yes(world.ask(LIN, 'catalogue.list', {}))
    expect(products).toHaveLength(10)
    expect(products.filter(({ refusal }) => refusal).map(({ product }) => product._id)).toEqual(['gala'])
    expect(await yes(world.ask(LIN, 'design.check', { productId: 'fuji', imprint: birthday[0].imprint! }))).toEqual({
      refusal: null,
      content: 'pass',
    })

    // O5-O7: placed with number and code, paid, told
    const placed = await place(world)
    expect(placed).toMatchObject({
      totalFen: 17200,
      expectedSendDay: '2026-10-25',
      codes: [expect.stringMatching(/^GY26-.{6}$/)],
    })
    expect(await left(world, 'season:fuji-2026')).toBe(708)
    const paid = await pay(world, placed.no)
    expect(paid).toMatchObject({ headline: 'inReview', payment: { state: 'paid', paidFen: 17200 } })
    const told = await message(world, LIN, 'paid')
    expect(told.body.zh).toContain(placed.no)
    expect(told.body.zh).toContain('10月25日')
    expect(told.page).toBe(`pages/order/index?no=${placed.no}`)

    // D1, D4: reviewed with all checks green, approved, allotted
    const { orders } = await yes(world.ask(FANG, 'review.list', {}))
    expect(orders.map(({ no: found, checks }) => [found, checks.every(({ ok }) => ok)])).toEqual([[placed.no, true]])
    expect(orders[0].address.phone).toBe('138****1234')
    await yes(world.ask(FANG, 'review.approve', { no: placed.no, key: newKey() }))
    const id = `${placed.no}-F1`

    // G1: the orchard sees text, code and pieces, nothing of the customer
    const work = await yes(world.ask(QIXIA, 'work.list', {}))
    expect(work.offered).toHaveLength(1)
    expect(work.offered[0]).toMatchObject({ id, code: placed.codes[0], pieces: 12, imprint: { text: '生日快乐' } })
    expect(JSON.stringify(work)).not.toMatch(/小林|13800001234|龙井路|o-shopper|openid|totalFen/)
    await grown(world, id)
    expect((await message(world, FANG, 'arriving')).body.zh).toContain(placed.codes[0])

    // I1-I4: found by a carelessly typed code, sent back with a reason, comes again, passes
    const typed = placed.codes[0].toLowerCase().replace('-', ' ')
    const bench = await yes(world.ask(FANG, 'intake.find', { code: typed }))
    expect(bench).toMatchObject({ id, orderNo: placed.no, orchard: { zh: '栖霞一号园' }, actions: ['receive'] })
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    await yes(world.ask(FANG, 'intake.mismatch', { id, key: newKey(), reason: '“乐”缺一点' }))
    expect((await message(world, QIXIA, 'mismatch')).body.zh).toContain('“乐”缺一点')
    expect((await yes(world.ask(QIXIA, 'work.get', { id }))).mismatch?.reason).toBe('“乐”缺一点')
    await yes(world.ask(QIXIA, 'work.record', { id, key: newKey(), step: 'sendAgain' }))
    await passed(world, id)

    // S1-S4: asked, silent for three days, cold with a place and a last day, reminded, sent later
    const question = await yes(world.ask(LIN, 'orders.get', { no: placed.no }))
    expect(question.headline).toBe('toConfirm')
    expect(question.parcels[0].asking).toMatchObject({ lastDay: '2027-01-03' })
    expect(await message(world, LIN, 'confirmSend')).toBeDefined()
    await world.pass(3, 'day')
    await world.pass(11, 'minute')
    const cold = await yes(world.ask(LIN, 'orders.get', { no: placed.no }))
    expect(cold.headline).toBe('cold')
    expect(cold.parcels[0].storage).toMatchObject({
      place: 'A-01-01',
      lastDay: '2027-01-03',
      daysLeft: 117,
      freshDays: 120,
    })
    await world.pass(31, 'day')
    expect(await message(world, LIN, 'reminder')).toBeDefined()
    const sent = await yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() }))
    expect(sent.headline).toBe('toShip')

    // S6-S10: packed from its place, address shown on demand and recorded, shipped, followed, received by the clock
    const { toPack } = await yes(world.ask(FANG, 'packing.list', {}))
    expect(toPack[0]).toMatchObject({
      id,
      place: 'A-01-01',
      to: { phone: '138****1234', detail: '****' },
      suggestedCarrier: 'SF',
    })
    const shown = await yes(world.ask(FANG, 'packing.address', { id, key: newKey() }))
    expect(shown.address.detail).toBe('龙井路 1 号')
    expect(await world.all('looks')).toMatchObject([{ fulfilmentId: id, openid: FANG }])
    const after = await yes(
      world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF12345678901' }),
    )
    expect(after.toPack).toEqual([])
    expect((await world.all('places')).filter(({ holder }) => holder !== '')).toEqual([])
    expect((await message(world, LIN, 'shipped')).body.zh).toContain('SF12345678901')
    await world.pass(3, 'day')
    const delivered = await yes(world.ask(LIN, 'orders.get', { no: placed.no }))
    expect(delivered.parcels[0].state).toBe('delivered')
    expect(delivered.parcels[0].track.map(({ what }) => what)).toContain('快件已签收')
    expect(delivered.actions).toContain('confirmReceipt')
    await world.pass(8, 'day')
    const done = await yes(world.ask(LIN, 'orders.list', { tab: 'done' }))
    expect(done.cards.map(({ no: found }) => found)).toEqual([placed.no])
    expect(done.counts).toMatchObject({ all: 1, done: 1, toPay: 0 })
  })

  it('lets the customer keep the fruit cold at once and confirm receipt by hand', async () => {
    const { no: orderNo, id } = await asked(world)
    expect((await yes(world.ask(LIN, 'orders.keepCold', { id, key: newKey() }))).headline).toBe('cold')
    await yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() }))
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'JDL', waybill: 'JD00012345678' }))
    const done = await yes(world.ask(LIN, 'orders.confirmReceipt', { no: orderNo, key: newKey() }))
    expect(done).toMatchObject({ headline: 'done', parcels: [{ state: 'delivered' }] })
  })

  it('gives the fruit back when an order is not paid in time', async () => {
    const { no: orderNo } = await place(world)
    await yes(world.ask(LIN, 'orders.pay', { no: orderNo, key: newKey() }))
    await world.pass(41, 'minute')
    const expired = await yes(world.ask(LIN, 'orders.get', { no: orderNo }))
    expect(expired).toMatchObject({ headline: 'cancelled', actions: [] })
    expect(await left(world, 'season:fuji-2026')).toBe(720)
    expect(await message(world, LIN, 'expired')).toBeDefined()
    expect((await no(world.ask(LIN, 'orders.pay', { no: orderNo, key: newKey() }))).code).toBe('PAYMENT_EXPIRED')
  })

  it('takes ready stock from payment straight to packing', async () => {
    const { no: orderNo, id } = await packed(world)
    expect(await left(world, 'stock:fuji-xi-ready')).toBe(84)
    const order = await yes(world.ask(LIN, 'orders.get', { no: orderNo }))
    expect(order).toMatchObject({ headline: 'toShip', expectedSendDay: '2026-09-07', parcels: [{ id, kind: 'ready' }] })
    expect((await yes(world.ask(FANG, 'packing.list', {}))).toPack.map((row) => row.id)).toEqual([id])
  })

  it('offers declined and silent work to the next orchard', async () => {
    const { no: orderNo } = await place(world)
    const id = await approved(world, orderNo)
    const key = newKey()
    await yes(world.ask(QIXIA, 'work.decline', { id, key }))
    await yes(world.ask(QIXIA, 'work.decline', { id, key }))
    expect((await yes(world.ask(TIANSHUI, 'work.list', {}))).offered.map((job) => job.id)).toEqual([id])
    expect((await no(world.ask(QIXIA, 'work.get', { id }))).code).toBe('FULFILMENT_UNKNOWN')
    expect(await left(world, 'plot:qixia:fuji-2026')).toBe(480)
  })

  it('grows a pomelo for the laser: no sticker, picked, marked, sent, and a window of days promised', async () => {
    const [line] = birthday
    const pomelo = [{ ...line, productId: 'youzi', packId: 'two' }]
    const quoted = await yes(world.ask(LIN, 'checkout.quote', { lines: pomelo }))
    expect(quoted.sendWindow).toEqual({ from: '2026-10-10', to: '2026-11-05' })
    const { no: number } = await place(world, LIN, pomelo)
    const id = await approved(world, number)
    const job = await yes(world.ask(PINGHE, 'work.accept', { id, key: newKey() }))
    expect(job).toMatchObject({
      seasonId: 'youzi-2026-laser',
      dates: { technique: 'laser', harvestFrom: '2026-10-05', markOn: '2026-10-06', hubBy: '2026-10-08' },
      actions: ['harvest'],
    })
    const record = (step: 'sticker' | 'harvest' | 'mark' | 'dispatch') =>
      world.ask(PINGHE, 'work.record', { id, key: newKey(), step })
    expect(await no(record('sticker'))).toMatchObject({ code: 'OTHER_TECHNIQUE', details: { technique: '激光印字' } })
    await yes(record('harvest'))
    expect((await no(record('dispatch'))).code).toBe('OTHER_TECHNIQUE')
    expect((await yes(record('mark'))).state).toBe('marked')
    expect((await message(world, LIN, 'growth')).body.zh).toContain('字印上果皮了')
    await yes(record('dispatch'))
    await passed(world, id)
    const order = await yes(world.ask(LIN, 'orders.get', { no: number }))
    expect(order.headline).toBe('toConfirm')
    expect(order.parcels[0].asking).not.toBeNull()
  })

  it('sends the money and the fruit back when a paid order is cancelled or rejected', async () => {
    const first = await place(world)
    await pay(world, first.no)
    const cancelled = await yes(world.ask(LIN, 'orders.cancel', { no: first.no, key: newKey() }))
    expect(cancelled).toMatchObject({ headline: 'cancelled', payment: { state: 'refunded', refundedFen: 17200 } })
    const second = await place(world)
    await pay(world, second.no)
    await yes(world.ask(FANG, 'review.reject', { no: second.no, key: newKey(), reason: '这句话做不了' }))
    expect((await message(world, LIN, 'rejected')).body.zh).toContain('这句话做不了')
    expect(await left(world, 'season:fuji-2026')).toBe(720)
  })

  it('lists newest first, page by page, and filters by state', async () => {
    const placed: string[] = []
    for (let i = 0; i < 12; i++) placed.unshift((await place(world, LIN, i % 2 ? ready : birthday)).no)
    const first = await yes(world.ask(LIN, 'orders.list', { tab: 'all' }))
    const second = await yes(world.ask(LIN, 'orders.list', { tab: 'all', cursor: first.next! }))
    const seen = [...first.cards, ...second.cards]
    expect(seen).toHaveLength(12)
    expect(new Set(seen.map((card) => card.no))).toEqual(new Set(placed))
    const keys = seen.map((card) => `${card.createdAt} ${card.no}`)
    expect(keys).toEqual([...keys].sort().reverse())
    expect(second.next).toBeNull()
    expect(first.counts).toMatchObject({ all: 12, toPay: 12 })
    expect((await yes(world.ask(LIN, 'orders.list', { tab: 'toReceive' }))).cards).toEqual([])
  })
}

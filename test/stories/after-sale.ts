import type { Input, OrderView } from '../../contract'
import { packed, pay, place, ready } from './acts'
import { FANG, LIN, newKey, no, yes, type World } from './world'

const ZHOU = 'o-merchant-zhou'

/** A ready-stock order that has been shipped and received. */
async function received(world: World): Promise<OrderView> {
  const { no: orderNo, id } = await packed(world)
  await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: `SF${orderNo.slice(-8)}99` }))
  return yes(world.ask(LIN, 'orders.confirmReceipt', { no: orderNo, key: newKey() }))
}

const asking = (orderNo: string, change: Partial<Input<'orders.claim'>> = {}): Input<'orders.claim'> => ({
  no: orderNo,
  key: newKey(),
  remedy: 'refund',
  reason: 'damaged',
  note: '有两枚压坏了',
  fen: 2000,
  photos: [],
  ...change,
})

async function refundsOf(world: World, orderNo: string) {
  const order = (await world.all('orders')).find(({ _id }) => _id === orderNo)
  return order?.payment.refunds.map(({ no: refundNo, fen, doneAt }) => [refundNo, fen, doneAt !== undefined])
}

const toldTo = async (world: World, openid: string) =>
  (await world.all('inbox')).filter((entry) => entry.openid === openid).map(({ template }) => template)

/** After-sale as people live it (A1, A2), told in memory and on the local cloud. */
export function afterSaleStories(begin: () => Promise<World>): void {
  let world: World
  beforeEach(async () => void (world = await begin()))
  afterEach(() => world.close())

  test('two bruised apples: part of the money goes back, once, and the order is done again', async () => {
    const { no: orderNo, claimableFen } = await received(world)
    const claimed = await yes(world.ask(LIN, 'orders.claim', asking(orderNo)))
    expect(claimed).toMatchObject({ headline: 'afterSale', claims: [{ state: 'requested', actions: ['withdraw'] }] })
    expect(claimed.actions).not.toContain('claim')
    expect(await toldTo(world, FANG)).toContain('claimMade')
    expect(await toldTo(world, ZHOU)).not.toContain('claimMade')
    const [{ id }] = claimed.claims
    const { claims, counts } = await yes(world.ask(FANG, 'claims.list', { tab: 'ours' }))
    expect([claims.map((claim) => claim.id), counts.ours]).toEqual([[id], 1])
    const settle = { id, key: newKey(), fen: 1500 }
    for (let taps = 0; taps < 2; taps++) await yes(world.ask(FANG, 'claims.settle', settle))
    expect(await refundsOf(world, orderNo)).toEqual([[`${orderNo}R1`, 1500, true]])
    const done = await yes(world.ask(LIN, 'orders.get', { no: orderNo }))
    expect(done).toMatchObject({ headline: 'done', payment: { state: 'partlyRefunded', refundedFen: 1500 } })
    expect(done.claimableFen).toBe(claimableFen - 1500)
    expect(await toldTo(world, LIN)).toContain('claimSettled')
  })

  test('the rest of the money goes back by a second claim, and then there is nothing left to claim', async () => {
    const { no: orderNo, claimableFen } = await received(world)
    for (const fen of [1500, claimableFen - 1500]) {
      const { claims } = await yes(world.ask(LIN, 'orders.claim', asking(orderNo, { fen })))
      const { id } = claims[claims.length - 1]
      await yes(world.ask(FANG, 'claims.settle', { id, key: newKey(), fen }))
    }
    const order = await yes(world.ask(LIN, 'orders.get', { no: orderNo }))
    expect(order.payment).toMatchObject({ state: 'refunded', refundedFen: claimableFen })
    expect(order.actions).not.toContain('claim')
    expect((await no(world.ask(LIN, 'orders.claim', asking(orderNo)))).code).toBe('NOT_ALLOWED_NOW')
  })

  test('the fruit goes back first when the customer returns it', async () => {
    const { no: orderNo, claimableFen } = await received(world)
    const ask = asking(orderNo, { remedy: 'returnAndRefund', fen: claimableFen })
    const [{ id }] = (await yes(world.ask(LIN, 'orders.claim', ask))).claims
    await yes(world.ask(FANG, 'claims.agree', { id, key: newKey() }))
    await yes(world.ask(LIN, 'orders.sendBackGoods', { id, key: newKey(), carrier: 'ZTO', waybill: 'ZT 1234 5678' }))
    await yes(world.ask(ZHOU, 'claims.receiveBack', { id, key: newKey() }))
    expect((await no(world.ask(ZHOU, 'claims.settle', { id, key: newKey(), fen: 1 }))).code).toBe('NOT_YOURS')
    await yes(world.ask(FANG, 'claims.settle', { id, key: newKey(), fen: claimableFen }))
    const done = await yes(world.ask(LIN, 'orders.get', { no: orderNo }))
    expect(done.payment.state).toBe('refunded')
    expect(done.claims[0].history.map(({ did }) => did)).toEqual([
      'request',
      'agree',
      'sendBack',
      'receiveBack',
      'settle',
    ])
  })

  test('a refusal may be objected to once, and nobody waits for ever', async () => {
    const { no: orderNo } = await received(world)
    const [{ id }] = (await yes(world.ask(LIN, 'orders.claim', asking(orderNo)))).claims
    await world.pass(49, 'hour')
    expect(await toldTo(world, FANG)).toContain('claimOverdue')
    for (let round = 0; round < 2; round++) {
      await yes(world.ask(FANG, 'claims.refuse', { id, key: newKey(), reason: '照片里是好的' }))
      const insist = world.ask(LIN, 'orders.escalateClaim', { id, key: newKey(), note: '背面坏了' })
      if (round === 0) await yes(insist)
      else expect((await no(insist)).code).toBe('NOT_ALLOWED_NOW')
    }
    await world.pass(8, 'day')
    const order = await yes(world.ask(LIN, 'orders.get', { no: orderNo }))
    expect(order).toMatchObject({ headline: 'done', claims: [{ state: 'withdrawn' }] })
    expect(await refundsOf(world, orderNo)).toEqual([])
    expect(await toldTo(world, LIN)).toContain('claimLapsed')
  })

  test('a claim is refused with its reason: too much, no reason, not received yet, one open, too late', async () => {
    const { no: orderNo, claimableFen } = await received(world)
    const claim = (change: Partial<Input<'orders.claim'>>) =>
      no(world.ask(LIN, 'orders.claim', asking(orderNo, change)))
    expect(await claim({ fen: claimableFen + 1 })).toMatchObject({ code: 'REFUND_TOO_MUCH', field: 'fen' })
    expect(await claim({ fen: 0 })).toMatchObject({ code: 'REFUND_TOO_MUCH', field: 'fen' })
    expect(await claim({ note: ' ' })).toMatchObject({ code: 'REASON_MISSING', field: 'note' })
    const { no: unsent } = await place(world, LIN, ready)
    await pay(world, unsent)
    expect((await claim({ no: unsent })).code).toBe('NOT_ALLOWED_NOW')
    const [{ id }] = (await yes(world.ask(LIN, 'orders.claim', asking(orderNo)))).claims
    expect((await claim({})).code).toBe('CLAIM_OPEN')
    await yes(world.ask(LIN, 'orders.withdrawClaim', { id, key: newKey() }))
    await world.pass(7, 'day')
    expect((await claim({})).code).toBe('CLAIM_TOO_LATE')
  })

  test('an order in dispute is not completed by the clock', async () => {
    const { no: orderNo, id } = await packed(world)
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF1234567899' }))
    const [{ id: claimId }] = (await yes(world.ask(LIN, 'orders.claim', asking(orderNo)))).claims
    await yes(world.ask(FANG, 'claims.refuse', { id: claimId, key: newKey(), reason: '还没收到呢' }))
    await yes(world.ask(LIN, 'orders.escalateClaim', { id: claimId, key: newKey(), note: '快递弄丢了' }))
    await world.pass(20, 'day')
    expect((await yes(world.ask(LIN, 'orders.get', { no: orderNo }))).headline).toBe('afterSale')
    await yes(world.ask(FANG, 'claims.settle', { id: claimId, key: newKey(), fen: 2000 }))
    await world.pass(1, 'hour')
    expect((await yes(world.ask(LIN, 'orders.get', { no: orderNo }))).headline).toBe('done')
  })
}

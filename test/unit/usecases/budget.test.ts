import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { BUDGET_MS, FUNCTION_MS } from '../../../cloudfunctions/usecases/core/budget'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import type { OrderDoc } from '../../../domain/order/order'
import { POLICY } from '../../../domain/policy'
import { HOME } from '../../stories/acts'
import { FANG, LIN, newKey, QIXIA, TIANSHUI, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

const FUNCTIONS = path.resolve(__dirname, '..', '..', '..', 'cloudfunctions')
/** Every call of a port takes this long: five times what a busy day brings. */
const SLOW_MS = 250

const largest = Array.from({ length: POLICY.maxLines }, (_, i) => ({
  productId: 'fuji',
  packId: 'six',
  packs: i === 0 ? 5 : 1,
  imprint: { kind: 'text' as const, text: `第${i + 1}颗`, face: 'hei' as const },
}))

/** Round trips to the database and WeChat of each event, for the largest order. */
const MOST_TRIPS = {
  'checkout.quote': 3,
  'orders.place': 25,
  'orders.pay': 3,
  notice: 10,
  'orders.checkPayment': 2,
  'review.approve': 118,
  'work.accept': 9,
  'work.record': 10,
  'intake.receive': 9,
  'intake.pass': 12,
  'orders.confirmSend': 10,
  'packing.address': 4,
  'packing.ship': 14,
  'orders.confirmReceipt': 81,
  'review.list': 2,
  'intake.list': 2,
  'packing.list': 3,
  'desk.get': 8,
  'work.list': 8,
  'orders.list': 3,
}

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

const order = (no: string) => world.ports.db.all<OrderDoc>('orders').find(({ _id }) => _id === no) as OrderDoc
const parcels = () => world.ports.db.all<FulfilmentDoc>('fulfilments')
const queued = () =>
  [...world.ports.db.all<OrderDoc>('orders'), ...parcels()].flatMap(({ outbox }) =>
    Object.values(outbox).filter(({ state }) => state === 'queued'),
  )

/** The largest order there may be, from the basket to the door, with every act of every role. */
async function journey(): Promise<string> {
  const { totalFen } = await yes(world.ask(LIN, 'checkout.quote', { lines: largest, province: HOME.province }))
  const input = { key: newKey(), lines: largest, address: HOME, remark: '慢慢来', expectedTotalFen: totalFen }
  const { no } = await yes(world.ask(LIN, 'orders.place', input))
  await world.payOnSheet(LIN, await yes(world.ask(LIN, 'orders.pay', { no, key: newKey() })))
  await yes(world.ask(LIN, 'orders.checkPayment', { no, key: newKey() }))
  await world.pass(1, 'hour')
  await yes(world.ask(FANG, 'review.approve', { no, key: newKey() }))
  await world.pass(1, 'hour')
  for (const { _id: id, orchardId } of parcels()) {
    const who = orchardId === 'qixia' ? QIXIA : TIANSHUI
    await yes(world.ask(who, 'work.accept', { id, key: newKey() }))
    for (const step of ['sticker', 'colour', 'harvest', 'dispatch'] as const)
      await yes(world.ask(who, 'work.record', { id, key: newKey(), step }))
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    await yes(world.ask(FANG, 'intake.pass', { id, key: newKey() }))
    await yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() }))
    await yes(world.ask(FANG, 'packing.address', { id, key: newKey() }))
    const waybill = `SF${id.replace(/\D/g, '').slice(-4).padStart(8, '1')}${id.length}`
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill }))
  }
  await world.pass(1, 'hour')
  await yes(world.ask(LIN, 'orders.confirmReceipt', { no, key: newKey() }))
  await world.pass(3, 'hour')
  for (const name of ['review.list', 'intake.list', 'packing.list', 'desk.get'] as const)
    await yes(world.ask(FANG, name, {}))
  await yes(world.ask(QIXIA, 'work.list', {}))
  await yes(world.ask(LIN, 'orders.list', { tab: 'all' }))
  return no
}

/** The longest event of each kind. */
function longest(): Record<string, { ms: number; trips: number }> {
  const found: Record<string, { ms: number; trips: number }> = {}
  for (const { what, ms, trips } of world.events) {
    const known = found[what] ?? { ms: 0, trips: 0 }
    found[what] = { ms: Math.max(known.ms, ms), trips: Math.max(known.trips, trips) }
  }
  return found
}

describe('the largest order', () => {
  it(`goes all the way in a world where every call takes ${SLOW_MS} ms, and no event comes near the 20 s cut`, async () => {
    world.ports.slowDown(SLOW_MS)
    const no = await journey()
    expect(order(no).state).toBe('completed')
    expect(parcels()).toHaveLength(POLICY.maxLines)
    expect(parcels().every(({ state }) => state === 'delivered')).toBe(true)
    expect(queued()).toEqual([])
    const { notice, ...others } = longest()
    expect(notice.ms).toBeLessThanOrEqual(5_000)
    const most = Math.max(...Object.values(others).map(({ ms }) => ms))
    expect(most).toBeLessThanOrEqual(FUNCTION_MS * 0.9)
    expect(most).toBeGreaterThan(BUDGET_MS.act)
  })

  it('is done at once in a world that is as fast as usual, within these round trips', async () => {
    await journey()
    expect(Object.fromEntries(Object.entries(longest()).map(([what, { trips }]) => [what, trips]))).toEqual(MOST_TRIPS)
  })
})

describe('the time an event may take', () => {
  it('is what the deployed functions are configured with', () => {
    const timeouts = readdirSync(FUNCTIONS)
      .map((name) => path.join(FUNCTIONS, name, 'config.json'))
      .filter((file) => existsSync(file))
      .map((file) => (JSON.parse(readFileSync(file, 'utf8')) as { timeout: number }).timeout * 1000)
    expect(timeouts).toEqual(Array(6).fill(FUNCTION_MS))
  })
})

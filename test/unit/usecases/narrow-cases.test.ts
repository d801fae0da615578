import { doEach } from '../../../cloudfunctions/usecases/effects/each'
import { releaseHolds } from '../../../cloudfunctions/usecases/clock/orphans'
import type { OrderDoc } from '../../../domain/order/order'
import { approved, birthday, pay, place } from '../../stories/acts'
import { FANG, LIN, newKey, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

test('a reviewer sees the street while reviewing, and not afterwards', async () => {
  const { no } = await place(world, LIN, birthday)
  await pay(world, no)
  const street = async () => (await yes(world.ask(FANG, 'review.get', { no }))).address.detail
  expect(await street()).toBe('龙井路 1 号')
  await yes(world.ask(FANG, 'review.approve', { no, key: newKey() }))
  expect(await street()).toBe('****')
})

test('messages of a duty that was taken away are not shown any more', async () => {
  const { no } = await place(world)
  await pay(world, no)
  const kinds = async () =>
    (await yes(world.ask(FANG, 'merchantInbox.list', {}))).entries.map(({ template }) => template)
  expect(await kinds()).toContain('toReview')
  const fang = { _id: FANG, role: 'merchant', name: '阿芳', orchardId: null, active: true, duties: ['warehouse'] }
  world.ports.db.fill({ staff: [fang] })
  expect(await kinds()).not.toContain('toReview')
})

test('a paid order is not asked about its older sheets', async () => {
  const { no } = await place(world)
  const { outTradeNo } = await yes(world.ask(LIN, 'orders.pay', { no, key: newKey() }))
  const [order] = world.ports.db.all<OrderDoc>('orders')
  const newer = { ...order.payment.attempts[0], outTradeNo: `${no}P2` }
  const attempts = [newer, ...order.payment.attempts].reverse()
  world.ports.db.fill({ orders: [{ ...order, payment: { ...order.payment, attempts } }] })
  await world.ports.payments.open({
    outTradeNo: newer.outTradeNo,
    totalFen: order.totalFen,
    description: '',
    clientIp: '',
  })
  world.ports.payAtWeChat(newer.outTradeNo)
  world.ports.asked.length = 0
  await yes(world.ask(LIN, 'orders.checkPayment', { no, key: newKey() }))
  const questions = world.ports.asked.filter((asked) => asked === `payments.status ${outTradeNo}`)
  // Closing it asks once; checking does not.
  expect(questions).toHaveLength(1)
})

test('each of a list is done although one before it failed, and the failure is told', async () => {
  const done: number[] = []
  const work = async (one: number) => {
    if (one === 1) throw new Error('refused')
    done.push(one)
  }
  await expect(doEach([1, 2, 3], work)).rejects.toThrow('refused')
  expect(done).toEqual([2, 3])
})

test('fruit stays with an order whose outbox holds an entry that cannot be read', async () => {
  const { no } = await place(world)
  await approved(world, no)
  const order = world.ports.db.all<OrderDoc>('orders').find(({ _id }) => _id === no)
  world.ports.db.fill({ orders: [{ ...order, outbox: { broken: null } }] })
  const [counter] = world.ports.db.all<{ _id: string }>('counters').filter(({ _id }) => _id === 'season:fuji-2026')
  const held = { ...counter, holds: { [no]: 12 } }
  world.ports.db.fill({ counters: [held] })
  world.ports.setNow('2026-09-08T19:00:00.000Z')
  await releaseHolds(world.ports, [held as never])
  expect(world.ports.db.all('counters')).toContainEqual(held)
})

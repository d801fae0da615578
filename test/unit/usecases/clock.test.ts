import { workThrough } from '../../../cloudfunctions/usecases/clock/due'
import { workOnOrder } from '../../../cloudfunctions/usecases/clock/due-order'
import { releaseExtraPlaces, releaseHolds } from '../../../cloudfunctions/usecases/clock/orphans'
import { tick } from '../../../cloudfunctions/usecases/clock/tick'
import type { OrderDoc } from '../../../domain/order/order'
import { later, NEVER } from '../../../domain/time'
import { approved, asked, left, packed, place } from '../../stories/acts'
import { FANG, LIN, newKey, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'
import { fakePorts } from '../support/fake-ports'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))
const order = (no: string) => world.ports.db.all<OrderDoc>('orders').find(({ _id }) => _id === no)

async function releaseOrphans({ ports }: FakeWorld): Promise<void> {
  await releaseHolds(ports, ports.db.all('counters'))
  await releaseExtraPlaces(ports)
}

describe('a tick', () => {
  it('costs one read per collection when nothing is due', async () => {
    await place(world)
    await tick(world.ports)
    const trips = ['find orders', 'find fulfilments', 'find aftersales']
    expect(await world.trips(() => tick(world.ports))).toEqual(trips)
  })

  it('asks WeChat before it lets an order expire, so that a lost notice costs nobody the fruit', async () => {
    const { no } = await place(world)
    const { outTradeNo } = await yes(world.ask(LIN, 'orders.pay', { no, key: newKey() }))
    world.ports.payAtWeChat(outTradeNo)
    await world.pass(45, 'minute')
    expect(order(no)).toMatchObject({ state: 'inReview', payment: { state: 'paid' } })
    expect(world.ports.logs).toEqual([])
  })

  it('lets an order wait while WeChat does not answer, and expires it later', async () => {
    const { no } = await place(world)
    await yes(world.ask(LIN, 'orders.pay', { no, key: newKey() }))
    world.ports.setNow(later(world.ports.now(), 31, 'minute'))
    world.ports.failNext('payments.status')
    await tick(world.ports)
    expect(order(no)?.state).toBe('placed')
    world.ports.setNow(later(world.ports.now(), 10, 'minute'))
    await tick(world.ports)
    expect(order(no)?.state).toBe('cancelled')
  })

  it('offers silent work to the next orchard after two days, then to nobody in a loop', async () => {
    const { no } = await place(world)
    const id = await approved(world, no)
    await world.pass(49, 'hour')
    const parcel = (await world.all('fulfilments')).find(({ _id }) => _id === id)
    expect(parcel).toMatchObject({ state: 'offered', orchardId: 'tianshui', declinedBy: ['qixia'] })
  })

  it('sends the fruit when the storage life ends, and says so', async () => {
    const { no, id } = await asked(world)
    await yes(world.ask(LIN, 'orders.keepCold', { id, key: newKey() }))
    await world.pass(121, 'day')
    expect(order(no)?.headline).toBe('toShip')
    const told = (await world.all('inbox')).filter(({ openid }) => openid === LIN).map(({ template }) => template)
    expect(told.filter((template) => template === 'reminder')).toHaveLength(4)
    expect(told).toContain('lastDay')
  })

  it('asks a silent carrier again with the next round only', async () => {
    const { id } = await packed(world)
    await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF00000000009' }))
    world.ports.setNow(later(world.ports.now(), 7, 'hour'))
    world.ports.failNext('carriers.track')
    await tick(world.ports)
    await tick(world.ports)
    expect(world.ports.asked.filter((what) => what.startsWith('carriers.track'))).toHaveLength(1)
    await world.pass(7, 'hour')
    expect((await world.all('fulfilments'))[0].track).toHaveLength(1)
  })
})

describe('holds of orders that were never written', () => {
  const hold = (no: string) =>
    world.ports.db.update(
      'counters',
      { _id: 'season:fuji-2026' },
      { set: { [`holds.${no}`]: 12 }, add: { available: -12 } },
    )
  const night = '2026-09-05T19:05:00.000Z'

  it('are given back at night, once their day is over', async () => {
    await hold('GY260905LOST00')
    await tick(world.ports)
    expect(await left(world, 'season:fuji-2026')).toBe(708)
    world.ports.setNow(night)
    await tick(world.ports)
    await tick(world.ports)
    expect(await left(world, 'season:fuji-2026')).toBe(720)
  })

  it('stay when the order is there, or may still come', async () => {
    world.ports.setNow('2026-09-05T15:55:00.000Z')
    await place(world)
    await hold('GY260906MAYBE0')
    world.ports.setNow(night)
    const before = (await world.all('counters')).find(({ _id }) => _id === 'season:fuji-2026')
    await releaseOrphans(world)
    expect((await world.all('counters')).find(({ _id }) => _id === 'season:fuji-2026')).toEqual(before)
  })
})

describe('holds that an order or a parcel has outlived', () => {
  it('are given back at night, and those whose follow-up is still to come are not', async () => {
    const { no, id } = await asked(world)
    const { db } = world.ports
    const again = async (counterId: string, holder: string) =>
      db.update('counters', { _id: counterId }, { set: { [`holds.${holder}`]: 12 }, add: { available: -12 } })
    await again('season:fuji-2026', no)
    await again('plot:qixia:fuji-2026', id)
    const waitsForClosing = { '9-closeSale': { effect: 'closeSale', state: 'queued', tries: 1, nextAt: NEVER } }
    world.ports.setNow(later(world.ports.now(), 1, 'day'))
    for (const [collection, _id] of [['orders', no] as const, ['fulfilments', id] as const])
      await db.update(collection, { _id }, { set: { outbox: waitsForClosing } })
    await releaseOrphans(world)
    expect([await left(world, 'season:fuji-2026'), await left(world, 'plot:qixia:fuji-2026')]).toEqual([696, 456])
    for (const [collection, _id] of [['orders', no] as const, ['fulfilments', id] as const])
      await db.update(collection, { _id }, { set: { outbox: {} } })
    await releaseOrphans(world)
    expect([await left(world, 'season:fuji-2026'), await left(world, 'plot:qixia:fuji-2026')]).toEqual([708, 468])
  })
})

describe('room that is kept for nobody', () => {
  it('is given back at night: a place too many, and an orchard’s share of a parcel that went to another', async () => {
    const { id } = await asked(world)
    const waiting = await approved(world, (await place(world)).no)
    const { db } = world.ports
    const share = { _id: 'plot:tianshui:fuji-2026' }
    await db.update('counters', share, { set: { [`holds.${id}`]: 12 }, add: { available: -12 } })
    await db.update('places', { _id: 'A-02-02' }, { set: { holder: id } })
    await releaseOrphans(world)
    expect((await world.all('places')).filter(({ holder }) => holder !== '')).toEqual([{ _id: 'A-01-01', holder: id }])
    const plots = (await world.all('counters')).filter(
      ({ _id }) => _id.startsWith('plot:') && _id.endsWith('fuji-2026'),
    )
    expect(plots.map(({ available, holds, soldForGood }) => [available, holds, soldForGood])).toEqual([
      [456, { [waiting]: 12 }, 12],
      [240, {}, 0],
    ])
  })
})

describe('working through what is due', () => {
  const poison = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      _id: `poison-${i}`,
      dueAt: `2026-09-04T00:00:0${i % 10}.000Z`,
      outbox: null,
    }))

  /** An order that is due after all of the poison. */
  async function dueOrder(): Promise<string> {
    const { no } = await place(world)
    world.ports.setNow(later(world.ports.now(), 31, 'minute'))
    return no
  }

  it('gets past any number of documents that fail, tries each of them once, and shows them to a person', async () => {
    const no = await dueOrder()
    world.ports.db.fill({ orders: poison(1250) })
    const tried: string[] = []
    const event = world.ports.event('clock')
    const worked = await workThrough(event, 'orders', (doc) => (tried.push(doc._id), workOnOrder(event, doc)), 1)
    expect([worked, tried.length, new Set(tried).size]).toEqual([{ done: 1, finished: true }, 1251, 1251])
    expect(order(no)?.state).toBe('cancelled')
    expect(world.ports.logs.filter(({ what }) => what === 'due document failed')).toHaveLength(1250)
    expect(order('poison-7')).toMatchObject({ trouble: 1, outbox: null })
  })

  it('does not let documents that fail slowly stand before the others for ever', async () => {
    world.ports.db.fill({ orders: poison(12) })
    const no = await dueOrder()
    const { budgetMs } = world.ports.event('clock')
    for (let ticks = 0; ticks < 8; ticks++) {
      const event = world.ports.event('clock')
      await workThrough(
        event,
        'orders',
        async (doc) => {
          if (doc._id === no) return workOnOrder(event, doc)
          world.ports.slowDown(budgetMs / 4)
          await event.db.get('orders', doc._id)
          world.ports.slowDown(0)
          throw new Error('slow poison')
        },
        1,
      )
      world.ports.setNow(later(world.ports.now(), 2, 'minute'))
    }
    expect(order(no)?.state).toBe('cancelled')
  })

  it('goes on although what fails cannot even be put aside', async () => {
    const no = await dueOrder()
    world.ports.db.fill({ orders: poison(250) })
    const { update } = world.ports.db
    world.ports.db.update = async (collection, where, change) => {
      if (collection === 'orders') throw new Error('down')
      return update(collection, where, change)
    }
    await tick(world.ports.event('clock'))
    expect(order(no)?.state).toBe('cancelled')
  })

  it('stops when its time is up and leaves the rest to the next tick', async () => {
    const ports = fakePorts()
    ports.db.fill({ orders: poison(5) })
    ports.slowDown(ports.budgetMs / 4)
    const work = async () => void (await ports.db.get('orders', 'poison-0'))
    expect(await workThrough(ports, 'orders', work, 0.5)).toEqual({ done: 1, finished: false })
  })

  it('looks again soon when WeChat Pay is silent, and calls that no trouble', async () => {
    const { no } = await place(world)
    await yes(world.ask(LIN, 'orders.pay', { no, key: newKey() }))
    for (let silent = 0; silent < 3; silent++) {
      world.ports.setNow(later(world.ports.now(), 31, 'minute'))
      world.ports.failNext('payments.status')
      await tick(world.ports.event('clock'))
      expect(order(no)).toMatchObject({ state: 'placed', trouble: 0, dueAt: later(world.ports.now(), 5, 'minute') })
    }
    world.ports.setNow(later(world.ports.now(), 10, 'minute'))
    await tick(world.ports.event('clock'))
    expect(order(no)?.state).toBe('cancelled')
  })

  it('takes the note of a document that failed back as soon as it succeeds', async () => {
    const no = await dueOrder()
    const { replace } = world.ports.db
    world.ports.db.replace = async () => {
      throw new Error('down')
    }
    await tick(world.ports.event('clock'))
    expect(order(no)).toMatchObject({ state: 'placed', trouble: 1 })
    world.ports.db.replace = replace
    world.ports.setNow(later(world.ports.now(), 10, 'minute'))
    await tick(world.ports.event('clock'))
    expect(order(no)).toMatchObject({ state: 'cancelled', trouble: 0 })
  })
})

import { releaseHolds } from '../../../cloudfunctions/usecases/clock/orphans'
import { tick } from '../../../cloudfunctions/usecases/clock/tick'
import { readAll } from '../../../cloudfunctions/usecases/core/read-all'
import type { Counter } from '../../../domain/catalogue/counter'
import type { FulfilmentState } from '../../../domain/fulfilment/machine'
import { later, NEVER } from '../../../domain/time'
import type { Input, Output } from '../../../contract'
import { DEMO_START } from '../../../workbench/demo'
import { anOrder, aParcel, paidOrder } from '../domain/given'
import { pay, place } from '../../stories/acts'
import { FANG, LIN, QIXIA, yes } from '../../stories/world'
import type { Paged } from '../../../src/state/pages'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

// Several at the same moment: a page may end between two of them.
const at = (i: number) => later(DEMO_START, Math.floor(i / 7), 'minute')
const no = (i: number) => `GY260905Q${String(i).padStart(5, '0')}`
const many = <T>(count: number, one: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => one(i))

/** Every page of a list, as a phone reads it to the end. */
async function pages<P extends Paged>(who: string, name: P): Promise<Output<P>[]> {
  const all: Output<P>[] = []
  for (let cursor: Input<P>['cursor'] = undefined; all.length < 100; ) {
    const page: Output<P> = await yes(world.ask(who, name, { cursor } as Input<P>))
    all.push(page)
    if (!page.next) return all
    cursor = page.next
  }
  throw new Error(`${name} has no end`)
}

function parcels(count: number, state: FulfilmentState) {
  const docs = many(count, (i) =>
    aParcel({ _id: `${no(i)}-F1`, orderNo: no(i), state, orchardId: 'qixia', createdAt: at(i), dueAt: NEVER }),
  )
  const orders = many(count, (i) => anOrder({ _id: no(i), requestKey: no(i), createdAt: at(i), dueAt: NEVER }))
  world.ports.db.fill({ fulfilments: docs, orders })
}

describe('nothing is cut, however much there is', () => {
  it('250 orders in review', async () => {
    const orders = many(250, (i) => paidOrder({ _id: no(i), requestKey: no(i), createdAt: at(i), dueAt: NEVER }))
    world.ports.db.fill({ orders })
    const seen = (await pages(FANG, 'review.list')).flatMap((page) => page.orders.map((order) => order.no))
    expect(seen).toEqual(orders.map(({ _id }) => _id))
  })

  it('320 parcels at the hub', async () => {
    parcels(320, 'received')
    const seen = (await pages(FANG, 'intake.list')).flatMap(({ received }) => received.map(({ id }) => id))
    expect(seen).toEqual(many(320, (i) => `${no(i)}-F1`))
  })

  it('320 parcels to pack', async () => {
    parcels(320, 'packing')
    const seen = (await pages(FANG, 'packing.list')).flatMap(({ toPack }) => toPack.map(({ id }) => id))
    expect(new Set(seen).size).toBe(320)
    expect(seen).toHaveLength(320)
  })

  it('620 jobs of one orchard', async () => {
    parcels(620, 'accepted')
    const seen = (await pages(QIXIA, 'work.list')).flatMap(({ underWay }) => underWay.map(({ id }) => id))
    expect(seen).toEqual(many(620, (i) => `${no(i)}-F1`))
  })

  it('230 messages of one person, with all that are unread counted on every page', async () => {
    const inbox = many(230, (i) => ({
      _id: `m${i}`,
      openid: LIN,
      template: 'paid',
      at: at(i),
      read: false,
      pushed: false,
    }))
    world.ports.db.fill({ inbox })
    const read = await pages(LIN, 'inbox.list')
    expect(new Set(read.flatMap(({ entries }) => entries.map(({ id }) => id))).size).toBe(230)
    expect(read.map(({ unread }) => unread)).toEqual(read.map(() => 230))
  })

  it('300 of the staff, who are all told, and those who allowed it by subscribe message', async () => {
    const staff = many(300, (i) => ({
      _id: `o-staff-${i}`,
      role: 'merchant',
      name: '',
      orchardId: null,
      active: true,
      duties: ['owner'],
    }))
    const credits = many(120, (i) => ({ _id: `o-staff-${i}:toReview`, left: 1, keys: [] }))
    world.ports.db.fill({ staff, credits })
    await pay(world, (await place(world)).no)
    await world.pass(1, 'hour')
    const told = (await world.all('inbox')).filter(({ template }) => template === 'toReview')
    expect(told.filter(({ openid }) => openid.startsWith('o-staff-'))).toHaveLength(300)
    expect(told.filter(({ pushed }) => pushed)).toHaveLength(120)
    expect(world.ports.asked.filter((what) => what.endsWith(' toReview'))).toHaveLength(120)
  })

  it('1,200 counters with something held for nobody in the last of them', async () => {
    const counters = many(
      1_200,
      (i): Counter => ({
        _id: `season:z${String(i).padStart(4, '0')}`,
        available: 0,
        holds: i === 1_199 ? { GY260801LOST00: 12 } : {},
        sold: {},
        soldForGood: 0,
      }),
    )
    world.ports.db.fill({ counters })
    const all = await readAll(world.ports, 'counters', {})
    expect(all.filter(({ _id }) => _id.startsWith('season:z'))).toHaveLength(1_200)
    world.ports.setNow('2026-09-05T19:05:00.000Z')
    await tick(world.ports.event('clock'))
    const last = () => world.ports.db.all<Counter>('counters').find(({ _id }) => _id === 'season:z1199') as Counter
    expect(last()).toMatchObject({ available: 12, holds: {} })
    await releaseHolds(world.ports, [last()])
    expect(last().available).toBe(12)
  })

  it('the night’s look goes on where a slow tick had to stop', async () => {
    const counters = many(1_200, (i) => ({
      _id: `season:z${i + 1_000}`,
      available: 0,
      holds: {},
      sold: {},
      soldForGood: 0,
    }))
    world.ports.db.fill({ counters })
    world.ports.setNow('2026-09-05T19:05:00.000Z')
    world.ports.slowDown(500)
    const after = async () => {
      await tick(world.ports.event('clock'))
      return (await world.all('leases'))[0].night?.after
    }
    const [first, second] = [await after(), await after()]
    expect(typeof first).toBe('string')
    expect(second === null || String(second) > String(first)).toBe(true)
    expect(await after()).toBeNull()
  })

  it('1,100 unpaid orders that are due at once', async () => {
    const orders = many(1_100, (i) => anOrder({ _id: no(i), requestKey: no(i), dueAt: DEMO_START, payBy: DEMO_START }))
    world.ports.db.fill({ orders })
    await tick(world.ports.event('clock'))
    expect((await world.all('orders')).filter(({ state }) => state === 'cancelled')).toHaveLength(1_100)
  })
})

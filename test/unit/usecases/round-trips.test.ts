import { asked, birthday, orderInput, place } from '../../stories/acts'
import { LIN, newKey, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

/** Most round trips to the database an act may cost; a phone waits for them. */
describe('round trips per act', () => {
  it('place an order: 7', async () => {
    const input = await orderInput(world, LIN, birthday)
    const trips = await world.trips(() => yes(world.ask(LIN, 'orders.place', input)))
    expect(trips).toEqual([
      'find orders',
      'find products',
      'find seasons',
      'update counters',
      'insert imprints',
      'insert orders',
      'put profiles',
    ])
  })

  it('open the payment sheet: 2, and 1 when it is open already', async () => {
    const { no } = await place(world)
    const open = () => world.trips(() => yes(world.ask(LIN, 'orders.pay', { no, key: newKey() })))
    expect(await open()).toEqual(['get orders', 'replace orders'])
    expect(await open()).toEqual(['get orders'])
  })

  it('list my orders: 2, whatever their number', async () => {
    for (let i = 0; i < 12; i++) await place(world)
    expect(await world.trips(() => yes(world.ask(LIN, 'orders.list', { tab: 'all' })))).toEqual([
      'find orders',
      'countBy orders',
    ])
  })

  it('show an order: 1 before it is accepted, 2 after', async () => {
    const { no } = await place(world)
    expect(await world.trips(() => yes(world.ask(LIN, 'orders.get', { no })))).toEqual(['get orders'])
    const later = await asked(world)
    expect(await world.trips(() => yes(world.ask(LIN, 'orders.get', { no: later.no })))).toEqual([
      'get orders',
      'find fulfilments',
    ])
  })

  it('confirm sending: the parcel, its order, the merchant’s message, and the answer', async () => {
    const { id } = await asked(world)
    const trips = await world.trips(() => yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() })))
    expect(trips.length).toBeLessThanOrEqual(10)
  })

  it('show the shelf: 3', async () => {
    expect(await world.trips(() => yes(world.ask(LIN, 'catalogue.list', {})))).toEqual([
      'find products',
      'find seasons',
      'find counters',
    ])
  })
})

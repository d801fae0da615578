import { approved, asked, birthday, grown, orderInput, pay, place } from '../../stories/acts'
import { FANG, LIN, newKey, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

/** Most round trips to the database an act may cost; a phone waits for them. */
describe('round trips per act', () => {
  it('place an order: 9, and 8 when its design is cut already', async () => {
    const input = await orderInput(world, LIN, birthday)
    const trips = await world.trips(() => yes(world.ask(LIN, 'orders.place', input)))
    expect(trips).toEqual([
      'find orders',
      'find products',
      'find seasons',
      'find stencils',
      'insert stencils',
      'update counters',
      'insert imprints',
      'insert orders',
      'put profiles',
    ])
    const again = await orderInput(world, LIN, birthday)
    expect(await world.trips(() => yes(world.ask(LIN, 'orders.place', again)))).toHaveLength(8)
  })

  it('open the payment sheet: 2, and 1 when it is open already', async () => {
    const { no } = await place(world)
    const open = () => world.trips(() => yes(world.ask(LIN, 'orders.pay', { no, key: newKey() })))
    expect(await open()).toEqual(['get orders', 'replace orders'])
    expect(await open()).toEqual(['get orders'])
  })

  it('list my orders: 3, whatever their number', async () => {
    for (let i = 0; i < 12; i++) await place(world)
    expect(await world.trips(() => yes(world.ask(LIN, 'orders.list', { tab: 'all' })))).toEqual([
      'find orders',
      'countBy orders',
      'find stencils',
    ])
  })

  it('show an order: 2 before it is accepted, 3 after', async () => {
    const { no } = await place(world)
    expect(await world.trips(() => yes(world.ask(LIN, 'orders.get', { no })))).toEqual(['get orders', 'find stencils'])
    const later = await asked(world)
    expect(await world.trips(() => yes(world.ask(LIN, 'orders.get', { no: later.no })))).toEqual([
      'get orders',
      'find fulfilments',
      'find stencils',
    ])
  })

  it('approve: 20, with the split, the offer, both mirrors and both messages', async () => {
    const { no } = await place(world)
    await pay(world, no)
    const trips = await world.trips(() => yes(world.ask(FANG, 'review.approve', { no, key: newKey() })))
    expect(trips.length).toBeLessThanOrEqual(20)
    expect(trips.filter((trip) => trip === 'get orders')).toHaveLength(1)
  })

  it('pass: 12, with the place, the order and the question to the customer', async () => {
    const { no } = await place(world)
    const id = await approved(world, no)
    await grown(world, id)
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    const trips = await world.trips(() => yes(world.ask(FANG, 'intake.pass', { id, key: newKey() })))
    expect(trips.length).toBeLessThanOrEqual(12)
  })

  it('confirm sending: 9, the parcel, its order, the message to two of the staff, and the answer without another read', async () => {
    const { id } = await asked(world)
    const trips = await world.trips(() => yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() })))
    expect(trips).toEqual([
      'get fulfilments',
      'replace fulfilments',
      'get orders',
      'replace orders',
      'find staff',
      'insert inbox',
      'find credits',
      'replace fulfilments',
      'find stencils',
    ])
  })

  it('ship: 13, with the waybill, the order, the place, the message and the list', async () => {
    const { id } = await asked(world)
    await yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() }))
    const shipping = { id, key: newKey(), carrier: 'SF', waybill: 'SF1234567890' }
    const trips = await world.trips(() => yes(world.ask(FANG, 'packing.ship', shipping)))
    expect(trips.length).toBeLessThanOrEqual(13)
  })

  it('show the shelf: 3', async () => {
    expect(await world.trips(() => yes(world.ask(LIN, 'catalogue.list', {})))).toEqual([
      'find products',
      'find seasons',
      'find counters',
    ])
  })
})

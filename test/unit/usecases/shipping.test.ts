import { birthday, grown, passed, pay, place, ready } from '../../stories/acts'
import { FANG, LIN, newKey, no, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))

const uploads = () =>
  world.ports.asked.flatMap((what) =>
    what.startsWith('shipping.upload') ? [what.slice('shipping.upload '.length)] : [],
  )
const ship = (id: string, waybill: string) =>
  yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill }))
const receive = (orderNo: string) => world.ask(LIN, 'orders.confirmReceipt', { no: orderNo, key: newKey() })

/** Two custom fruits and a box from the shelf, approved: three parcels, of which the last is packed at once. */
async function threeParcels() {
  const { no: orderNo } = await place(world, LIN, [...birthday, ...birthday, ...ready])
  await pay(world, orderNo)
  await yes(world.ask(FANG, 'review.approve', { no: orderNo, key: newKey() }))
  return { orderNo, ids: [1, 2, 3].map((n) => `${orderNo}-F${n}`) }
}

async function packed(id: string) {
  await grown(world, id)
  await passed(world, id)
  await yes(world.ask(LIN, 'orders.confirmSend', { id, key: newKey() }))
}

describe('an order of several parcels', () => {
  it('tells WeChat of the first that leaves and, with the last, of all', async () => {
    const { orderNo, ids } = await threeParcels()
    await ship(ids[2], 'SF00000000003')
    expect(uploads()).toEqual(['SF00000000003'])
    for (const id of ids.slice(0, 2)) await packed(id)
    await ship(ids[0], 'SF00000000001')
    expect(uploads()).toHaveLength(1)
    expect((await no(receive(orderNo))).code).toBe('NOT_ALLOWED_NOW')
    await ship(ids[1], 'SF00000000002')
    expect(uploads()).toEqual(['SF00000000003', 'SF00000000001 SF00000000002 SF00000000003 complete'])
    expect((await yes(receive(orderNo))).headline).toBe('done')
  })

  it('is not complete while a parcel is not planned yet, though all it knows of have left', async () => {
    const { orderNo, ids } = await threeParcels()
    const [order] = await world.all('orders')
    await world.ports.db.put('orders', { ...order, parcels: { [ids[2]]: order.parcels[ids[2]] } })
    await ship(ids[2], 'SF00000000003')
    expect(uploads()).toEqual(['SF00000000003'])
    expect((await no(receive(orderNo))).code).toBe('NOT_ALLOWED_NOW')
    await world.pass(11, 'day')
    expect((await world.all('orders'))[0].state).toBe('accepted')
  })
})

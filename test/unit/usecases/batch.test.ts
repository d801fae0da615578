import { claimedBy, othersFor } from '../../../cloudfunctions/usecases/inspection/designs'
import type { FulfilmentDoc } from '../../../domain/fulfilment/fulfilment'
import { later } from '../../../domain/time'
import { approved, birthday, grown, orderInput } from '../../stories/acts'
import { LIN, yes } from '../../stories/world'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
/** The parcel on the bench; what else there is are copies of it. */
let parcel: FulfilmentDoc
beforeEach(async () => {
  world = await fakeWorld()
  const id = await approved(
    world,
    (await yes(world.ask(LIN, 'orders.place', await orderInput(world, LIN, birthday)))).no,
  )
  await grown(world, id)
  const known = await world.ports.db.get('fulfilments', id)
  parcel = { ...(known as FulfilmentDoc), state: 'received' }
  await world.ports.db.put('fulfilments', parcel)
})

/** Another parcel with words and a stencil of its own, ordered so many hours later (or earlier). */
async function put(
  name: string,
  hours: number,
  changed: Partial<FulfilmentDoc> = {},
  stencils = [name],
): Promise<void> {
  const [line] = parcel.lines
  const imprint = { kind: 'text', text: name, face: 'hei', code: name, stencils } as const
  await world.ports.db.put('fulfilments', {
    ...{ ...parcel, _id: name, code: name, createdAt: later(parcel.createdAt, hours, 'hour') },
    lines: [{ ...line, imprint }],
    ...changed,
  })
}

const others = async () => {
  const claimed = claimedBy(parcel, 1)
  return claimed ? othersFor(world.ports, claimed) : []
}
const named = async () => (await others()).map(({ stencil }) => stencil)

test.each(['received', 'sentToHub', 'mismatched', 'escalated'] as const)(
  'a neighbour of the same crate that is %s is compared, and one that has left is not',
  async (state) => {
    await put('half', 1, { state })
    await put('gone', 1, { state: 'shipped' })
    expect(await named()).toEqual(['half'])
  },
)

test('an older neighbour is compared before all that other orchards send in a busy week', async () => {
  for (let i = 0; i < 70; i++) await put(`far-${i}`, 1 + i, { orchardId: 'elsewhere', state: 'sentToHub' })
  await put('beside', -100)
  expect((await named())[0]).toBe('beside')
})

test('of one orchard’s many parcels, those ordered next to this one are compared', async () => {
  for (let i = 1; i <= 50; i++) await put(`later-${i}`, i, { state: 'sentToHub' })
  await put('just-before', -1, { state: 'mismatched' })
  expect((await named()).slice(0, 3).sort()).toEqual(['just-before', 'later-1', 'later-2'])
})

test('of other orchards, what lies on the bench comes before what is on its way', async () => {
  await put('coming', 1, { orchardId: 'elsewhere', state: 'sentToHub' })
  await put('here', -1, { orchardId: 'elsewhere' })
  await put('back', 1, { orchardId: 'elsewhere', state: 'mismatched' })
  expect(await named()).toEqual(['here', 'coming'])
})

test('a design that several parcels carry is named after the likeliest, with the number of the others', async () => {
  await put('far', 5, {}, ['shared', 'shared'])
  await put('near', 1, {}, ['shared'])
  await put('single', 2)
  const found = (await others()).map(({ stencil, parcel: { _id }, others }) => [stencil, _id, others])
  expect(found).toEqual([
    ['shared', 'near', 1],
    ['single', 'single', 0],
  ])
})

test('it takes four reads, which are made at once', async () => {
  await put('half', 1)
  expect(await world.trips(others)).toEqual(Array.from({ length: 4 }, () => 'find fulfilments'))
})

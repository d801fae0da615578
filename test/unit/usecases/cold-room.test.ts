import { claimPlace, nextFreePlace, releasePlace } from '../../../cloudfunctions/usecases/core/places'
import { approved, asked, grown, place } from '../../stories/acts'
import { FANG, newKey, no, yes } from '../../stories/world'
import { fakePorts } from '../support/fake-ports'
import { fakeWorld } from '../support/fake-world'

describe('the cold room', () => {
  it('gives a parcel one place, and the same one when asked again', async () => {
    const ports = fakePorts()
    expect(await claimPlace(ports, 'one')).toBe('A-01-01')
    expect(await claimPlace(ports, 'one')).toBe('A-01-01')
    expect(await claimPlace(ports, 'two')).toBe('A-01-02')
    await releasePlace(ports, 'A-01-01', 'two')
    expect(await nextFreePlace(ports)).toBe('A-01-03')
    await releasePlace(ports, 'A-01-01', 'one')
    expect(await nextFreePlace(ports)).toBe('A-01-01')
  })

  it('gives two parcels that come at once two places', async () => {
    const ports = fakePorts()
    const places = await Promise.all(['a', 'b', 'c'].map((id) => claimPlace(ports, id)))
    expect(new Set(places).size).toBe(3)
  })

  it('says so when it is full, and the fruit stays on the bench', async () => {
    const world = await fakeWorld()
    const { no: orderNo } = await place(world)
    const id = await approved(world, orderNo)
    await grown(world, id)
    await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
    for (const { _id } of await world.all('places')) await world.ports.db.put('places', { _id, holder: 'somebody' })
    expect((await no(world.ask(FANG, 'intake.pass', { id, key: newKey() }))).code).toBe('COLD_ROOM_FULL')
    expect((await world.all('fulfilments'))[0].state).toBe('received')
  })

  it('keeps one place for a parcel that is passed twice', async () => {
    const world = await fakeWorld()
    const { id } = await asked(world)
    expect((await no(world.ask(FANG, 'intake.pass', { id, key: newKey() }))).code).toBe('NOT_ALLOWED_NOW')
    expect((await world.all('places')).filter(({ holder }) => holder === id)).toHaveLength(1)
  })
})

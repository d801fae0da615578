import { endLease, takeLease } from '../../../cloudfunctions/usecases/clock/lease'
import { tick } from '../../../cloudfunctions/usecases/clock/tick'
import { later } from '../../../domain/time'
import { place } from '../../stories/acts'
import { fakeWorld, type FakeWorld } from '../support/fake-world'

let world: FakeWorld
beforeEach(async () => void (world = await fakeWorld()))
const skipped = () => world.ports.logs.filter(({ what }) => what.startsWith('tick skipped')).length

describe('the clock’s lease', () => {
  it('lets one of two ticks at once work, and the other one does nothing', async () => {
    await place(world)
    world.ports.setNow(later(world.ports.now(), 31, 'minute'))
    const both = await Promise.all([tick(world.ports.event('clock')), tick(world.ports.event('clock'))])
    expect(both.map(({ orders }) => orders).sort()).toEqual([0, 1])
    expect(skipped()).toBe(1)
  })

  it('ends with the tick, also with one that fails', async () => {
    await tick(world.ports.event('clock'))
    const broken = world.ports.event('clock')
    const find = () => Promise.reject(new Error('no answer'))
    await expect(tick({ ...broken, db: { ...broken.db, find } })).rejects.toThrow('no answer')
    await tick(world.ports.event('clock'))
    expect(skipped()).toBe(0)
  })

  it('of a killed tick ends by itself a little after the platform would have ended it', async () => {
    const killed = await takeLease(world.ports)
    world.ports.setNow(later(world.ports.now(), 20 / 60, 'minute'))
    expect(await takeLease(world.ports)).toBeNull()
    world.ports.setNow(later(world.ports.now(), 6 / 60, 'minute'))
    const next = await takeLease(world.ports)
    expect(next).not.toBeNull()
    // The late one that was thought dead ends its own lease only.
    await endLease(world.ports, killed ?? '')
    expect(await takeLease(world.ports)).toBeNull()
  })

  it('is taken by one of many that all ask first', async () => {
    const asked = await Promise.all(Array.from({ length: 20 }, () => takeLease(world.ports)))
    expect(asked.filter((holder) => holder !== null)).toHaveLength(1)
  })
})

import type { Duty } from '../../../domain/duties'
import { packed } from '../../stories/acts'
import { afterSaleStories } from '../../stories/after-sale'
import { FANG, LIN, newKey, yes } from '../../stories/world'
import { fakeWorld } from '../support/fake-world'

describe('after-sale, in memory', () => afterSaleStories(fakeWorld))

test('a claim offers each member of staff only what is theirs to do', async () => {
  const world = await fakeWorld()
  const { no, id } = await packed(world)
  await yes(world.ask(FANG, 'packing.ship', { id, key: newKey(), carrier: 'SF', waybill: 'SF1234567890' }))
  const ask = { remedy: 'returnAndRefund', reason: 'damaged', note: '坏了', fen: 100, photos: [] } as const
  const { claims } = await yes(world.ask(LIN, 'orders.claim', { no, key: newKey(), ...ask, photos: [] }))
  const offered = async (duty: Duty) => {
    const staff = {
      _id: `o-${duty}`,
      role: 'merchant',
      name: duty,
      orchardId: null,
      active: true,
      duties: [duty],
    } as const
    await world.ports.db.put('staff', { ...staff, duties: [duty] })
    const one = await yes(world.ask(staff._id, 'claims.get', { id: claims[0].id }))
    const [listed] = (await yes(world.ask(staff._id, 'claims.list', { tab: 'ours' }))).claims
    expect(listed.actions).toEqual(one.actions)
    return [...one.actions].sort()
  }
  expect(await offered('owner')).toEqual(['agree', 'refuse', 'settle'])
  expect(await offered('support')).toEqual(['agree', 'refuse', 'settle'])
  expect(await offered('finance')).toEqual(['settle'])
})

import type { Duty } from '../../../domain/duties'
import { approved, grown, place } from '../../stories/acts'
import { inspectionStories } from '../../stories/inspection'
import { FANG, newKey, yes } from '../../stories/world'
import { fakeWorld } from '../support/fake-world'

describe('inspection, in memory', () => inspectionStories(fakeWorld))

test('the bench offers verdicts to inspectors alone, and to support a look', async () => {
  const world = await fakeWorld()
  const id = await approved(world, (await place(world)).no)
  await grown(world, id)
  await yes(world.ask(FANG, 'intake.receive', { id, key: newKey() }))
  const offered = async (duty: Duty) => {
    const one = { role: 'merchant', name: duty, orchardId: null, active: true } as const
    await world.ports.db.put('staff', { _id: `o-${duty}`, ...one, duties: [duty] })
    return (await yes(world.ask(`o-${duty}`, 'intake.get', { id }))).actions
  }
  expect(await offered('support')).toEqual([])
  expect(await offered('inspector')).toEqual(['judge', 'pass', 'mismatch'])
})

import { jobView } from '../../../cloudfunctions/usecases/views/job-view'
import { asked, HOME } from '../../stories/acts'
import { LIN } from '../../stories/world'
import { fakeWorld } from '../support/fake-world'

describe('what an orchard sees of its work', () => {
  it('has exactly the fields it needs to grow the fruit', async () => {
    const world = await fakeWorld()
    await asked(world)
    const [job] = await world.all('fulfilments')
    expect(Object.keys(jobView(job, {})).sort()).toEqual([
      'acceptBy',
      'actions',
      'art',
      'code',
      'dates',
      'id',
      'imprint',
      'look',
      'mismatch',
      'photos',
      'pieces',
      'productName',
      'seasonId',
      'state',
      'steps',
    ])
  })

  it('says nothing of the customer, the price or the place, wherever in the document it stands', async () => {
    const world = await fakeWorld()
    await asked(world)
    const [job] = await world.all('fulfilments')
    const { id, ...rest } = jobView(job, {})
    const said = JSON.stringify(rest)
    for (const secret of [
      LIN,
      job.orderNo,
      HOME.name,
      HOME.phone,
      HOME.detail,
      String(job.lines[0].unitFen),
      job.place,
    ]) {
      expect(said).not.toContain(secret)
    }
    expect(id).toBe(job._id)
  })
})

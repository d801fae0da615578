import { startTestCloud, type TestCloud } from '../support/cloud'
import { ask, tick } from '../support/acts'
import { everyMeeting, holdCall } from '../support/interleave'
import { CHEN, FANG, LIN, newKey, QIXIA, TIANSHUI } from '../support/orders'
import { inReview, offered, type Stage } from '../support/stages'

jest.setTimeout(300_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

const parcel = (id: string) => shop.document('fulfilments', id)
const counter = (id: string) => shop.document('counters', id)
const moves = (id: string) => parcel(id).history.map(({ did }) => did)
const accept = (who: string) => (stage: Stage) => ask(shop, who, 'work.accept', { id: stage.id, key: newKey() })
const decline = (who: string) => (stage: Stage) => ask(shop, who, 'work.decline', { id: stage.id, key: newKey() })

/** Leaves so much room, as if the rest were promised to others. */
function fill(id: string, available: number): void {
  const { holds, available: before } = counter(id)
  shop.put('counters', { ...counter(id), available, holds: { ...holds, 'GY000101AAAAAAA-F1': before - available } })
}

/** Offered to Qixia, and the moment has come at which its time to answer ends. */
async function atTheDeadline(): Promise<Stage> {
  const stage = await offered(shop)
  shop.cloud.machine.clock.set(Date.parse(parcel(stage.id).acceptBy ?? ''))
  return stage
}

describe('an offer', () => {
  it('that is accepted and declined at once is one of the two', async () => {
    const points = await everyMeeting(shop, {
      prepare: () => offered(shop),
      one: accept(QIXIA),
      other: decline(QIXIA),
      check({ id }, { one, other }) {
        const accepted = parcel(id).state === 'accepted'
        expect([one, other]).toEqual(
          accepted ? ['ok', 'NOT_ALLOWED_NOW'] : [expect.stringMatching(/NOT_ALLOWED_NOW|FULFILMENT_UNKNOWN/), 'ok'],
        )
        expect(parcel(id).orchardId).toBe(accepted ? 'qixia' : 'tianshui')
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it.each([
    ['accepted', accept(QIXIA)],
    ['declined', decline(QIXIA)],
  ])('that is %s as it lapses is answered or goes to the next orchard, once', async (_how, answer) => {
    const points = await everyMeeting(shop, {
      prepare: atTheDeadline,
      one: answer,
      other: () => tick(shop),
      check({ id }, { one }) {
        expect(['ok', 'NOT_ALLOWED_NOW', 'FULFILMENT_UNKNOWN']).toContain(one)
        const { state, orchardId, declinedBy } = parcel(id)
        expect([state, orchardId, declinedBy]).toEqual(
          state === 'accepted' ? ['accepted', 'qixia', []] : ['offered', 'tianshui', ['qixia']],
        )
        expect(moves(id).filter((did) => did === 'offer')).toHaveLength(state === 'accepted' ? 1 : 2)
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it('is accepted by the next orchard while the first one still declines', async () => {
    await everyMeeting(shop, {
      prepare: () => offered(shop),
      one: decline(QIXIA),
      other: accept(TIANSHUI),
      check({ id }, { one, other }) {
        expect(one).toBe('ok')
        expect(['ok', 'FULFILMENT_UNKNOWN']).toContain(other)
        expect(parcel(id)).toMatchObject({ orchardId: 'tianshui', state: other === 'ok' ? 'accepted' : 'offered' })
      },
    })
  })

  it('is not made again to an orchard that has declined, by an approval that comes too late', async () => {
    await shop.reset()
    const { no, id } = await inReview(shop)
    fill('plot:tianshui:fuji-2026', 0)
    fill('plot:qixia:fuji-2026', 12)
    // The approval is slow to offer the work, so the clock does.
    const late = holdCall(shop, 1, { action: 'database.modifyDocument', collection: 'fulfilments' })
    const slow = ask(shop, FANG, 'review.approve', { no, key: newKey() })
    await late.reached
    await tick(shop)
    expect(parcel(id)).toMatchObject({ state: 'offered', orchardId: 'qixia' })
    fill('plot:tianshui:fuji-2026', 12)
    // Qixia declines, and before the next orchard is asked the approval gets to its offer.
    const between = holdCall(shop, 2, { action: 'database.modifyDocument', function: 'orchard' })
    const declining = decline(QIXIA)({ no, id })
    await between.reached
    late.open()
    await slow
    between.open()
    expect(await declining).toBe('ok')
    expect(parcel(id)).toMatchObject({ state: 'offered', orchardId: 'tianshui', declinedBy: ['qixia'] })
    expect(counter('plot:qixia:fuji-2026').holds).not.toHaveProperty(id)
    expect(counter('plot:tianshui:fuji-2026').holds).toHaveProperty(id)
  })
})

describe('two orchards', () => {
  it('share what two orders need, when both are approved at once and each has room for one', async () => {
    const points = await everyMeeting(shop, {
      async prepare() {
        const stages = [await inReview(shop, LIN), await inReview(shop, CHEN)]
        return { first: stages[0], second: stages[1] }
      },
      one: ({ first }) => ask(shop, FANG, 'review.approve', { no: first.no, key: newKey() }),
      other: ({ second }) => ask(shop, FANG, 'review.approve', { no: second.no, key: newKey() }),
      check({ first, second }, answers) {
        expect(answers).toEqual({ one: 'ok', other: 'ok' })
        for (const { id } of [first, second]) expect(parcel(id).state).toBe('offered')
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it('never promise the last trees twice', async () => {
    await everyMeeting(shop, {
      async prepare() {
        const stages = [await inReview(shop, LIN), await inReview(shop, CHEN)]
        fill('plot:qixia:fuji-2026', 12)
        fill('plot:tianshui:fuji-2026', 0)
        return { first: stages[0], second: stages[1] }
      },
      one: ({ first }) => ask(shop, FANG, 'review.approve', { no: first.no, key: newKey() }),
      other: ({ second }) => ask(shop, FANG, 'review.approve', { no: second.no, key: newKey() }),
      check({ first, second }) {
        const states = [first, second].map(({ id }) => parcel(id).state)
        expect(states.sort()).toEqual(['offered', 'planned'])
        expect(counter('plot:qixia:fuji-2026').available).toBe(0)
      },
    })
  })
})

describe('a lapse', () => {
  it('seen by two clocks offers the work to the next orchard once', async () => {
    await everyMeeting(shop, {
      prepare: atTheDeadline,
      alike: true,
      one: () => tick(shop),
      other: () => tick(shop),
      check({ id }, answers) {
        expect(answers).toEqual({ one: 'ok', other: 'ok' })
        expect(moves(id)).toEqual(['offer', 'lapse', 'offer'])
        expect(parcel(id).orchardId).toBe('tianshui')
      },
    })
  })
})

import { startTestCloud, type TestCloud } from '../support/cloud'
import { ask, tick } from '../support/acts'
import { everyMeeting } from '../support/interleave'
import { FANG, newKey, QIXIA } from '../support/orders'
import { late, redoEnds, untilActBy, type Stage } from '../support/stages'

// An orchard sends other fruit after its week has passed, at the moment at which somebody decides about them (I4).

jest.setTimeout(300_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

const parcel = (id: string) => shop.document('fulfilments', id)
const moves = (id: string) => parcel(id).history.map(({ did }) => did)
const times = (id: string, what: string) => moves(id).filter((did) => did === what).length
const toldIn = (template: string) => shop.documents('inbox').filter((entry) => entry.template === template).length
const sendAgain = ({ id }: Stage) => ask(shop, QIXIA, 'work.record', { id, key: newKey(), step: 'sendAgain' })
const decide = (how: 'redo' | 'replace' | 'refund') => (stage: Stage) =>
  ask(shop, FANG, `intake.${how}`, { id: stage.id, key: newKey() })

/** No refund that is not asked for, and each at WeChat once. */
function expectMoney(no: string, back: boolean): void {
  const { payment, state } = shop.document('orders', no)
  expect(shop.cloud.machine.refunds.list().map(({ refundFee }) => refundFee)).toEqual(back ? [payment.paidFen] : [])
  expect([state, payment.refunds.length]).toEqual(back ? ['cancelled', 1] : ['accepted', 0])
}

describe('fruit that is sent late', () => {
  it('as it is asked for once more is sent, before or after', async () => {
    const points = await everyMeeting(shop, {
      prepare: () => late(shop),
      one: sendAgain,
      other: decide('redo'),
      check({ no, id }, { one, other }) {
        expect(one).toBe('ok')
        expect(other).toBe(moves(id).includes('redo') ? 'ok' : 'NOT_ALLOWED_NOW')
        expect([parcel(id).state, times(id, 'sendAgain')]).toEqual(['sentToHub', 1])
        expectMoney(no, false)
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it('as another orchard gets it is sent or goes there, and the first one hears which', async () => {
    const points = await everyMeeting(shop, {
      prepare: () => late(shop),
      one: sendAgain,
      other: decide('replace'),
      check({ no, id }, { one, other }) {
        const sent = one === 'ok'
        expect([one, other]).toEqual(
          sent ? ['ok', 'NOT_ALLOWED_NOW'] : [expect.stringMatching(/NOT_ALLOWED_NOW|FULFILMENT_UNKNOWN/), 'ok'],
        )
        expect([parcel(id).state, parcel(id).orchardId]).toEqual(
          sent ? ['sentToHub', 'qixia'] : ['offered', 'tianshui'],
        )
        expect([toldIn('redone'), toldIn('replanned'), toldIn('notNeeded')]).toEqual(sent ? [1, 0, 0] : [0, 1, 1])
        expectMoney(no, false)
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it('as its money goes back is sent or paid back, and never both', async () => {
    const points = await everyMeeting(shop, {
      prepare: () => late(shop),
      one: sendAgain,
      other: decide('refund'),
      check({ no, id }, { one, other }) {
        const sent = one === 'ok'
        expect([one, other]).toEqual(sent ? ['ok', 'NOT_ALLOWED_NOW'] : ['NOT_ALLOWED_NOW', 'ok'])
        expect(parcel(id).state).toBe(sent ? 'sentToHub' : 'refunded')
        expect([toldIn('redone'), toldIn('partRefunded'), toldIn('notNeeded')]).toEqual(sent ? [1, 0, 0] : [0, 1, 1])
        expectMoney(no, !sent)
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it.each([
    ['as its week ends', () => redoEnds(shop)],
    [
      'as we are reminded of it',
      async () => {
        const stage = await late(shop)
        await untilActBy(shop, stage)
        return stage
      },
    ],
  ])('%s is on its way whatever the clock did', async (_when, prepare) => {
    const points = await everyMeeting(shop, {
      prepare,
      one: sendAgain,
      other: () => tick(shop),
      check({ no, id }, answers) {
        expect(answers).toEqual({ one: 'ok', other: 'ok' })
        expect([parcel(id).state, parcel(id).actBy, times(id, 'sendAgain')]).toEqual(['sentToHub', null, 1])
        expect(toldIn('redone')).toBe(moves(id).includes('overdue') ? 1 : 0)
        expectMoney(no, false)
      },
    })
    expect(points).toBeGreaterThan(6)
  })
})

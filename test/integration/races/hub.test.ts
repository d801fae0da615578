import { startTestCloud, type TestCloud } from '../support/cloud'
import { ask } from '../support/acts'
import { everyMeeting, expectWhole, holdCall } from '../support/interleave'
import { CHEN, FANG, LIN, newKey, QIXIA } from '../support/orders'
import { atTheHub, sentToHub, toPack, type Stage } from '../support/stages'

jest.setTimeout(300_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

const parcel = (id: string) => shop.document('fulfilments', id)
const placesOf = (id: string) => shop.documents('places').flatMap(({ _id, holder }) => (holder === id ? [_id] : []))
const usesOf = (id: string) =>
  shop.documents('waybills').flatMap(({ _id, fulfilmentId }) => (fulfilmentId === id ? [_id] : []))
const pass = ({ id }: Stage) => ask(shop, FANG, 'intake.pass', { id, key: newKey() })
const mismatch = ({ id }: Stage) => ask(shop, FANG, 'intake.mismatch', { id, key: newKey(), reason: '字歪了' })
const ship = (id: string, waybill: string, key = newKey()) =>
  ask(shop, FANG, 'packing.ship', { id, key, carrier: 'SF', waybill })

describe('two inspectors', () => {
  it('who pass one parcel give one verdict and one place', async () => {
    const points = await everyMeeting(shop, {
      prepare: () => atTheHub(shop),
      alike: true,
      one: pass,
      other: pass,
      check({ id }, { one, other }) {
        expect([one, other].sort()).toEqual(['NOT_ALLOWED_NOW', 'ok'])
        expect(parcel(id).inspections).toHaveLength(1)
        expect(placesOf(id)).toEqual([parcel(id).place])
      },
    })
    expect(points).toBeGreaterThan(6)
  })

  it('of two minds come to one verdict, and a place is kept only for fruit that passed', async () => {
    await everyMeeting(shop, {
      prepare: () => atTheHub(shop),
      one: pass,
      other: mismatch,
      check({ id }, { one, other }) {
        expect([one, other].sort()).toEqual(['NOT_ALLOWED_NOW', 'ok'])
        expect(parcel(id).state).toBe(one === 'ok' ? 'passed' : 'mismatched')
        expect(placesOf(id)).toHaveLength(one === 'ok' ? 1 : 0)
      },
    })
  })

  it('who find a mismatch at once send it back once', async () => {
    await everyMeeting(shop, {
      prepare: () => atTheHub(shop),
      alike: true,
      one: mismatch,
      other: mismatch,
      check({ id }, { one, other }) {
        expect([one, other].sort()).toEqual(['NOT_ALLOWED_NOW', 'ok'])
        expect(parcel(id).inspections).toHaveLength(1)
      },
    })
  })

  it('who pass two parcels put them into two places', async () => {
    await everyMeeting(shop, {
      async prepare() {
        return { first: await atTheHub(shop, LIN), second: await atTheHub(shop, CHEN) }
      },
      one: ({ first }) => pass(first),
      other: ({ second }) => pass(second),
      check({ first, second }, answers) {
        expect(answers).toEqual({ one: 'ok', other: 'ok' })
        expect(parcel(first.id).place).not.toBe(parcel(second.id).place)
      },
    })
  })

  it('receive one box once', async () => {
    await everyMeeting(shop, {
      prepare: () => sentToHub(shop),
      one: ({ id }) => ask(shop, FANG, 'intake.receive', { id, key: newKey() }),
      other: ({ id }) => ask(shop, FANG, 'intake.receive', { id, key: newKey() }),
      check(_stage, { one, other }) {
        expect([one, other].sort()).toEqual(['NOT_ALLOWED_NOW', 'ok'])
      },
    })
  })

  it('do not lose the place of passed fruit to one whose verdict could not be written', async () => {
    await shop.reset()
    const stage = await atTheHub(shop)
    // The first one is about to write, with the place in hand; the second one takes the same place and fails.
    const first = holdCall(shop, 1, { action: 'database.modifyDocument', collection: 'fulfilments' })
    const passing = pass(stage)
    await first.reached
    const broken = { action: 'database.modifyDocument', collection: 'fulfilments' } as const
    shop.cloud.machine.faults.add({ ...broken, kind: 'fail', code: 'SYS_ERR', message: 'no answer' })
    expect(await pass(stage)).toBe('FAILED')
    first.open()
    expect(await passing).toBe('ok')
    expect(placesOf(stage.id)).toEqual([parcel(stage.id).place])
    expectWhole(shop, 'after a verdict that failed beside one that did not')
  })

  it('leave no place taken for fruit that went back while a verdict failed', async () => {
    await shop.reset()
    const stage = await atTheHub(shop)
    const broken = { action: 'database.modifyDocument', collection: 'fulfilments' } as const
    shop.cloud.machine.faults.add({ ...broken, kind: 'fail', code: 'SYS_ERR', message: 'no answer' })
    expect(await pass(stage)).toBe('FAILED')
    expect(await mismatch(stage)).toBe('ok')
    await night()
    expect(placesOf(stage.id)).toEqual([])
    expect(await ask(shop, QIXIA, 'work.record', { id: stage.id, key: newKey(), step: 'sendAgain' })).toBe('ok')
    expect(await ask(shop, FANG, 'intake.receive', { id: stage.id, key: newKey() })).toBe('ok')
    expect(await pass(stage)).toBe('ok')
    expectWhole(shop, 'after the fruit came again')
  })

  /** Until the round of the night has run. */
  async function night(): Promise<void> {
    const now = Date.parse(shop.cloud.clock.now())
    const next = new Date(now)
    next.setUTCHours(18, 59, 0, 0)
    if (next.getTime() < now) next.setUTCDate(next.getUTCDate() + 1)
    shop.cloud.machine.clock.set(next.getTime())
    await shop.cloud.clock.advance(5 * 60_000)
  }
})

describe('two people at the packing table', () => {
  it.each(['two taps', 'one key'])(
    'ship one parcel with one of two waybills (%s), and the other is free',
    async (how) => {
      const keys = how === 'one key' ? ['same-key-1', 'same-key-1'] : ['first-key-1', 'other-key-1']
      const points = await everyMeeting(shop, {
        async prepare() {
          return { ours: await toPack(shop, LIN), theirs: await toPack(shop, CHEN) }
        },
        one: ({ ours }) => ship(ours.id, 'SF0000000001', keys[0]),
        other: ({ ours }) => ship(ours.id, 'SF0000000002', keys[1]),
        async check({ ours, theirs }, { one, other }) {
          expect([one, other].sort()).toEqual(['NOT_ALLOWED_NOW', 'ok'])
          const lost = one === 'ok' ? 'SF0000000002' : 'SF0000000001'
          expect(usesOf(ours.id)).toEqual([`SF:${parcel(ours.id).waybill?.no}`])
          expect(await ship(theirs.id, lost)).toBe('ok')
        },
      })
      expect(points).toBeGreaterThan(6)
    },
  )

  it('claim one waybill for two parcels, and one of them gets it', async () => {
    await everyMeeting(shop, {
      async prepare() {
        return { ours: await toPack(shop, LIN), theirs: await toPack(shop, CHEN) }
      },
      one: ({ ours }) => ship(ours.id, 'SF0000000003'),
      other: ({ theirs }) => ship(theirs.id, 'SF0000000003'),
      check({ ours, theirs }, { one, other }) {
        expect([one, other].sort()).toEqual(['WAYBILL_USED', 'ok'])
        const [gone, stays] = one === 'ok' ? [ours, theirs] : [theirs, ours]
        expect([parcel(gone.id).state, parcel(stays.id).state]).toEqual(['shipped', 'packing'])
      },
    })
  })

  it('look at an address before the parcel leaves, or are too late', async () => {
    await everyMeeting(shop, {
      prepare: () => toPack(shop),
      one: ({ id }) => ask(shop, FANG, 'packing.address', { id, key: newKey() }),
      other: ({ id }) => ship(id, 'SF0000000004'),
      check({ id }, { one, other }) {
        expect([other, parcel(id).state]).toEqual(['ok', 'shipped'])
        expect(['ok', 'NOT_ALLOWED_NOW']).toContain(one)
      },
    })
  })
})

import type { ProcedureName } from '../../../contract'
import { DAY, HOUR, startTestCloud, type TestCloud } from '../support/cloud'
import { ask, jump, tick } from '../support/acts'
import { everyMeeting } from '../support/interleave'
import { FANG, LIN, newKey } from '../support/orders'
import { asked, shipped, stored, type Stage } from '../support/stages'

jest.setTimeout(300_000)

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
afterAll(() => shop.close())

const parcel = (id: string) => shop.document('fulfilments', id)
/** What was done with a parcel since its customer was asked. */
const movesOf = (id: string) => {
  const moves = parcel(id).history.map(({ did }) => did)
  return moves.slice(moves.indexOf('pass') + 1)
}
/** Messages of that kind; of those to staff, the owner's. */
const told = (template: string) =>
  shop.documents('inbox').filter((entry) => entry.template === template && [LIN, FANG].includes(entry.openid))
const say = (name: ProcedureName & `orders.${string}`) => (stage: Stage) =>
  ask(shop, LIN, name, { id: stage.id, key: newKey() } as never)
const [confirmSend, keepCold] = [say('orders.confirmSend'), say('orders.keepCold')]

async function atTheEndOf(stage: Promise<Stage>, kind: 'confirmSend' | 'coldStorage'): Promise<Stage> {
  const at = await stage
  const hold = parcel(at.id).holds.find((one) => one.kind === kind)
  shop.cloud.machine.clock.set(Date.parse(hold?.until ?? ''))
  return at
}

describe('the word of the customer', () => {
  it('said twice with different words moves the parcel by one or by both, never back', async () => {
    const points = await everyMeeting(shop, {
      prepare: () => asked(shop),
      one: confirmSend,
      other: keepCold,
      check({ id }, { one, other }) {
        const way = movesOf(id).join()
        expect([way, one, other]).toEqual(
          way === 'confirmSend' ? [way, 'ok', 'NOT_ALLOWED_NOW'] : ['keepCold,confirmSend', 'ok', 'ok'],
        )
        expect(parcel(id)).toMatchObject({ state: 'packing', holds: [] })
      },
    })
    expect(points).toBeGreaterThan(8)
  })

  it('"keep it cold" as the silence ends puts it into the cold room once', async () => {
    await everyMeeting(shop, {
      prepare: () => atTheEndOf(asked(shop), 'confirmSend'),
      one: keepCold,
      other: () => tick(shop),
      check({ id }, { one }) {
        expect([movesOf(id), one]).toEqual(one === 'ok' ? [['keepCold'], 'ok'] : [['fallSilent'], 'NOT_ALLOWED_NOW'])
        expect(parcel(id)).toMatchObject({ state: 'stored', holds: [{ kind: 'coldStorage' }] })
        expect(told('cold')).toHaveLength(1)
      },
    })
  })

  it('"send it" as the silence ends is never lost', async () => {
    await everyMeeting(shop, {
      prepare: () => atTheEndOf(asked(shop), 'confirmSend'),
      one: confirmSend,
      other: () => tick(shop),
      check({ id }, { one }) {
        expect(one).toBe('ok')
        expect([['confirmSend'], ['fallSilent', 'confirmSend']]).toContainEqual(movesOf(id))
        expect(parcel(id)).toMatchObject({ state: 'packing', holds: [] })
        expect(told('toPack')).toHaveLength(1)
      },
    })
  })

  it('"send it" on the last day in the cold room meets the clock, and the parcel is packed once', async () => {
    await everyMeeting(shop, {
      prepare: () => atTheEndOf(stored(shop), 'coldStorage'),
      one: confirmSend,
      other: () => tick(shop),
      check({ id }, { one }) {
        expect(one === 'ok' ? 'confirmSend' : 'endStorage').toBe(movesOf(id)[1])
        expect(['ok', 'NOT_ALLOWED_NOW']).toContain(one)
        expect(parcel(id)).toMatchObject({ state: 'packing', holds: [] })
        expect(told('toPack')).toHaveLength(1)
        expect(told('lastDay')).toHaveLength(one === 'ok' ? 0 : 1)
      },
    })
  })
})

describe('receipt', () => {
  it('confirmed by hand as the clock confirms it completes the order once', async () => {
    await everyMeeting(shop, {
      async prepare() {
        const stage = await shipped(shop)
        jump(shop, 10 * DAY)
        return stage
      },
      one: ({ no }) => ask(shop, LIN, 'orders.confirmReceipt', { no, key: newKey() }),
      other: () => tick(shop),
      check({ no, id }, { one }) {
        expect(['ok', 'NOT_ALLOWED_NOW']).toContain(one)
        expect(shop.document('orders', no).state).toBe('completed')
        expect(shop.document('orders', no).history.filter(({ did }) => did === 'complete')).toHaveLength(1)
        expect(parcel(id).state).toBe('delivered')
        expect(told('delivered')).toHaveLength(1)
      },
    })
  })

  it("confirmed by hand as the carrier's signature comes delivers the parcel once", async () => {
    await everyMeeting(shop, {
      async prepare() {
        const stage = await shipped(shop)
        jump(shop, 2 * DAY + HOUR)
        return stage
      },
      one: ({ no }) => ask(shop, LIN, 'orders.confirmReceipt', { no, key: newKey() }),
      other: () => tick(shop),
      check({ no, id }, { one }) {
        expect(one).toBe('ok')
        expect(shop.document('orders', no).headline).toBe('done')
        expect(parcel(id).state).toBe('delivered')
        expect(told('delivered')).toHaveLength(1)
      },
    })
  })
})

import { HOUR, MINUTE, startTestCloud, type TestCloud } from './support/cloud'
import { LIN, place } from './support/orders'

let shop: TestCloud
beforeAll(async () => {
  shop = await startTestCloud()
})
beforeEach(() => shop.reset())
afterAll(() => shop.close())

const add = (rule: Parameters<typeof shop.cloud.machine.faults.add>[0]) => shop.cloud.machine.faults.add(rule)
const byTimer = () => shop.cloud.machine.invoker.invoke({ name: 'clock', event: {}, identity: {}, source: 'timer' })
const state = (no: string) => shop.document('orders', no).state
const reads = () =>
  shop.cloud.machine.wireLog.list().filter((entry) => entry.function === 'clock' && entry.subject === 'orders').length

describe('a clock whose tick takes long', () => {
  it('does not overlap itself: the second tick leaves at once, and nothing is done twice', async () => {
    const { no } = await place(shop, LIN)
    shop.cloud.machine.clock.set(Date.parse(shop.cloud.clock.now()) + 31 * MINUTE)
    // Its first look finds that something is due, its second one takes long.
    add({ action: 'database.getDocument', collection: 'orders', function: 'clock', nth: 2, kind: 'delay', ms: 1_500 })
    const first = byTimer()
    while (shop.documents('leases').length === 0) await new Promise((resolve) => setImmediate(resolve))
    const before = reads()
    expect((await byTimer()).ok).toBe(true)
    expect(state(no)).toBe('placed')
    expect(reads()).toBe(before + 1)
    await first
    expect(state(no)).toBe('cancelled')
  })

  it('goes on with the next tick after one was killed in the middle', async () => {
    const { no } = await place(shop, LIN)
    add({
      action: 'database.getDocument',
      collection: 'orders',
      function: 'clock',
      nth: 2,
      kind: 'kill-function',
      when: 'after',
    })
    await shop.cloud.clock.advance(31 * MINUTE)
    expect(shop.cloud.machine.faults.list()).toEqual([])
    await shop.cloud.clock.advance(HOUR)
    expect(state(no)).toBe('cancelled')
  })
})

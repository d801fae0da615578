import { AGGREGATES, type Aggregate } from '../../../cloudfunctions/collections'
import type { EventKind } from '../../../cloudfunctions/usecases/core/budget'
import { answer } from '../../../cloudfunctions/usecases/core/answer'
import { tick } from '../../../cloudfunctions/usecases/clock/tick'
import { merchantHandlers } from '../../../cloudfunctions/usecases/merchant'
import { orchardHandlers } from '../../../cloudfunctions/usecases/orchard'
import { settleOrder } from '../../../cloudfunctions/usecases/payment/settle'
import { shopHandlers } from '../../../cloudfunctions/usecases/shop'
import { procedures, type Answer, type Output, type ProcedureName } from '../../../contract'
import { earliest, later } from '../../../domain/time'
import type { World } from '../../stories/world'
import { fakePorts, type FakePorts } from './fake-ports'

const HANDLERS = { shop: shopHandlers, merchant: merchantHandlers, orchard: orchardHandlers }

export interface FakeWorld extends World {
  ports: FakePorts
  /** Every event so far: how long it took in a slow world, and how many round trips it made to the database and WeChat. */
  events: { what: string; ms: number; trips: number }[]
  /** Round trips to the database during some work. */
  trips(work: () => Promise<unknown>): Promise<string[]>
}

/** Guoyin in memory: the real use cases over fake ports, with the timer firing whenever something becomes due. */
export async function fakeWorld(): Promise<FakeWorld> {
  const ports = fakePorts()
  const nextDue = () =>
    earliest(...AGGREGATES.flatMap((collection) => ports.db.all<Aggregate>(collection)).map(({ dueAt }) => dueAt))

  const events: FakeWorld['events'] = []
  async function timed<T>(what: string, kind: EventKind, work: (event: FakePorts) => Promise<T>): Promise<T> {
    const event = ports.event(kind)
    const before = ports.db.trips.length + ports.asked.length
    try {
      return await work(event)
    } finally {
      events.push({ what, ms: event.spent(), trips: ports.db.trips.length + ports.asked.length - before })
    }
  }

  return {
    ports,
    events,
    async ask(openid, procedure, input) {
      const fn = procedures[procedure].fn
      const caller = { openid, clientIp: '127.0.0.1' }
      const got = await timed(procedure, 'act', (event) =>
        answer(event, fn, HANDLERS[fn], { procedure, input }, caller),
      )
      return got as Answer<Output<typeof procedure & ProcedureName>>
    },
    async pass(amount, unit) {
      const end = later(ports.now(), amount, unit)
      for (let due = nextDue(), rounds = 0; due <= end && rounds < 200; due = nextDue(), rounds++) {
        if (due > ports.now()) ports.setNow(due)
        await timed('clock', 'clock', tick)
      }
      if (end > ports.now()) ports.setNow(end)
    },
    async payOnSheet(_openid, { outTradeNo }) {
      ports.payAtWeChat(outTradeNo)
      await timed('notice', 'notice', (event) => settleOrder(event, outTradeNo))
    },
    all: async (collection) => ports.db.all(collection),
    async close() {},
    async trips(work) {
      const before = ports.db.trips.length
      await work()
      return ports.db.trips.slice(before)
    },
  }
}

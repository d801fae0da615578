import { AGGREGATES } from '../../../cloudfunctions/collections'
import { earliest, later } from '../../../domain/time'
import type { World } from '../../stories/world'
import { MINUTE, type TestCloud } from './cloud'

/** The clock function's timer fires this often. */
const TIMER_MINUTES = 10

/**
 * The stories' world on the local cloud: the deployed bundles through the SDK. Long waits jump to the next moment at
 * which a document is due and let the timer fire there; thousands of empty ticks would only cost time.
 */
export function cloudWorld(shop: TestCloud): () => Promise<World> {
  const { clock } = shop.cloud
  const nextDue = () =>
    earliest(...AGGREGATES.flatMap((collection) => shop.documents(collection).map(({ dueAt }) => dueAt)))

  async function pass(amount: number, unit: 'minute' | 'hour' | 'day'): Promise<void> {
    const end = later(clock.now(), amount, unit)
    const stay = () => clock.now() < later(end, -TIMER_MINUTES, 'minute')
    while (stay() && nextDue() < end) {
      if (nextDue() > clock.now()) shop.cloud.machine.clock.set(Date.parse(nextDue()))
      await clock.advance(TIMER_MINUTES * MINUTE)
    }
    if (stay()) shop.cloud.machine.clock.set(Date.parse(later(end, -TIMER_MINUTES, 'minute')))
    await clock.advanceTo(end > clock.now() ? end : clock.now())
  }

  return async () => {
    await shop.reset()
    return {
      ask: (openid, name, input) => shop.call(openid, name, input),
      pass,
      async payOnSheet(openid, { sheet }) {
        const said = await shop.usePaymentSheet(openid, sheet)
        if (said !== 'requestPayment:ok') throw new Error(said)
      },
      all: async (collection) => shop.documents(collection),
      close: async () => {},
    }
  }
}

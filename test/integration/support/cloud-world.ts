import { AGGREGATES } from '../../../cloudfunctions/collections'
import { earliest, later, type Instant } from '../../../domain/time'
import type { World } from '../../stories/world'
import { MINUTE, type TestCloud } from './cloud'

/** The clock function's timer fires this often. */
const TIMER_MINUTES = 10

/** When the next document of a shop is due. */
export function nextDue(shop: TestCloud): Instant {
  return earliest(...AGGREGATES.flatMap((collection) => shop.documents(collection).map(({ dueAt }) => dueAt)))
}

/**
 * Lets time pass until `end`. A long wait jumps to the next moment at which a document is due and lets the timer fire
 * there; thousands of empty ticks would only cost time.
 */
export async function passUntil(shop: TestCloud, end: Instant): Promise<void> {
  const { clock } = shop.cloud
  const stay = () => clock.now() < later(end, -TIMER_MINUTES, 'minute')
  while (stay() && nextDue(shop) < end) {
    if (nextDue(shop) > clock.now()) shop.cloud.machine.clock.set(Date.parse(nextDue(shop)))
    await clock.advance(TIMER_MINUTES * MINUTE)
  }
  if (stay()) shop.cloud.machine.clock.set(Date.parse(later(end, -TIMER_MINUTES, 'minute')))
  await clock.advanceTo(end > clock.now() ? end : clock.now())
}

/** The stories' world on the local cloud: the deployed bundles through the SDK. */
export function cloudWorld(shop: TestCloud): () => Promise<World> {
  return async () => {
    await shop.reset()
    return {
      ask: (openid, name, input) => shop.call(openid, name, input),
      pass: (amount, unit) => passUntil(shop, later(shop.cloud.clock.now(), amount, unit)),
      async payOnSheet(openid, { sheet }) {
        const said = await shop.usePaymentSheet(openid, sheet)
        if (said !== 'requestPayment:ok') throw new Error(said)
      },
      all: async (collection) => shop.documents(collection),
      close: async () => {},
    }
  }
}

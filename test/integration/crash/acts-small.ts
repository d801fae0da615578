import type { TestCloud } from '../support/cloud'
import { PLAIN_WISH } from '../../../domain/imprint/picture'
import { LIN } from '../support/orders'
import { ask, nextNight, roundAt, type Act } from './act'

/** WeChat repeats an event that was not answered. */
async function tellVerdict(shop: TestCloud): Promise<void> {
  const [{ traceId }] = shop.documents('pictures')
  const event = { Event: 'wxa_media_check', trace_id: traceId, errcode: 0, result: { suggest: 'pass' } }
  await shop.cloud.machine.invoker.invoke({ name: 'wechat-events', event, identity: {}, source: 'service' })
}

/** What stands beside the order: pictures, permissions, the inbox, and the round of the night. */
export const SMALL_ACTS: readonly Act[] = [
  {
    name: 'register a picture',
    from: 'uploaded',
    make: (shop, { fileId }, key) =>
      ask(shop, LIN, 'picture.register', { key, productId: 'fuji', fileId, wish: PLAIN_WISH }),
    done: ({ documents }) => documents.pictures.length === 1,
    touches: ['pictures'],
  },
  {
    name: 'take the verdict on a picture',
    from: 'registered',
    make: async (shop) => void (await shop.cloud.clock.advance(1000)),
    again: tellVerdict,
    done: ({ documents }) => documents.pictures[0].verdict === 'pass',
    touches: ['pictures'],
  },
  {
    name: 'allow a message',
    from: 'arrived',
    make: (shop, _known, key) => ask(shop, LIN, 'subscriptions.grant', { key, templates: ['growth'] }),
    done: ({ documents }) => documents.credits.find(({ _id }) => _id === `${LIN}:growth`)?.left === 4,
    touches: ['credits'],
  },
  {
    name: 'read a message',
    from: 'paid',
    make: (shop, _known, key) => ask(shop, LIN, 'inbox.read', { key, id: shop.documents('inbox')[0]._id }),
    done: ({ documents }) => documents.inbox[0].read,
    touches: ['inbox'],
  },
  {
    name: 'give back at night what is held for nobody (clock)',
    from: 'diedPlacing',
    make: (shop) => roundAt(shop, nextNight(shop.cloud.clock.now())),
    done: ({ documents }) => documents.counters.every(({ holds }) => Object.keys(holds).length === 0),
    touches: ['orders'],
  },
  {
    name: 'free a second place at night (clock)',
    from: 'passedTwice',
    make: (shop) => roundAt(shop, nextNight(shop.cloud.clock.now())),
    done: ({ documents }) => documents.places.filter(({ holder }) => holder !== '').length === 1,
    touches: ['orders'],
  },
]

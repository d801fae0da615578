import { COLLECTIONS } from '../../../cloudfunctions/collections'
import { answer } from '../../../cloudfunctions/usecases/core/answer'
import { merchantHandlers } from '../../../cloudfunctions/usecases/merchant'
import { orchardHandlers } from '../../../cloudfunctions/usecases/orchard'
import { shopHandlers } from '../../../cloudfunctions/usecases/shop'
import type { Ask } from '../../../contract'
import { keepsake, type Stage } from '../../fuzz/stage'
import { fakeWorld } from './fake-world'

const HANDLERS = { shop: shopHandlers, merchant: merchantHandlers, orchard: orchardHandlers }
const READS = ['get', 'find', 'countBy']

/** The stage in memory: the real use cases over fake ports. */
export async function memoryStage(): Promise<Stage> {
  const world = await fakeWorld()
  const { ports } = world
  const { db } = ports
  const kept = keepsake((collection) => db.all(collection))

  function written(): string[] {
    const trips = db.trips.splice(0).map((trip) => trip.split(' '))
    return trips.filter(([what]) => !READS.includes(what)).map(([, collection]) => collection)
  }

  return {
    world,
    send(openid, fn, event) {
      const oneEvent = { ...ports, relaying: new Set<string>(), known: new Map() }
      return answer(oneEvent, fn, HANDLERS[fn], event as Partial<Ask>, { openid, clientIp: '127.0.0.1' })
    },
    keep() {
      kept.keep(COLLECTIONS.map(({ name }) => name))
      written()
    },
    async undo() {
      const different = kept.differing(written())
      for (const name of different) db.restore(name, kept.docs(name))
      return different
    },
  }
}

import { demoDocuments } from '../../../workbench/demo'
import type { TestCloud } from '../support/cloud'

// Little of everything, so that a few orders run short of fruit, of orchards and of places.
const LITTLE: Record<string, number> = {
  'season:fuji-2026': 48,
  'plot:qixia:fuji-2026': 30,
  'plot:tianshui:fuji-2026': 18,
  'season:huaniu-2026': 18,
  'plot:tianshui:huaniu-2026': 12,
  'stock:fuji-xi-ready': 18,
}
/** Places in the cold room. */
export const PLACES = 4

const demo = demoDocuments()
const counters = demo.counters.map((counter) => ({ ...counter, available: LITTLE[counter._id] ?? counter.available }))

/** The documents a sequence begins with. */
export const OPENING = { ...demo, counters, places: demo.places.slice(0, PLACES) }

/** Pieces each counter begins with. */
export const START = new Map(counters.map(({ _id, available }) => [_id, available]))

/** A fresh shop on its first morning, with little of everything. */
export async function openShop({ cloud }: TestCloud): Promise<void> {
  await cloud.reset()
  cloud.clock.stand()
  for (const [collection, docs] of Object.entries(OPENING)) cloud.database.importDocuments(collection, docs)
}

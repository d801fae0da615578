import type { CollectionName, Documents } from '../../cloudfunctions/collections'
import { orchards, staff } from './people'
import { counters, places } from './capacity'
import { products } from './products'
import { seasons } from './seasons'

/** The demo's first morning: 5 September 2026, 09:00 in Shanghai, when most varieties take orders. */
export const DEMO_START = '2026-09-05T01:00:00.000Z'

/** The shop before its first order: a catalogue, a calendar, capacity, an empty cold room, people, and no orders. */
export function demoDocuments(): { [C in CollectionName]: Documents[C][] } {
  return {
    products,
    seasons,
    counters: counters(),
    orchards,
    staff,
    places: places(),
    orders: [],
    fulfilments: [],
    aftersales: [],
    imprints: [],
    pictures: [],
    stencils: [],
    comparisons: [],
    verdicts: [],
    waybills: [],
    inbox: [],
    credits: [],
    profiles: [],
    leases: [],
    looks: [],
  }
}

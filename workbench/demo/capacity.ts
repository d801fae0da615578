import type { Counter } from '../../domain/catalogue/counter'
import { plotCounter } from '../../domain/catalogue/product'
import type { PlaceDoc } from '../../cloudfunctions/collections'

/** Pieces each orchard has trees for, by season. A season's capacity is what its orchards have together. */
const PLOTS: Record<string, Record<string, number>> = {
  'fuji-2026': { qixia: 480, tianshui: 240 },
  'huaniu-2026': { tianshui: 360 },
  'gala-2026': { qixia: 240 },
  'hongxiangsu-2026': { tianshui: 180 },
  'chunjian-2026': { danling: 240 },
  'tao-2026': { tancheng: 180 },
  'qingpingguo-2026-laser': { fufeng: 240 },
  'youzi-2026-laser': { pinghe: 120 },
}

/** Pieces on the shelf, by product. */
const STOCK: Record<string, number> = { 'fuji-xi-ready': 96, 'huaniu-pingan-ready': 48 }

const counter = (_id: string, available: number): Counter => ({ _id, available, holds: {}, sold: {}, soldForGood: 0 })

/** Every guarded counter: seasons, the orchards' shares of them, and the shelf. */
export function counters(): Counter[] {
  const seasons = Object.entries(PLOTS).map(([season, shares]) =>
    counter(
      `season:${season}`,
      Object.values(shares).reduce((sum, pieces) => sum + pieces, 0),
    ),
  )
  const plots = Object.entries(PLOTS).flatMap(([season, shares]) =>
    Object.entries(shares).map(([orchard, pieces]) => counter(plotCounter(orchard, season), pieces)),
  )
  const shelf = Object.entries(STOCK).map(([product, pieces]) => counter(`stock:${product}`, pieces))
  return [...seasons, ...plots, ...shelf]
}

const RACKS = 3
const PLACES_PER_RACK = 20

/** The empty cold room: A-01-01 to A-03-20. */
export function places(): PlaceDoc[] {
  const two = (n: number) => String(n).padStart(2, '0')
  return Array.from({ length: RACKS * PLACES_PER_RACK }, (_, i) => ({
    _id: `A-${two(Math.floor(i / PLACES_PER_RACK) + 1)}-${two((i % PLACES_PER_RACK) + 1)}`,
    holder: '',
  }))
}

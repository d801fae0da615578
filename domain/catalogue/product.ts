import type { Fen } from '../money'
import type { Words } from '../words'

/** The looks our fruit renderer can draw. */
export type FruitLook = 'fuji' | 'huaniu' | 'gala' | 'hongxiangsu' | 'chunjian' | 'qingpingguo' | 'tao' | 'youzi'
export type Category = 'apple' | 'pear' | 'peach' | 'citrus'
/** How the words come onto the fruit: sun around a film while it reddens, or a laser once it is picked. */
export type Technique = 'mask' | 'laser'
export const TECHNIQUE_WORDS: Record<Technique, Words> = {
  mask: { zh: '贴字日晒', en: 'Film and sun' },
  laser: { zh: '激光印字', en: 'Laser' },
}

/** A size a product is sold in. */
export interface Pack {
  id: string
  name: Words
  pieces: number
  priceFen: Fen
}

interface ProductBase {
  _id: string
  category: Category
  look: FruitLook
  name: Words
  blurb: Words
  /** Typical width of one fruit. */
  diameterMm: number
  /** Weight of one fruit with its share of the box. */
  gramsEach: number
  packs: Pack[]
  /** Days the fruit keeps in the cold room at most (S3). */
  storageDays: number
  onSale: boolean
  sort: number
}

/** Fruit that is grown to order with an imprint. */
export interface CustomProduct extends ProductBase {
  kind: 'custom'
  technique: Technique
  seasonId: string
  imprint: { maxCharacters: number; pictures: boolean }
}

/** Fruit on the shelf, already carrying words. */
export interface ReadyProduct extends ProductBase {
  kind: 'ready'
  words: string
}

export type Product = CustomProduct | ReadyProduct

/** The guarded counter a product draws from: a season's capacity or a shelf's stock, both in pieces. */
export function counterOf(product: Product): string {
  return product.kind === 'custom' ? `season:${product.seasonId}` : `stock:${product._id}`
}

/** The counter of what one orchard can still take of one season. */
export function plotCounter(orchardId: string, seasonId: string): string {
  return `plot:${orchardId}:${seasonId}`
}

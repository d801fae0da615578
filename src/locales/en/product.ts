import type { Translated } from '../catalogue'
import type { product as zh } from '../zh/product'

export const product: Translated<typeof zh> = {
  title: 'Fruit',
  pack: 'Pack',
  packs: 'How many',
  packPieces: '{name} · {count} pcs',
  left: 'Still free',
  leftReady: 'In stock',
  leftPieces: '{count} pcs',
  sends: 'Leaves about',
  size: 'Size',
  sizeMm: 'about {mm} mm',
  keeps: 'Keeps cold',
  keepsDays: '{days} days',
  writes: 'Takes',
  technique: 'Made with',
  writesUpTo: 'up to {max} characters',
  writesAndPictures: 'up to {max} characters, or a picture',
  carries: 'Words on it',
  facts: 'This fruit',
  season: 'Its year',
  write: 'Write a line',
  buy: 'Buy now',
  soldOut: 'This batch is full; come back for the next',
}

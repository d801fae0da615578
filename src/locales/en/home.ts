import type { Translated } from '../catalogue'
import type { home as zh } from '../zh/home'

export const home: Translated<typeof zh> = {
  title: 'Orchard',
  hero: 'Write a line\nand let\nan apple\ngrow it',
  heroNote: 'Drawn by the sun,\ngood to eat.',
  heroLabel: 'A Fuji apple with the word 福 grown in its skin',
  write: 'Write a line',
  season: 'This season',
  count: '{count} kinds',
  categories: 'Kinds of fruit',
  all: 'All',
  apple: 'Apples',
  pear: 'Pears',
  citrus: 'Citrus',
  ready: 'Ready',
  takesWords: 'Words',
  takesPictures: 'Words, pictures',
  readyTag: 'Ready',
  resting: 'Resting',
  soldOut: 'Full',
  facts: '{mm} mm · {pack}',
  from: ' up',
  nextTime: 'Done for this year; write again next year',
  opensOn: 'Orders open on {day}',
  soldOutNote: 'This batch is full',
  none: 'Nothing of this kind on the shelf yet',
}

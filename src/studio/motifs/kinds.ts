import { MOTIFS, type MotifId } from '../../../domain/imprint/motifs'

const ZODIAC: readonly MotifId[] = [
  'rat',
  'ox',
  'tiger',
  'rabbit',
  'dragon',
  'snake',
  'horse',
  'goat',
  'monkey',
  'rooster',
  'dog',
  'pig',
]

const isZodiac = ({ id }: (typeof MOTIFS)[number]) => ZODIAC.includes(id)

/** The motifs under their heads. */
export const MOTIF_KINDS = [
  { key: 'luck', motifs: MOTIFS.filter((motif) => !isZodiac(motif)) },
  { key: 'zodiac', motifs: MOTIFS.filter(isZodiac) },
] as const

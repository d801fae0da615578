/** What is measured on a photo laid against a design and added up to the odds. */
export const WEIGHED_NAMES = [
  /** Correlation of the skin with the ink of the whole design. */
  'fit',
  /** The same once all that changes slowly over the sticker is taken out. */
  'detail',
  /** How like the design the place was in the first, coarse search. */
  'coarse',
  /** Correlation in the worst, the tenth worst of a hundred, and the worst quarter of wide windows (9 mm). */
  'wideWorst',
  'wideLow',
  'wideQuarter',
  /** The same of narrow windows (5.5 mm). */
  'narrowWorst',
  'narrowLow',
  'narrowQuarter',
  /** How strong the weakest windows are against the whole: 0 is missing, 1 as strong as the rest. */
  'wideStrength',
  'narrowStrength',
  /** The darkest spot where ink should be, the palest where none should be, in contrasts of the ink. */
  'missing',
  'extra',
  /** The same in spreads of the rest of the skin. */
  'missingRare',
  'extraRare',
  /** How much the skin varies beside the ink, in contrasts of the ink. */
  'noise',
] as const

export type WeighedName = (typeof WEIGHED_NAMES)[number]

/** What is measured beside them and has a threshold of its own: no fit makes up for a design that cannot be seen. */
const GATE_NAMES = [
  /** How much of a mark there is, in light and not in pixels: a film's whole one is 0.5 and more, a tenth of it 0.1 or 0.2. */
  'contrast',
  /** Share of the ink that can be seen, and the same of the least seen wide and narrow window. */
  'seen',
  'seenLeast',
  'seenNarrow',
  /** How far the photo leans to the claim and away from the nearest other design of the batch, and from its mirror picture. */
  'rivalLean',
  'mirrorLean',
] as const

/** Each is a finite number; what could not be measured is 0. */
export const EVIDENCE_NAMES = [...WEIGHED_NAMES, ...GATE_NAMES] as const

export type EvidenceName = (typeof EVIDENCE_NAMES)[number]

export type Evidence = Readonly<Record<EvidenceName, number>>

export const NO_EVIDENCE = Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, 0])) as Record<EvidenceName, number>

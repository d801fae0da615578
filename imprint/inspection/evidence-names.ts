/** What is measured on a photo laid against a design. Each is a finite number; what could not be measured is 0. */
export const EVIDENCE_NAMES = [
  'fit',
  'coarse',
  'tileLow',
  'tileQuarter',
  'partLow',
  'missing',
  'extra',
  'seen',
  'contrast',
  'noise',
  'rival',
  'mirror',
] as const

export type EvidenceName = (typeof EVIDENCE_NAMES)[number]

export type Evidence = Readonly<Record<EvidenceName, number>>

export const NO_EVIDENCE = Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, 0])) as Record<EvidenceName, number>

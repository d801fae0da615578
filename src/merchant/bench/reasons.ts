import type { ComparisonView } from '../../../contract/inspection-views'
import type { Cause } from '../../../domain/inspection/cause'
import { OPINION_REASONS } from '../../../domain/inspection/opinion'
import { say, t } from '../../locales/for-staff'

const common = {
  wrongWord: 'imprint',
  missingStroke: 'imprint',
  blurred: 'imprint',
  upsideDown: 'imprint',
  bruised: 'fruit',
} as const satisfies Record<string, Cause>
const names = Object.keys(common) as (keyof typeof common)[]

/** A reason that may be given with one tap; `machine` is what the machine says of the photo. */
export interface Suggestion {
  key: string
  word: string
  cause: Cause
}

/** The reasons an inspector may give with one tap: first the machine's own, if it found fault. */
export function suggestionsFor(comparison: ComparisonView | null | undefined): Suggestion[] {
  const words = names.map((key) => ({ key, word: t(`bench.${key}`), cause: common[key] }))
  if (comparison?.verdict !== 'inconsistent') return words
  const machine = say(OPINION_REASONS[comparison.reason])
  return [{ key: 'machine', word: machine, cause: 'imprint' }, ...words.filter(({ word }) => word !== machine)]
}

/** What a reason is about, if it is one of the known ones; of a reason in somebody's own words nobody can tell. */
export function causeOf(reason: string, comparison: ComparisonView | null | undefined): Cause | undefined {
  return suggestionsFor(comparison).find(({ word }) => word === reason)?.cause
}

import type { ComparisonView } from '../../../contract/inspection-views'
import { OPINION_REASONS } from '../../../domain/inspection/opinion'
import { say, t } from '../../locales/for-staff'

const common = ['bench.wrongWord', 'bench.missingStroke', 'bench.blurred', 'bench.upsideDown', 'bench.bruised'] as const

/** A reason that may be given with one tap; `machine` is what the machine says of the photo. */
export interface Suggestion {
  key: string
  word: string
}

/** The reasons an inspector may give with one tap: first the machine's own, if it found fault. */
export function suggestionsFor(comparison: ComparisonView | null | undefined): Suggestion[] {
  const words = common.map((name) => ({ key: name.split('.')[1], word: t(name) }))
  if (comparison?.verdict !== 'inconsistent') return words
  const machine = say(OPINION_REASONS[comparison.reason])
  return [{ key: 'machine', word: machine }, ...words.filter(({ word }) => word !== machine)]
}

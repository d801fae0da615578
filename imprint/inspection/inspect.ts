import { NO_EVIDENCE } from './evidence-names'
import type { Job, Opinion } from './opinion'
import type { Weights } from './weights'

export type * from './opinion'

/** Compares a photo of a fruit with the ordered design and the other designs of its batch. */
export function inspectPhoto(_job: Job, _weights?: Weights): Opinion {
  return { verdict: 'unsure', score: 0, reason: 'notFound', looksLike: null, evidence: NO_EVIDENCE, place: null }
}

import type { By } from '../../../domain/history'

/** A follow-up of another move, named for the history. */
export const bySystem = (id: string): By => ({ actor: 'system', id })

import { type IndexState } from './catalog'
import { meetsArray, valueAt } from './paths'
import { type Doc, type Value, dateText, isDate, isDoc } from './values'

/**
 * What an indexed field has held so far. `odd` values (NaN, infinities, dates beyond the year 9999, patterns) are not
 * stored as their order demands.
 */
export type Kind = 'null' | 'number' | 'text' | 'date' | 'boolean' | 'document' | 'odd'

export function kindOf(value: Value | undefined): Kind {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number') return Number.isFinite(value) ? 'number' : 'odd'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'boolean') return 'boolean'
  if (isDate(value)) return typeof dateText(value) === 'string' ? 'date' : 'odd'
  return isDoc(value) ? 'document' : 'odd'
}

/** Kinds that SQLite sorts among each other as MongoDB does; null comes first in both. */
const SORTED_ALIKE: Kind[][] = [['number', 'text'], ['date'], ['boolean']]

/** True when the index gives MongoDB's order of this field. */
export const sortsAlike = (kinds: Kind[]): boolean =>
  SORTED_ALIKE.some((group) => kinds.every((kind) => kind === 'null' || group.includes(kind)))

/** True when every value a condition can match is where the index looks for it. */
export const findsAll = (kinds: Kind[]): boolean => !kinds.includes('odd')

/** Adds what a document holds to the state of an index; true when that was news. */
export function learn(index: IndexState, doc: Doc): boolean {
  let news = false
  if (!index.multikey && index.fields.some(([field]) => meetsArray(doc, field))) {
    index.multikey = true
    news = true
  }
  index.fields.forEach(([field], position) => {
    const kind = kindOf(valueAt(doc, field))
    const known = (index.kinds[position] ??= [])
    if (known.includes(kind)) return
    known.push(kind)
    news = true
  })
  return news
}

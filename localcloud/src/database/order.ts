import { candidates } from './candidates'
import { type Doc, type Value, isDate, isDoc, isPattern } from './values'

/** Sort specification: field path to 1 (ascending) or -1 (descending), in the order of importance. */
export type Order = [field: string, direction: 1 | -1][]

/** MongoDB's order of types (manual, "Comparison/Sort Order"). */
function rank(value: Value | undefined): number {
  if (value === undefined || value === null) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (Array.isArray(value)) return 5
  if (typeof value === 'boolean') return 8
  if (isDate(value)) return 9
  return isPattern(value) ? 11 : 4
}

const primitive = (a: number | string | boolean, b: number | string | boolean): number => (a < b ? -1 : a > b ? 1 : 0)

const SURROGATE = /[\ud800-\udfff]/

/** Strings compare by their UTF-8 bytes (MongoDB without collation), which differs from UTF-16 beyond U+FFFF. */
const compareText = (a: string, b: string): number =>
  SURROGATE.test(a) || SURROGATE.test(b) ? Buffer.compare(Buffer.from(a), Buffer.from(b)) : primitive(a, b)

/** Compares two values as MongoDB does: by type first, then by value. Missing equals null. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  const byType = rank(a) - rank(b)
  if (byType !== 0) return byType
  if (a === undefined || a === null || b === undefined || b === null) return 0
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isDate(a) && isDate(b)) return primitive(a.getTime(), b.getTime())
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b)
  if (isPattern(a) && isPattern(b)) return primitive(String(a), String(b))
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b)
  if (typeof a === 'number' && typeof b === 'number' && (Number.isNaN(a) || Number.isNaN(b)))
    return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return primitive(a as number, b as number)
}

function compareLists(a: Value[], b: Value[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const result = compare(a[i], b[i])
    if (result !== 0) return result
  }
  return a.length - b.length
}

function compareDocs(a: Doc, b: Doc): number {
  const left = Object.entries(a)
  const right = Object.entries(b)
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const [leftKey, leftValue] = left[i] as [string, Value]
    const [rightKey, rightValue] = right[i] as [string, Value]
    const result = rank(leftValue) - rank(rightValue) || primitive(leftKey, rightKey) || compare(leftValue, rightValue)
    if (result !== 0) return result
  }
  return left.length - right.length
}

/** True when two values may be compared at all: MongoDB brackets bounds by type, and NaN has no neighbours. */
export const sameType = (a: Value | undefined, b: Value | undefined): boolean =>
  rank(a) === rank(b) && (typeof a !== 'number' || Number.isNaN(a) === Number.isNaN(b))

/** True when two values are the same to MongoDB's `$eq`, `$addToSet` and `$pullAll`. */
export const equals = (a: Value | undefined, b: Value | undefined): boolean => compare(a, b) === 0

/** What an empty array sorts as: before null. */
const EMPTY = Symbol('empty array')
type SortKey = Value | typeof EMPTY

const compareKeys = (a: SortKey, b: SortKey): number =>
  a === EMPTY || b === EMPTY ? Number(b === EMPTY) - Number(a === EMPTY) : compare(a, b)

/** Compares documents by `order`; an array sorts by its smallest element ascending, by its largest descending. */
export function comparator(order: Order): (a: Doc, b: Doc) => number {
  const keys = order.map(([field, direction]) => ({ segments: field.split('.'), direction }))
  return (a, b) => {
    for (const { segments, direction } of keys) {
      const result = compareKeys(sortKey(a, segments, direction), sortKey(b, segments, direction)) * direction
      if (result !== 0) return result
    }
    return 0
  }
}

function sortKey(doc: Doc, segments: string[], direction: 1 | -1): SortKey {
  const keys = candidates(doc, segments, false).flatMap((value): SortKey[] =>
    Array.isArray(value) ? (value.length > 0 ? value : [EMPTY]) : [value ?? null],
  )
  return keys.reduce((best, key) => (compareKeys(key, best) * direction < 0 ? key : best), keys[0] ?? null)
}

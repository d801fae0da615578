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

/** Compares two values as MongoDB does: by type first, then by value. Missing equals null. */
export function compare(a: Value | undefined, b: Value | undefined): number {
  const byType = rank(a) - rank(b)
  if (byType !== 0) return byType
  if (a === undefined || a === null || b === undefined || b === null) return 0
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isDate(a) && isDate(b)) return primitive(a.getTime(), b.getTime())
  if (isDoc(a) && isDoc(b)) return compareDocs(a, b)
  if (isPattern(a) && isPattern(b)) return primitive(String(a), String(b))
  return primitive(a as string, b as string)
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

/** True when two values are the same to MongoDB's `$eq`, `$addToSet` and `$pullAll`. */
export const equals = (a: Value | undefined, b: Value | undefined): boolean => compare(a, b) === 0

/** All values a path reaches; an array on the way, or at its end, gives each of its elements. */
export function reach(value: Value | undefined, segments: string[], at = 0): Value[] {
  if (value === undefined) return []
  if (at === segments.length) return Array.isArray(value) ? (value.length > 0 ? value : []) : [value]
  const segment = segments[at] as string
  if (Array.isArray(value)) {
    const indexed = /^\d+$/.test(segment) ? reach(value[Number(segment)], segments, at + 1) : []
    return [...indexed, ...value.flatMap((item) => (isDoc(item) ? reach(item, segments, at) : []))]
  }
  return isDoc(value) && Object.hasOwn(value, segment) ? reach(value[segment], segments, at + 1) : []
}

/** Compares documents by `order`; an array sorts by its smallest element ascending, by its largest descending. */
export function comparator(order: Order): (a: Doc, b: Doc) => number {
  const keys = order.map(([field, direction]) => ({ segments: field.split('.'), direction }))
  return (a, b) => {
    for (const { segments, direction } of keys) {
      const result = compare(sortKey(a, segments, direction), sortKey(b, segments, direction)) * direction
      if (result !== 0) return result
    }
    return 0
  }
}

function sortKey(doc: Doc, segments: string[], direction: 1 | -1): Value | undefined {
  const values = reach(doc, segments)
  if (values.length < 2) return values[0]
  return values.reduce((best, value) => (compare(value, best) * direction < 0 ? value : best))
}

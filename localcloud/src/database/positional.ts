import { refusedOperation } from '../errors'
import { type Doc, type Value, isDoc } from './values'
import { valueAt } from './paths'
import { elementMatches } from './query'

/** The concrete paths that `$` (the matched element) and `$[]` (every element) stand for in this document. */
export function expandPositions(doc: Doc, path: string, filter: Doc): string[] {
  const segments = path.split('.')
  const at = segments.findIndex((segment) => segment === '$' || segment === '$[]')
  if (at < 0) return [path]
  const listPath = segments.slice(0, at).join('.')
  const list = valueAt(doc, listPath)
  if (!Array.isArray(list)) {
    throw refusedOperation(
      'Update',
      `The path '${listPath}' must exist in the document in order to apply array updates.`,
    )
  }
  const places = segments[at] === '$[]' ? list.map((_, index) => index) : [matchedIndex(list, listPath, filter)]
  return places.flatMap((index) => {
    segments[at] = String(index)
    return expandPositions(doc, segments.join('.'), filter)
  })
}

function conditionsOn(filter: Doc, listPath: string): ((element: Value) => boolean)[] {
  return Object.entries(filter).flatMap(([field, condition]) => {
    if (field === '$and' && Array.isArray(condition))
      return condition.flatMap((part) => conditionsOn(part as Doc, listPath))
    if (field === listPath) {
      const inner = isDoc(condition) && isDoc(condition.$elemMatch) ? { $elemMatch: condition.$elemMatch } : undefined
      return [(element: Value) => (inner ? elementMatches(inner, [element]) : elementMatches(condition, element))]
    }
    if (!field.startsWith(`${listPath}.`)) return []
    const rest = field.slice(listPath.length + 1)
    return [(element: Value) => isDoc(element) && elementMatches({ $elemMatch: { [rest]: condition } }, [element])]
  })
}

function matchedIndex(list: Value[], listPath: string, filter: Doc): number {
  const conditions = conditionsOn(filter, listPath)
  const index = conditions.length === 0 ? -1 : list.findIndex((element) => conditions.every((test) => test(element)))
  if (index < 0) {
    throw refusedOperation('Update', 'The positional operator did not find the match needed from the query.')
  }
  return index
}

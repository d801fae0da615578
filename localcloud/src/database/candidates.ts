import { type Value, isDoc } from './values'

/**
 * The values at a dotted path that a condition is asked about (MongoDB manual, "Query an Array"); `undefined` stands for
 * a missing field. Arrays on the way give each of their documents, and the element that a number names; an array at the
 * end gives its elements and itself when `expand` is set, itself alone otherwise.
 */
export function candidates(
  value: Value | undefined,
  segments: string[],
  expand: boolean,
  at = 0,
): (Value | undefined)[] {
  if (at === segments.length) return expand && Array.isArray(value) ? [...value, value] : [value]
  const segment = segments[at] as string
  if (isDoc(value))
    return candidates(Object.hasOwn(value, segment) ? value[segment] : undefined, segments, expand, at + 1)
  // A scalar element has no fields: it says nothing, while a scalar on the way means that the field is missing.
  if (!Array.isArray(value)) return [undefined]
  const named = /^\d+$/.test(segment) && Number(segment) < value.length ? value[Number(segment)] : undefined
  return [
    ...(named === undefined ? [] : candidates(named, segments, expand, at + 1)),
    ...value.flatMap((item) => (isDoc(item) ? candidates(item, segments, expand, at) : [])),
  ]
}

import { refusedOperation } from '../errors'
import { type Doc, type Value, isDoc } from './values'

const isIndex = (segment: string): boolean => /^\d+$/.test(segment)

/** The value at a dotted path, without fanning out over arrays; undefined when a part is missing. */
export function valueAt(root: Value | undefined, path: string): Value | undefined {
  let current = root
  for (const segment of path.split('.')) {
    if (Array.isArray(current)) current = isIndex(segment) ? current[Number(segment)] : undefined
    else if (isDoc(current)) current = Object.hasOwn(current, segment) ? current[segment] : undefined
    else return undefined
  }
  return current
}

const cannotCreate = (segment: string, holder: string, value: Value | undefined): Error =>
  refusedOperation('Update', `Cannot create field '${segment}' in element {${holder}: ${JSON.stringify(value)}}`)

/** Puts a value at a dotted path and makes the documents on the way, as `$set` does; a scalar on the way is an error. */
export function setAt(root: Doc, path: string, value: Value): void {
  const segments = path.split('.')
  let holder: Value = root
  let holderName = ''
  segments.forEach((segment, position) => {
    const last = position === segments.length - 1
    if (Array.isArray(holder)) {
      if (!isIndex(segment)) throw cannotCreate(segment, holderName, holder)
      while (holder.length < Number(segment)) holder.push(null)
    } else if (!isDoc(holder)) {
      throw cannotCreate(segment, holderName, holder)
    }
    const container = holder as Doc
    if (segment === '__proto__') throw refusedOperation('Update', `The field name '${segment}' is not allowed`)
    if (last) container[segment] = value
    else {
      if (container[segment] === undefined) container[segment] = {}
      holder = container[segment] as Value
      holderName = segment
    }
  })
}

/** Takes the field at a dotted path away; an array element becomes null, as `$unset` does. */
export function unsetAt(root: Doc, path: string): void {
  const cut = path.lastIndexOf('.')
  const holder = cut < 0 ? root : valueAt(root, path.slice(0, cut))
  const field = path.slice(cut + 1)
  if (Array.isArray(holder)) {
    if (isIndex(field) && Number(field) < holder.length) holder[Number(field)] = null
  } else if (isDoc(holder)) delete holder[field]
}

/** True when the path meets an array, on the way or at its end: an index on it would need several entries per document. */
export function meetsArray(root: Doc, path: string): boolean {
  let current: Value | undefined = root
  for (const segment of path.split('.')) {
    if (!isDoc(current)) return Array.isArray(current)
    current = current[segment]
  }
  return Array.isArray(current)
}

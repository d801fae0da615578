import { refusedOperation } from '../errors'
import { type Doc, type Value, copy, isDate, isDoc, isPattern } from './values'
import { comparator, compare, equals } from './order'
import { meetsArray, setAt, unsetAt, valueAt } from './paths'
import { elementMatches } from './query'
import { expandPositions } from './positional'

export interface UpdateSituation {
  /** The filter that found the document: gives `$` its place. */
  filter: Doc
  /** Local time in ms, for `$currentDate`. */
  now: number
  /** True when an upsert makes the document: `$setOnInsert` applies. */
  inserting: boolean
}

type Operator = (doc: Doc, path: string, argument: Value, situation: UpdateSituation) => void

const typeName = (value: Value | undefined): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : isDate(value)
        ? 'date'
        : typeof value === 'boolean'
          ? 'bool'
          : typeof value

const arithmetic =
  (operator: '$inc' | '$mul', initial: (by: number) => number, next: (old: number, by: number) => number): Operator =>
  (doc, path, by) => {
    if (typeof by !== 'number') {
      throw refusedOperation(
        'Update',
        `Cannot ${operator === '$inc' ? 'increment' : 'multiply'} with non-numeric argument: {${path}: ${JSON.stringify(by)}}`,
      )
    }
    const old = valueAt(doc, path)
    if (old !== undefined && typeof old !== 'number') {
      throw refusedOperation(
        'Update',
        `Cannot apply ${operator} to a value of non-numeric type. {_id: ${JSON.stringify(doc._id)}} has the field '${path}' of non-numeric type ${typeName(old)}`,
      )
    }
    setAt(doc, path, old === undefined ? initial(by) : next(old, by))
  }

const extreme =
  (sign: 1 | -1): Operator =>
  (doc, path, candidate) => {
    const old = valueAt(doc, path)
    if (old === undefined || compare(candidate, old) * sign > 0) setAt(doc, path, copy(candidate))
  }

function listAt(doc: Doc, path: string, operator: string): Value[] | undefined {
  const list = valueAt(doc, path)
  if (list === undefined || Array.isArray(list)) return list
  const type = typeName(list)
  const texts: Record<string, string> = {
    $push: `The field '${path}' must be an array but is of type ${type} in document {_id: ${JSON.stringify(doc._id)}}`,
    $addToSet: `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type ${type}`,
    $pop: `Path '${path}' contains an element of non-array type '${type}'`,
  }
  throw refusedOperation('Update', texts[operator] ?? `Cannot apply ${operator} to a non-array value`)
}

const eachOf = (argument: Value): Value[] =>
  isDoc(argument) && Array.isArray(argument.$each) ? argument.$each : [argument]

const push: Operator = (doc, path, argument) => {
  const list = [...(listAt(doc, path, '$push') ?? [])]
  const options = isDoc(argument) && '$each' in argument ? argument : {}
  if ('$each' in options && !Array.isArray(options.$each)) {
    throw refusedOperation(
      'Update',
      `The argument to $each in $push must be an array but it was of type: ${typeName(options.$each)}`,
    )
  }
  list.splice(typeof options.$position === 'number' ? options.$position : list.length, 0, ...eachOf(argument).map(copy))
  if (typeof options.$sort === 'number') list.sort((a, b) => compare(a, b) * (options.$sort as number))
  else if (isDoc(options.$sort)) {
    const order = comparator(Object.entries(options.$sort) as [string, 1 | -1][])
    list.sort((a, b) => order(a as Doc, b as Doc))
  }
  const slice = options.$slice
  setAt(doc, path, typeof slice !== 'number' ? list : slice < 0 ? list.slice(slice) : list.slice(0, slice))
}

const addToSet: Operator = (doc, path, argument) => {
  const list = [...(listAt(doc, path, '$addToSet') ?? [])]
  for (const item of eachOf(argument)) if (!list.some((have) => equals(have, item))) list.push(copy(item))
  setAt(doc, path, list)
}

/** `$pull`: a document tests the element itself, operators and patterns are a condition, anything else must be equal. */
function pullMatches(condition: Value, element: Value): boolean {
  if (!isDoc(condition) && !isPattern(condition)) return equals(condition, element)
  const operators = isDoc(condition) && Object.keys(condition).some((key) => key.startsWith('$'))
  if (!isDoc(condition) || operators) return elementMatches(condition, element)
  return isDoc(element) && elementMatches({ $elemMatch: condition }, [element])
}

const keep =
  (operator: string, stays: (element: Value, argument: Value) => boolean): Operator =>
  (doc, path, argument) => {
    const list = listAt(doc, path, operator)
    if (list)
      setAt(
        doc,
        path,
        list.filter((element) => stays(element, argument)),
      )
  }

const bitwise: Operator = (doc, path, argument) => {
  const old = valueAt(doc, path) ?? 0
  const [name, by] = Object.entries(argument as Doc)[0] ?? []
  if (typeof old !== 'number' || typeof by !== 'number')
    throw refusedOperation('Update', 'Cannot apply $bit to a value of non-integral type')
  setAt(doc, path, name === 'and' ? old & by : name === 'or' ? old | by : old ^ by)
}

const rename: Operator = (doc, path, target) => {
  if (typeof target !== 'string')
    throw refusedOperation('Update', `The 'to' field for $rename must be a string: ${path}`)
  if (target === path) throw refusedOperation('Update', `The source and target field for $rename must differ: ${path}`)
  for (const place of [path, target]) {
    if (meetsArray(doc, place.split('.').slice(0, -1).join('.')))
      throw refusedOperation('Update', `The source and target field for $rename must not be an array element: ${place}`)
  }
  const value = valueAt(doc, path)
  if (value === undefined) return
  unsetAt(doc, path)
  setAt(doc, target, value)
}

const OPERATORS: Record<string, Operator> = {
  $set: (doc, path, value) => setAt(doc, path, copy(value)),
  $setOnInsert: (doc, path, value, { inserting }) => (inserting ? setAt(doc, path, copy(value)) : undefined),
  $unset: (doc, path) => unsetAt(doc, path),
  $inc: arithmetic(
    '$inc',
    (by) => by,
    (old, by) => old + by,
  ),
  $mul: arithmetic(
    '$mul',
    () => 0,
    (old, by) => old * by,
  ),
  $min: extreme(-1),
  $max: extreme(1),
  $push: push,
  $addToSet: addToSet,
  $pull: keep('$pull', (element, condition) => !pullMatches(condition, element)),
  $pullAll: keep('$pullAll', (element, list) => {
    if (!Array.isArray(list)) throw refusedOperation('Update', '$pullAll requires an array argument')
    return !list.some((item) => equals(item, element))
  }),
  $pop: (doc, path, end) => {
    if (end !== 1 && end !== -1) throw refusedOperation('Update', `$pop expects 1 or -1, found: ${JSON.stringify(end)}`)
    const list = listAt(doc, path, '$pop')
    if (list) setAt(doc, path, end === -1 ? list.slice(1) : list.slice(0, -1))
  },
  $rename: rename,
  $currentDate: (doc, path, _argument, { now }) => setAt(doc, path, new Date(now)),
  $bit: bitwise,
}

function refuseConflicts(paths: string[]): void {
  const sorted = [...paths].sort()
  for (const path of sorted) {
    const clash =
      sorted.find((other) => other.startsWith(`${path}.`)) ??
      (sorted.indexOf(path) !== sorted.lastIndexOf(path) ? path : undefined)
    if (clash) throw refusedOperation('Update', `Updating the path '${clash}' would create a conflict at '${path}'`)
  }
}

/** Applies MongoDB update operators to `doc`, in place. Throws as the service does; the document is then worthless. */
export function applyUpdate(doc: Doc, update: Doc, situation: UpdateSituation): void {
  const id = doc._id
  const plainFields = Object.fromEntries(Object.entries(update).filter(([key]) => !key.startsWith('$')))
  const operations =
    Object.keys(plainFields).length > 0 ? { ...update, $set: { ...plainFields, ...(update.$set as Doc) } } : update
  const steps: [Operator, string, Value][] = []
  for (const [name, fields] of Object.entries(operations)) {
    if (!name.startsWith('$')) continue
    const operator = OPERATORS[name]
    if (!operator) throw refusedOperation('Update', `Unknown modifier: ${name}`)
    if (!isDoc(fields))
      throw refusedOperation('Update', `Modifiers operate on fields but we found type ${typeName(fields)} instead`)
    for (const [path, argument] of Object.entries(fields)) {
      for (const place of expandPositions(doc, path, situation.filter)) steps.push([operator, place, argument])
    }
  }
  refuseConflicts(steps.map(([, path]) => path))
  for (const [operator, path, argument] of steps) operator(doc, path, argument, situation)
  if (!situation.inserting && !equals(doc._id, id)) {
    throw refusedOperation('Update', `Performing an update on the path '_id' would modify the immutable field '_id'`)
  }
}

import { Query, find } from 'mingo'
import { ServiceError, messageOf, refusedOperation } from '../errors'
import { candidates } from './candidates'
import { GEO_OPERATORS } from './geo'
import { OPPOSITES, type Predicate, VALUE_OPERATORS, WHOLE_OPERATORS, bad, equalTo, listOf } from './predicates'
import { type Doc, type Value, isDoc, isPattern } from './values'

export type Test = (doc: Doc) => boolean

const OPTIONS = { scriptEnabled: false } as const
const LOGIC = ['$and', '$or', '$nor']

/** True for a condition such as `{ $gt: 1 }`, false for a document to be equal to. */
const isCondition = (value: Value): value is Doc => isDoc(value) && Object.keys(value)[0]?.startsWith('$') === true

const own = <T>(table: Record<string, T>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined

function reaches(path: string, expand: boolean, predicate: Predicate): Test {
  const segments = path.split('.')
  return (doc) => candidates(doc, segments, expand).some(predicate)
}

/** Turns a filter into a test. Throws when MongoDB would refuse the filter. Source: MongoDB manual, "Query and Projection Operators". */
export function compileFilter(filter: Doc): Test {
  const tests = Object.entries(filter).map(([key, condition]) =>
    key.startsWith('$') ? compileLogic(key, condition) : compileField(key, condition),
  )
  return tests.length === 1 ? (tests[0] as Test) : (doc) => tests.every((test) => test(doc))
}

function compileLogic(operator: string, argument: Value): Test {
  if (operator === '$comment') return () => true
  if (operator === '$expr') return compileExpression(argument)
  if (!LOGIC.includes(operator)) throw bad(`unknown top level operator: ${operator}`)
  const parts = listOf(operator, argument)
  if (parts.length === 0) throw bad(`${operator} must be a nonempty array`)
  const tests = parts.map((part) => {
    if (!isDoc(part)) throw bad(`${operator} entries need to be full objects`)
    return compileFilter(part)
  })
  if (operator === '$and') return (doc) => tests.every((test) => test(doc))
  return (doc) => tests.some((test) => test(doc)) === (operator === '$or')
}

function compileExpression(argument: Value): Test {
  try {
    const query = new Query<Doc>({ $expr: argument } as never, OPTIONS)
    return (doc) => query.test(doc)
  } catch (thrown) {
    throw bad(messageOf(thrown))
  }
}

function compileField(path: string, condition: Value): Test {
  if (!isCondition(condition)) return reaches(path, true, equalTo(condition))
  const tests = Object.entries(condition).map(([operator, argument]) =>
    compileOperator(path, operator, argument, condition),
  )
  return (doc) => tests.every((test) => test(doc))
}

function compileOperator(path: string, operator: string, argument: Value, siblings: Doc): Test {
  const opposite = own(OPPOSITES, operator)
  if (opposite) {
    const test = compileOperator(path, opposite, argument, siblings)
    return (doc) => !test(doc)
  }
  const value = own(VALUE_OPERATORS, operator)
  if (value) return reaches(path, operator !== '$type' || argument !== 'array', value(argument, siblings))
  const whole = own(WHOLE_OPERATORS, operator)
  if (whole) return reaches(path, false, whole(argument))
  const geo = own(GEO_OPERATORS, operator)
  if (geo) return reaches(path, false, geo(argument))
  switch (operator) {
    case '$options':
    case '$maxDistance':
    case '$minDistance':
      return () => true
    case '$exists': {
      const wanted = argument !== false && argument !== 0 && argument !== null
      const there = reaches(path, false, (found) => found !== undefined)
      return (doc) => there(doc) === wanted
    }
    case '$not': {
      if (!isPattern(argument) && !isCondition(argument)) throw bad('$not needs a regex or a document')
      const test = compileField(path, argument)
      return (doc) => !test(doc)
    }
    case '$all':
      return compileAll(path, listOf('$all', argument))
    case '$elemMatch': {
      const element = compileElement(argument)
      return reaches(path, false, (found) => Array.isArray(found) && found.some(element))
    }
    default:
      throw bad(`unknown operator: ${operator}`)
  }
}

function compileAll(path: string, parts: Value[]): Test {
  const tests = parts.map((part) =>
    isDoc(part) && '$elemMatch' in part ? compileField(path, part) : reaches(path, true, equalTo(part)),
  )
  return (doc) => tests.length > 0 && tests.every((test) => test(doc))
}

/** What `$elemMatch` asks of one element: operators ask the element itself, anything else its fields. */
function compileElement(condition: Value): Predicate {
  if (!isDoc(condition)) throw bad('$elemMatch needs an Object')
  if (!isCondition(condition) || LOGIC.includes(Object.keys(condition)[0] ?? '')) {
    const test = compileFilter(condition)
    return (element) => (isDoc(element) || Array.isArray(element)) && test(element as Doc)
  }
  return compileSingle(condition)
}

/** A condition on one value that is not looked into when it is an array. */
function compileSingle(condition: Value): Predicate {
  if (!isCondition(condition)) return equalTo(condition)
  const tests = Object.entries(condition).map(([operator, argument]): Predicate => {
    const opposite = own(OPPOSITES, operator)
    const value = own(VALUE_OPERATORS, opposite ?? operator)
    if (value) {
      const test = value(argument, condition)
      return (element) => test(element) !== (opposite !== undefined)
    }
    if (operator === '$not') {
      const test = compileSingle(argument)
      return (element) => !test(element)
    }
    const test = compileOperator('element', operator, argument, condition)
    return (element) => test({ element: element ?? null })
  })
  return (element) => tests.every((test) => test(element))
}

/** True when an array element meets a `$pull` condition or the part of a filter that gives `$` its place. */
export function elementMatches(condition: Value, element: Value): boolean {
  return compileSingle(condition)(element)
}

/** Keeps or drops fields as a projection with operators says. */
export function projectByOperators(docs: Doc[], projection: Doc): Doc[] {
  try {
    return find<Doc, Doc>(docs, {}, projection as never, OPTIONS).all()
  } catch (thrown) {
    if (thrown instanceof ServiceError) throw thrown
    throw refusedOperation('Query', messageOf(thrown))
  }
}

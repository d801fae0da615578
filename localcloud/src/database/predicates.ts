import { refusedOperation } from '../errors'
import { compare, equals, sameType } from './order'
import { type Doc, type Value, isDate, isDoc, isPattern } from './values'

/** Asks one value; `undefined` is a missing field. */
export type Predicate = (value: Value | undefined) => boolean

export const bad = (detail: string): Error => refusedOperation('Query', detail)

/** Equality: null also stands for a missing field, a pattern for the strings it matches. */
export function equalTo(expected: Value): Predicate {
  if (expected === null) return (value) => value === null || value === undefined
  if (isPattern(expected)) return matchesPattern(expected)
  return (value) => value !== undefined && equals(value, expected)
}

function matchesPattern(pattern: RegExp): Predicate {
  return (value) => {
    // A pattern with g would remember where it stopped.
    pattern.lastIndex = 0
    return typeof value === 'string' ? pattern.test(value) : isPattern(value) && String(value) === String(pattern)
  }
}

/** Bounds compare values of one type only (type bracketing); a bound of null is equality or nothing. */
function bound(accepts: (order: number) => boolean): (limit: Value) => Predicate {
  return (limit) => {
    if (isPattern(limit)) throw bad("Can't have RegEx as arg to predicate over field")
    if (limit === null) return accepts(0) ? equalTo(null) : () => false
    return (value) => value !== undefined && sameType(value, limit) && accepts(compare(value, limit))
  }
}

const listOf = (operator: string, argument: Value): Value[] => {
  if (!Array.isArray(argument)) throw bad(`${operator} needs an array`)
  return argument
}

function modulo(argument: Value): Predicate {
  const [divisor, remainder] = listOf('$mod', argument)
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0) {
    throw bad('malformed mod, not enough elements')
  }
  return (value) => typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === Math.trunc(remainder)
}

const whole = (value: Value | undefined): boolean => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31
/** BSON types by number and name. Source: MongoDB manual, "BSON Types". */
const TYPES: [number, string, Predicate][] = [
  [1, 'double', (value) => typeof value === 'number' && !Number.isInteger(value)],
  [2, 'string', (value) => typeof value === 'string'],
  [3, 'object', isDoc],
  [4, 'array', Array.isArray],
  [8, 'bool', (value) => typeof value === 'boolean'],
  [9, 'date', isDate],
  [10, 'null', (value) => value === null],
  [11, 'regex', isPattern],
  [16, 'int', whole],
  [18, 'long', (value) => Number.isInteger(value) && !whole(value)],
  [NaN, 'number', (value) => typeof value === 'number'],
]

function ofType(argument: Value): Predicate {
  const wanted = (Array.isArray(argument) ? argument : [argument]).map((type) => {
    const known = TYPES.find(([number, name]) => number === type || name === type)
    if (!known) throw bad(`Unknown type name alias: ${String(type)}`)
    return known[2]
  })
  return (value) => wanted.some((test) => test(value))
}

function pattern(argument: Value, { $options }: Doc): Predicate {
  if (isPattern(argument)) return matchesPattern(argument)
  if (typeof argument !== 'string') throw bad('$regex has to be a string')
  try {
    return matchesPattern(new RegExp(argument, String($options ?? '').replace(/[^ims]/g, '')))
  } catch {
    throw bad(`Regular expression is invalid: ${argument}`)
  }
}

/** Operators that ask each value a path reaches, elements of arrays included. */
export const VALUE_OPERATORS: Record<string, (argument: Value, siblings: Doc) => Predicate> = {
  $eq: (argument) => (isPattern(argument) ? (value) => equals(value, argument) : equalTo(argument)),
  $gt: bound((order) => order > 0),
  $gte: bound((order) => order >= 0),
  $lt: bound((order) => order < 0),
  $lte: bound((order) => order <= 0),
  $in: (argument) => {
    const tests = listOf('$in', argument).map(equalTo)
    return (value) => tests.some((test) => test(value))
  },
  $mod: modulo,
  $type: ofType,
  $regex: pattern,
}

/** Operators that ask the value at the end of the path itself, an array as one. */
export const WHOLE_OPERATORS: Record<string, (argument: Value) => Predicate> = {
  $size: (argument) => {
    if (!Number.isInteger(argument) || (argument as number) < 0) throw bad('$size must be a whole number')
    return (value) => Array.isArray(value) && value.length === argument
  },
}

/** Operators that mean the opposite of another one. */
export const OPPOSITES: Record<string, string> = { $ne: '$eq', $nin: '$in' }
export { listOf }

import { compare } from './order'
import { type Doc, type Value, isDate, isDoc } from './values'

export type RangeOperator = '>' | '>=' | '<' | '<='
/** What a filter says for certain about one field. */
export interface FieldCondition {
  equal?: Value[]
  ranges: [RangeOperator, Value][]
}

const RANGES: Record<string, RangeOperator> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

const isScalar = (value: Value | undefined): value is null | string | number | boolean | Date =>
  value === null ||
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  isDate(value)

function readField(condition: Value): FieldCondition {
  if (isScalar(condition)) return { equal: [condition], ranges: [] }
  if (!isDoc(condition)) return { ranges: [] }
  const { $in: list, $eq: same } = condition
  if (isScalar(same)) return { equal: [same], ranges: [] }
  if (Array.isArray(list) && list.every(isScalar)) {
    return {
      equal: list.filter((value, i) => list.findIndex((other) => compare(value, other) === 0) === i),
      ranges: [],
    }
  }
  const ranges = Object.entries(condition).flatMap(([operator, value]): [RangeOperator, Value][] => {
    const sign = RANGES[operator]
    return sign && isScalar(value) && value !== null ? [[sign, value]] : []
  })
  return { ranges }
}

/** The bounds that hold in every branch of an `$or`, as cursor paging writes it. */
function commonRanges(branches: Doc[]): Map<string, [RangeOperator, Value][]> {
  const common = new Map<string, [RangeOperator, Value][]>()
  const read = branches.map(readConditions)
  for (const field of read[0]?.keys() ?? []) {
    for (const upper of [true, false]) {
      const bounds = read.map((conditions) => boundOf(conditions.get(field), upper))
      const first = bounds[0]
      if (first === undefined || bounds.some((bound) => bound === undefined || typeof bound !== typeof first)) continue
      const widest = (bounds as Value[]).reduce((a, b) => (compare(a, b) > 0 === upper ? a : b))
      common.set(field, [...(common.get(field) ?? []), [upper ? '<=' : '>=', widest]])
    }
  }
  return common
}

function boundOf(condition: FieldCondition | undefined, upper: boolean): Value | undefined {
  if (condition?.equal?.length === 1) return condition.equal[0] ?? undefined
  return condition?.ranges.find(([operator]) => operator.startsWith(upper ? '<' : '>'))?.[1]
}

/** Reads what every matching document must fulfil, field by field; what is not understood is left to the matcher. */
export function readConditions(filter: Doc): Map<string, FieldCondition> {
  const conditions = new Map<string, FieldCondition>()
  const merge = (field: string, { equal, ranges }: FieldCondition): void => {
    const have = conditions.get(field)
    const narrower = have?.equal && (!equal || have.equal.length <= equal.length) ? have.equal : equal
    conditions.set(field, { ...(narrower ? { equal: narrower } : {}), ranges: [...(have?.ranges ?? []), ...ranges] })
  }
  for (const [field, condition] of Object.entries(filter)) {
    if (field === '$and' && Array.isArray(condition)) {
      for (const part of condition) for (const [name, found] of readConditions(part as Doc)) merge(name, found)
    } else if (field === '$or' && Array.isArray(condition)) {
      for (const [name, ranges] of commonRanges(condition as Doc[])) merge(name, { ranges })
    } else if (!field.startsWith('$')) merge(field, readField(condition))
  }
  return conditions
}

import { type SqlValue } from '../data/sqlite'
import { type IndexState, expressionOf, tableOf } from './catalog'
import { type FieldCondition, readConditions } from './conditions'
import { findsAll, sortsAlike } from './kinds'
import { type Order } from './order'
import { type Doc, type Value, encode, isDate } from './values'

/**
 * SELECTs that together give every document a filter can match; each result is in the wanted order when `ordered`. One
 * SELECT gives `doc`; several in order give `seq` and the sort keys `k0`, `k1`, ..., so that only what is wanted is read.
 */
export interface Plan {
  statements: { sql: string; parameters: SqlValue[] }[]
  ordered: boolean
  index: string | null
}

/** More combinations of `in` values than this are read in one go and sorted afterwards. */
const MAX_BRANCHES = 50
const ID_INDEX: IndexState = {
  name: '_id_',
  fields: [['_id', 1]],
  unique: false,
  multikey: false,
  kinds: [['text', 'number']],
}

const bind = (value: Value): SqlValue => {
  if (isDate(value)) return encode(value)
  return typeof value === 'boolean' ? Number(value) : (value as SqlValue)
}

/** How far an index serves a query: leading equalities, one range, and whether the order comes for free. */
interface Fit {
  index: IndexState
  equalities: number
  range: boolean
  ordered: boolean
  branches: Value[][]
  score: number
}

function fit(index: IndexState, conditions: Map<string, FieldCondition>, order: Order, limited: boolean): Fit {
  const conditionAt = (position: number): FieldCondition | undefined =>
    findsAll(index.kinds[position] ?? []) ? conditions.get(index.fields[position]?.[0] ?? '') : undefined
  let equalities = 0
  while (conditionAt(equalities)?.equal) equalities++
  const range = (conditionAt(equalities)?.ranges.length ?? 0) > 0
  let branches: Value[][] = [[]]
  for (const [field] of index.fields.slice(0, equalities)) {
    const values = conditions.get(field)?.equal ?? []
    branches =
      branches.length * values.length > MAX_BRANCHES ? [] : branches.flatMap((head) => values.map((v) => [...head, v]))
    if (branches.length === 0) break
  }
  const ordered = branches.length > 0 && order.length > 0 && followsOrder(index, equalities, order)
  const score = equalities * 10 + (range ? 4 : 0) + (ordered ? (limited ? 5 : 1) : 0)
  return { index, equalities, range, ordered, branches, score }
}

/** The order runs along the index after its equalities; a last `_id` is a tie-break that SQLite adds cheaply. */
function followsOrder(index: IndexState, equalities: number, order: Order): boolean {
  const rest = index.fields.slice(equalities)
  let direction = 0
  return order.every(([field, sign], position) => {
    const key = rest[position]
    if (!key || key[0] !== field) return position > 0 && field === '_id' && position === order.length - 1
    if (!sortsAlike(index.kinds[equalities + position] ?? [])) return false
    direction ||= sign * key[1]
    return direction === sign * key[1]
  })
}

/** Chooses the index for a query; without one the whole collection is read in the order of insertion. */
export function plan(collection: string, indexes: IndexState[], filter: Doc, order: Order, limited: boolean): Plan {
  const conditions = readConditions(filter)
  const select = `SELECT doc FROM ${tableOf(collection)}`
  const fits = [ID_INDEX, ...indexes.filter((index) => !index.multikey)].map((index) =>
    fit(index, conditions, order, limited),
  )
  const best = fits.reduce((a, b) => (b.score > a.score ? b : a))
  if (best.score === 0)
    return { statements: [{ sql: `${select} ORDER BY seq`, parameters: [] }], ordered: false, index: null }
  const { index, equalities, ordered } = best
  const expression = (field: string): string => expressionOf(field, index.unique)
  const missing = index.unique ? '-9e999' : null

  const tail: string[] = []
  const tailParameters: SqlValue[] = []
  const ranged = best.range ? index.fields[equalities]?.[0] : undefined
  for (const [operator, value] of (ranged !== undefined && conditions.get(ranged)?.ranges) || []) {
    tail.push(`${expression(ranged as string)} ${operator} ?`)
    tailParameters.push(bind(value))
  }
  const orderBy = ordered
    ? ` ORDER BY ${order.map(([field, sign]) => `${expression(field)} ${sign < 0 ? 'DESC' : 'ASC'}`).join(', ')}`
    : ''
  const keys = order.map(([field], i) => `${expression(field)} AS k${i}`)
  const merged = ordered && best.branches.length > 1
  const from = merged ? `SELECT seq, ${keys.join(', ')} FROM ${tableOf(collection)}` : select
  const statement = (heads: string[], parameters: SqlValue[]): Plan['statements'][number] => {
    const where = [...heads, ...tail]
    return {
      sql: `${from}${where.length > 0 ? ` WHERE ${where.join(' AND ')}` : ''}${orderBy}`,
      parameters: [...parameters, ...tailParameters],
    }
  }
  const equal = (field: string, value: Value): string =>
    value !== null
      ? `${expression(field)} = ?`
      : missing
        ? `${expression(field)} = ${missing}`
        : `${expression(field)} IS NULL`
  const heads = index.fields.slice(0, equalities).map(([field]) => field)
  if (ordered) {
    const statements = best.branches.map((values) =>
      statement(
        heads.map((field, i) => equal(field, values[i] as Value)),
        values.filter((v) => v !== null).map(bind),
      ),
    )
    return { statements, ordered, index: index.name }
  }
  const parameters: SqlValue[] = []
  const membership = heads.map((field) => {
    const values = conditions.get(field)?.equal ?? []
    const present = values.filter((value) => value !== null)
    parameters.push(...present.map(bind))
    const list = `${expression(field)} IN (${[...present.map(() => '?'), ...(missing && present.length < values.length ? [missing] : [])].join(',')})`
    return !missing && present.length < values.length ? `(${list} OR ${expression(field)} IS NULL)` : list
  })
  return { statements: [statement(membership, parameters)], ordered, index: index.name }
}

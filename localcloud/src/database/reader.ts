import { type Connection, type Row, type SqlValue } from '../data/sqlite'
import { type IndexState, tableOf } from './catalog'
import { nearest } from './geo'
import { type Order, comparator, compare } from './order'
import { type Plan, plan } from './planner'
import { project } from './projection'
import { compileFilter } from './query'
import { type Doc, type Value, copy, decodeStored } from './values'

export interface FindRequest {
  filter: Doc
  order?: Order
  skip?: number
  limit?: number
  projection?: Doc
}
/** Where to read: a connection (its snapshot) and what a transaction has written on top, `null` for removed. */
export interface View {
  connection: Connection
  written: Map<string | number, Doc | null>
}
export interface Found {
  docs: Doc[]
  /** Documents that were read to find them. */
  examined: number
  index: string | null
}

/** The rows of a statement one by one; reads `first` rows at once, later more. Every SQL statement runs to its end. */
function* rowsOf(
  connection: Connection,
  { sql, parameters }: Plan['statements'][number],
  first: number | undefined,
): Generator<Row> {
  let size = first === undefined ? undefined : Math.max(1, first)
  for (let offset = 0; ; ) {
    const rows = connection.all(size === undefined ? sql : `${sql} LIMIT ${size} OFFSET ${offset}`, parameters)
    yield* rows
    if (size === undefined || rows.length < size) return
    offset += rows.length
    size = Math.min(size * 2, 1000)
  }
}

/** Merges streams of sort keys that are each in order, and reads each document when its turn comes. */
function* mergeByKeys(
  streams: Generator<Row>[],
  order: Order,
  read: (seq: SqlValue) => Row | undefined,
): Generator<Row> {
  const compareRows = (a: Row, b: Row): number => {
    for (const [i, [, direction]] of order.entries()) {
      const result = compare(a[`k${i}`] as Value, b[`k${i}`] as Value) * direction
      if (result !== 0) return result
    }
    return 0
  }
  const heads = streams.flatMap((stream) => {
    const { value, done } = stream.next()
    return done ? [] : [{ row: value, stream }]
  })
  while (heads.length > 0) {
    const best = heads.reduce((a, b) => (compareRows(b.row, a.row) < 0 ? b : a))
    const found = read(best.row.seq as SqlValue)
    if (found) yield found
    const { value, done } = best.stream.next()
    if (done) heads.splice(heads.indexOf(best), 1)
    else best.row = value
  }
}

/** Finds documents: SQL narrows by an index, the matcher tests every document again. */
export function findIn(view: View, collection: string, indexes: IndexState[], request: FindRequest): Found {
  const { filter, order = [], skip = 0, limit } = request
  const test = compileFilter(filter)
  const near = nearest(filter)
  const limited = limit !== undefined && !near
  const chosen = plan(collection, indexes, filter, order, limited)
  const own = [...view.written.values()].filter((doc): doc is Doc => doc !== null && test(doc)).map((doc) => copy(doc))
  const sorted = near === undefined && (order.length === 0 || chosen.ordered)
  const wanted = sorted && limited ? skip + limit : undefined

  let examined = 0
  const { connection } = view
  const chunk = wanted === undefined ? undefined : Math.ceil((wanted + view.written.size) / chosen.statements.length)
  const streams = chosen.statements.map((statement) => rowsOf(connection, statement, chunk))
  const compareDocs = near ?? comparator(order)
  const candidates =
    streams.length === 1
      ? (streams[0] as Generator<Row>)
      : mergeByKeys(streams, order, (seq) =>
          connection.get(`SELECT doc FROM ${tableOf(collection)} WHERE seq=?`, [seq]),
        )
  let docs: Doc[] = []
  if (wanted !== 0) {
    for (const row of candidates) {
      const doc = decodeStored(row.doc as string)
      examined++
      if (view.written.has(doc._id as string) || !test(doc)) continue
      docs.push(doc)
      if (docs.length === wanted) break
    }
  }
  docs.push(...own)
  if (near || (order.length > 0 && (!chosen.ordered || own.length > 0))) docs.sort(compareDocs)
  docs = docs.slice(skip, limit === undefined ? undefined : skip + limit)
  return { docs: project(docs, request.projection), examined, index: chosen.index }
}

import { type Connection } from '../data/sqlite'
import { type IndexState } from './catalog'
import { nearest } from './geo'
import { type Order, comparator } from './order'
import { plan } from './planner'
import { compileFilter, project } from './query'
import { type Doc, copy, decodeStored } from './values'

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

type Statement = { sql: string; parameters: (string | number | bigint | Buffer | null)[] }

/** Decodes the rows of a statement one by one; reads `first` rows at once, later more. Every SQL statement runs to its end. */
function* documents(
  connection: Connection,
  { sql, parameters }: Statement,
  first: number | undefined,
  onRead: () => void,
): Generator<Doc> {
  let size = first === undefined ? undefined : Math.max(1, first)
  for (let offset = 0; ; ) {
    const rows = connection.all(size === undefined ? sql : `${sql} LIMIT ${size} OFFSET ${offset}`, parameters)
    for (const row of rows) {
      onRead()
      yield decodeStored(row.doc as string)
    }
    if (size === undefined || rows.length < size) return
    offset += rows.length
    size = Math.min(size * 2, 1000)
  }
}

/** Merges streams that are each in order. */
function* merge(streams: Generator<Doc>[], order: (a: Doc, b: Doc) => number): Generator<Doc> {
  if (streams.length === 1) return yield* streams[0] as Generator<Doc>
  const heads = streams.flatMap((stream) => {
    const { value, done } = stream.next()
    return done ? [] : [{ doc: value, stream }]
  })
  while (heads.length > 0) {
    const best = heads.reduce((a, b) => (order(b.doc, a.doc) < 0 ? b : a))
    yield best.doc
    const { value, done } = best.stream.next()
    if (done) heads.splice(heads.indexOf(best), 1)
    else best.doc = value
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
  const count = (): void => void examined++
  const chunk = wanted === undefined ? undefined : Math.ceil((wanted + view.written.size) / chosen.statements.length)
  const streams = chosen.statements.map((statement) => documents(view.connection, statement, chunk, count))
  const compareDocs = near ?? comparator(order)
  const candidates = chosen.ordered ? merge(streams, comparator(order)) : chain(streams)
  let docs: Doc[] = []
  if (wanted !== 0) {
    for (const doc of candidates) {
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

function* chain(streams: Generator<Doc>[]): Generator<Doc> {
  for (const stream of streams) yield* stream
}

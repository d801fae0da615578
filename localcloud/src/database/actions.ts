import { type Action, type ActionContext } from '../http/action'
import { ServiceError, invalidParameter, refusedOperation } from '../errors'
import { MAX_QUERY_LIMIT, TRANSACTION_BUSY_WINDOW_MS } from '../limits'
import { collectionExists } from './catalog'
import { type DocumentDatabase } from './database'
import { type Order } from './order'
import { type FindRequest } from './reader'
import { type Transaction } from './transactions'
import { type Doc, type Value, decodeWire, encode, isDoc } from './values'

interface DatabaseRequest {
  collectionName?: string
  data?: string | string[]
  query?: string
  queryType?: 'DOC' | 'WHERE'
  order?: string
  offset?: number
  limit?: number
  projection?: string
  multi?: boolean
  merge?: boolean
  upsert?: boolean
  stages?: { stageKey: string; stageValue: string }[]
  transactionId?: string
}

/** An operation that ran outside the transaction that its function had open. */
export interface OutsideWarning {
  at: string
  action: string
  collection: string
  function: string
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** The database actions of the SDK. `warn` hears of operations that the SDK sends outside an open transaction. */
export function databaseActions(
  database: DocumentDatabase,
  now: () => number,
  warn: (warning: OutsideWarning) => void,
): Record<string, Action> {
  const read = (text: string | undefined): Value => {
    if (text === undefined || text === '') return {}
    try {
      return decodeWire(text, now())
    } catch (thrown) {
      if (thrown instanceof ServiceError) throw thrown
      throw invalidParameter(`malformed EJSON: ${text.slice(0, 200)}`)
    }
  }
  const readDoc = (text: string | undefined): Doc => {
    const value = read(text)
    if (!isDoc(value)) throw invalidParameter('an object is expected')
    return value
  }
  const nameOf = (request: DatabaseRequest): string => {
    if (!request.collectionName) throw invalidParameter('collectionName is empty')
    return request.collectionName
  }

  /** Runs an operation inside its transaction, one at a time; notes those that should have been inside one. */
  async function inPlace<T>(
    action: string,
    request: DatabaseRequest,
    { caller }: ActionContext,
    work: (transaction?: Transaction) => T | Promise<T>,
  ): Promise<T> {
    if (request.transactionId === undefined) {
      if (caller && database.transactions.openOf(caller.invocation)) {
        warn({ at: new Date(now()).toISOString(), action, collection: nameOf(request), function: caller.function })
      }
      return work()
    }
    const { transaction, done } = database.transactions.enter(request.transactionId)
    try {
      await pause(TRANSACTION_BUSY_WINDOW_MS)
      return await work(transaction)
    } finally {
      done()
    }
  }
  const operation = (
    action: string,
    work: (request: DatabaseRequest, context: ActionContext, transaction?: Transaction) => object | Promise<object>,
  ): [string, Action] => [
    action,
    (parameters, context) => {
      const request = parameters as DatabaseRequest
      database.catalog.require(nameOf(request))
      return inPlace(action, request, context, async (transaction) => ({
        data: await work(request, context, transaction),
      }))
    },
  ]
  const findRequest = (request: DatabaseRequest): FindRequest => {
    if (request.queryType === 'DOC')
      return { filter: readDoc(request.query), limit: 1, projection: readDoc(request.projection) }
    const { offset = 0, limit = MAX_QUERY_LIMIT } = request
    return {
      filter: readDoc(request.query),
      order: Object.entries(readDoc(request.order)) as Order,
      skip: Number(offset),
      limit: Math.min(Number(limit), MAX_QUERY_LIMIT),
      projection: readDoc(request.projection),
    }
  }

  return Object.fromEntries<Action>([
    [
      'database.addCollection',
      (parameters) => {
        const name = nameOf(parameters as DatabaseRequest)
        if (database.catalog.has(name)) throw collectionExists(name)
        database.catalog.create(name)
        return { data: {} }
      },
    ],
    operation('database.insertDocument', async (request, _context, transaction) => {
      const docs = (Array.isArray(request.data) ? request.data : [request.data]).map(readDoc)
      return { insertedIds: (await database.insert(nameOf(request), docs, transaction)).answer }
    }),
    operation('database.getDocument', (request, context, transaction) => {
      const wanted = findRequest(request)
      const { docs, examined, index } = database.find(nameOf(request), wanted, transaction)
      context.note({ examined, returned: docs.length, index })
      return { list: docs.map(encode), limit: wanted.limit, offset: wanted.skip ?? 0 }
    }),
    operation('database.calculateDocument', (request, context) => {
      const { total, examined, index } = database.count(nameOf(request), readDoc(request.query))
      context.note({ examined, index })
      return { total }
    }),
    operation('database.modifyDocument', async (request, context, transaction) => {
      const { multi = false, merge = true, upsert = false } = request
      if (Array.isArray(request.data)) throw refusedOperation('Update', 'one update document is expected')
      const change = { filter: readDoc(request.query), data: readDoc(request.data), multi, merge, upsert }
      const { answer, examined } = await database.change(nameOf(request), change, transaction)
      context.note({ examined, returned: answer.updated })
      return answer
    }),
    operation('database.removeDocument', async (request, context, transaction) => {
      const { answer, examined } = await database.remove(
        nameOf(request),
        readDoc(request.query),
        request.multi ?? false,
        transaction,
      )
      context.note({ examined, returned: answer })
      return { deleted: answer }
    }),
    operation('database.aggregateDocuments', (request, context) => {
      const stages = (request.stages ?? []).map(({ stageKey, stageValue }) => ({ [stageKey]: read(stageValue) }))
      const { docs, examined, index } = database.aggregate(nameOf(request), stages)
      context.note({ examined, returned: docs.length, index })
      return { list: docs.map(encode) }
    }),
    [
      'database.startTransaction',
      (_parameters, { caller }) => ({ transactionId: database.transactions.begin(caller?.invocation) }),
    ],
    [
      'database.commitTransaction',
      (parameters) => {
        database.transactions.commit((parameters as DatabaseRequest).transactionId ?? '')
        return {}
      },
    ],
    [
      'database.abortTransaction',
      (parameters) => {
        database.transactions.abort((parameters as DatabaseRequest).transactionId ?? '')
        return {}
      },
    ],
  ])
}

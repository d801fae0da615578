import { type Connection } from '../data/sqlite'
import { transactionBusy } from '../errors'
import { WRITE_LOCK_WAIT_MS } from '../limits'
import { aggregate } from './aggregate'
import { type Catalog, type CollectionSpec, openCatalog, tableOf } from './catalog'
import { createLocks } from './locks'
import { type Change, type Place, type Planned, newDocumentId, planChange, planInsert, planRemove } from './operations'
import { type FindRequest, type Found, type View, findIn } from './reader'
import { type DocId, type Write, allDocuments, idOf, put } from './rows'
import { type Transaction, type Transactions, createTransactions, keyOf } from './transactions'
import { type Doc, reviveWire } from './values'

/** Answer of an operation with the number of documents read for it. */
export interface Answer<T> {
  answer: T
  examined: number
}

export interface DocumentDatabase {
  catalog: Catalog
  transactions: Transactions
  applyCollections(specs: CollectionSpec[]): void
  find(collection: string, request: FindRequest, transaction?: Transaction): Found
  count(collection: string, filter: Doc): { total: number; examined: number; index: string | null }
  insert(collection: string, docs: Doc[], transaction?: Transaction): Promise<Answer<DocId[]>>
  change(
    collection: string,
    change: Change,
    transaction?: Transaction,
  ): Promise<Answer<{ updated: number; upsert_id: DocId | null }>>
  remove(collection: string, filter: Doc, multi: boolean, transaction?: Transaction): Promise<Answer<number>>
  aggregate(collection: string, stages: Doc[]): Found
  /** Puts documents in, replacing those with the same `_id`; makes the collection. Relaxed EJSON or plain values. */
  importDocuments(collection: string, docs: unknown[]): number
  /** All documents, in the order of insertion. Dates are Date objects. */
  exportDocuments(collection: string): Doc[]
  /** Removes every document; collections and indexes stay. */
  clear(): void
  close(): void
}

export function openDatabase(file: string, connection: Connection, now: () => number): DocumentDatabase {
  const catalog = openCatalog(connection)
  const locks = createLocks()
  const transactions = createTransactions(file, connection, catalog, locks, now)

  const viewOf = (collection: string, transaction: Transaction | undefined): View =>
    transaction ? transactions.view(transaction, collection) : { connection, written: new Map() }
  const placeOf = (collection: string, transaction: Transaction | undefined): Place => {
    catalog.require(collection)
    return { view: viewOf(collection, transaction), collection, indexes: catalog.indexes(collection), now: now() }
  }
  const find: DocumentDatabase['find'] = (collection, request, transaction) => {
    const { view, indexes } = placeOf(collection, transaction)
    return findIn(view, collection, indexes, request)
  }

  /** Writes in order; a duplicate stops there and keeps what came before, as MongoDB's ordered writes do. */
  const writeAll = (writes: Write[]): void => {
    if (writes.length === 0) return
    const failure = catalog.atomically(() => {
      for (const write of writes) {
        try {
          put(connection, catalog, write)
        } catch (thrown) {
          return { thrown }
        }
      }
      return undefined
    })
    if (failure) throw failure.thrown
  }

  /**
   * Plans and writes without a break, so that nothing can come between; while a transaction holds one of the
   * documents, waits for it and plans afresh.
   */
  async function perform<T>(
    collection: string,
    transaction: Transaction | undefined,
    work: (place: Place) => Planned<T>,
  ): Promise<Answer<T>> {
    const until = performance.now() + WRITE_LOCK_WAIT_MS
    for (;;) {
      const { writes, answer, examined } = work(placeOf(collection, transaction))
      if (transaction) {
        for (const write of writes) transactions.write(transaction, write)
        return { answer, examined }
      }
      transactions.expire()
      if (!writes.some((write) => locks.holder(keyOf(write.collection, write.id)) !== undefined)) {
        writeAll(writes)
        return { answer, examined }
      }
      const left = until - performance.now()
      if (left <= 0) throw transactionBusy()
      await locks.changed(left)
    }
  }

  return {
    catalog,
    transactions,
    applyCollections: (specs) => catalog.apply(specs),
    find,
    count(collection, filter) {
      if (Object.keys(filter).length > 0) {
        const { docs, examined, index } = find(collection, { filter })
        return { total: docs.length, examined, index }
      }
      catalog.require(collection)
      return {
        total: Number(connection.get(`SELECT count(*) AS n FROM ${tableOf(collection)}`)?.n),
        examined: 0,
        index: null,
      }
    },
    insert: (collection, docs, transaction) => perform(collection, transaction, (place) => planInsert(place, docs)),
    change: (collection, change, transaction) => perform(collection, transaction, (place) => planChange(place, change)),
    remove: (collection, filter, multi, transaction) =>
      perform(collection, transaction, (place) => planRemove(place, filter, multi)),
    aggregate: (collection, stages) =>
      aggregate({ find: (name, request) => find(name, request), exists: catalog.has }, collection, stages),
    importDocuments(collection, docs) {
      catalog.create(collection)
      catalog.atomically(() => {
        for (const source of docs) {
          const doc = reviveWire(source, now()) as Doc
          const id = idOf(doc._id ?? newDocumentId())
          put(connection, catalog, { collection, id, doc: { _id: id, ...doc }, fresh: false })
        }
      })
      return docs.length
    },
    exportDocuments(collection) {
      catalog.require(collection)
      return allDocuments(connection, collection)
    },
    clear() {
      connection.atomically(() => {
        for (const name of catalog.names()) connection.run(`DELETE FROM ${tableOf(name)}`)
      })
    },
    close: () => transactions.close(),
  }
}

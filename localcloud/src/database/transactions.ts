import { type Connection, openConnection } from '../data/sqlite'
import { duplicateKey, transactionBusy, transactionConflict, transactionNotExist, transactionTooLong } from '../errors'
import { TRANSACTION_LIFETIME_MS, TRANSACTION_MAX_OPERATIONS } from '../limits'
import { type Catalog } from './catalog'
import { type Locks } from './locks'
import { newDocumentId } from './operations'
import { type View } from './reader'
import { type DocId, type Write, put, storable, takenIndex, versionOf } from './rows'
import { type Doc } from './values'

export interface Transaction {
  readonly id: string
  /** Who began it; only used to warn about operations that slip outside. */
  readonly owner: string | undefined
  /** The snapshot: taken by the first read, as MongoDB does. */
  readonly snapshot: Connection
  readonly writes: Map<string, Write>
  operations: number
  busy: boolean
  /** Local time, ms. */
  readonly startedAt: number
  readonly expiry: NodeJS.Timeout
}

export interface Transactions {
  begin(owner: string | undefined): string
  /** The transaction of an operation; throws when it is gone, busy or used up. Call `done` when the operation is over. */
  enter(id: string): { transaction: Transaction; done(): void }
  view(transaction: Transaction, collection: string): View
  /** Takes the lock and buffers the write. A conflict or a duplicate aborts the whole transaction. */
  write(transaction: Transaction, write: Write): void
  commit(id: string): void
  abort(id: string): void
  openOf(owner: string): boolean
  /** Ends the transactions whose time is over by the local clock; real time ends them by itself. */
  expire(): void
  close(): void
}

export const keyOf = (collection: string, id: DocId): string => `${collection}\u0000${typeof id}\u0000${id}`

/** Snapshot isolation with first-writer-wins, over SQLite's WAL snapshots. Nothing is written before commit. */
export function createTransactions(
  file: string,
  main: Connection,
  catalog: Catalog,
  locks: Locks,
  now: () => number,
): Transactions {
  const open = new Map<string, Transaction>()
  const idle: Connection[] = []

  const find = (id: string): Transaction => {
    expire()
    const transaction = open.get(id)
    if (!transaction) throw transactionNotExist()
    return transaction
  }
  const finish = (transaction: Transaction): void => {
    clearTimeout(transaction.expiry)
    open.delete(transaction.id)
    transaction.snapshot.exec('ROLLBACK')
    if (idle.length < 4) idle.push(transaction.snapshot)
    else transaction.snapshot.close()
    locks.release(transaction.id)
  }
  const expire = (): void => {
    for (const transaction of open.values()) {
      if (now() - transaction.startedAt >= TRANSACTION_LIFETIME_MS) finish(transaction)
    }
  }
  const fail = (transaction: Transaction, error: Error): never => {
    finish(transaction)
    throw error
  }
  const view = (transaction: Transaction, collection: string): View => {
    const written = new Map<DocId, Doc | null>()
    for (const write of transaction.writes.values())
      if (write.collection === collection) written.set(write.id, write.doc)
    return { connection: transaction.snapshot, written }
  }

  return {
    begin(owner) {
      const id = newDocumentId()
      const snapshot = idle.pop() ?? openConnection(file, true)
      snapshot.exec('BEGIN')
      const expiry = setTimeout(() => {
        const transaction = open.get(id)
        if (transaction) finish(transaction)
      }, TRANSACTION_LIFETIME_MS)
      expiry.unref()
      open.set(id, { id, owner, snapshot, writes: new Map(), operations: 0, busy: false, startedAt: now(), expiry })
      return id
    },
    enter(id) {
      const transaction = find(id)
      if (transaction.busy) throw transactionBusy()
      if (++transaction.operations > TRANSACTION_MAX_OPERATIONS) {
        fail(transaction, transactionTooLong(TRANSACTION_MAX_OPERATIONS))
      }
      transaction.busy = true
      return { transaction, done: () => void (transaction.busy = false) }
    },
    view,
    write(transaction, write) {
      const key = keyOf(write.collection, write.id)
      const holder = locks.holder(key)
      if (holder !== undefined && holder !== transaction.id) fail(transaction, transactionConflict())
      const before = transaction.writes.get(key)
      const version = versionOf(transaction.snapshot, write.collection, write.id)
      if (!before && versionOf(main, write.collection, write.id) !== version) fail(transaction, transactionConflict())
      if (write.fresh && (before ? before.doc !== null : version !== 0))
        fail(transaction, duplicateKey(write.collection, '_id_'))
      if (write.doc) storable(write.doc)
      const replaced = new Set(
        [...transaction.writes.values()].filter((w) => w.collection === write.collection).map((w) => w.id),
      )
      const taken = takenIndex(main, catalog, write, replaced)
      if (taken) fail(transaction, duplicateKey(write.collection, taken))
      locks.hold(key, transaction.id)
      transaction.writes.set(key, { ...write, fresh: false })
    },
    commit(id) {
      const transaction = find(id)
      try {
        if (transaction.busy) throw transactionBusy()
        catalog.atomically(() => {
          for (const write of removalsFirst(transaction)) put(main, catalog, write)
        })
      } finally {
        finish(transaction)
      }
    },
    abort: (id) => finish(find(id)),
    expire,
    openOf: (owner) => [...open.values()].some((transaction) => transaction.owner === owner),
    close() {
      for (const transaction of [...open.values()]) finish(transaction)
      for (const connection of idle.splice(0)) connection.close()
    },
  }
}

/** A key that one document gives up and another takes must be free before it is taken. */
const removalsFirst = (transaction: Transaction): Write[] =>
  [...transaction.writes.values()].sort((a, b) => Number(a.doc !== null) - Number(b.doc !== null))

import Sqlite from 'libsql'

export type SqlValue = string | number | bigint | Buffer | null
export type Row = Record<string, SqlValue>

/** One connection: prepared statements are kept, and every statement runs to its end. */
export interface Connection {
  exec(sql: string): void
  all(sql: string, parameters?: SqlValue[]): Row[]
  get(sql: string, parameters?: SqlValue[]): Row | undefined
  run(sql: string, parameters?: SqlValue[]): number
  /** Runs `work` in one durable transaction; rolls back when it throws. Nested calls join the outer one. */
  atomically<T>(work: () => T): T
  close(): void
}

/**
 * Opens (and makes) the file. WAL with full sync: what was committed survives kill -9 and power loss. A file that nobody
 * keeps (`durable` false) is not synced.
 */
export function openConnection(file: string, durable: boolean): Connection {
  const database = new Sqlite(file)
  database.exec('PRAGMA journal_mode=WAL')
  database.exec(`PRAGMA synchronous=${durable ? 'FULL' : 'OFF'}`)
  database.exec('PRAGMA busy_timeout=5000')
  const statements = new Map<string, ReturnType<typeof database.prepare>>()
  const prepare = (sql: string): ReturnType<typeof database.prepare> => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size > 500) statements.clear()
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  let open = false
  return {
    exec: (sql) => {
      statements.clear()
      database.exec(sql)
    },
    all: (sql, parameters = []) => prepare(sql).all(parameters) as Row[],
    get: (sql, parameters = []) => prepare(sql).all(parameters)[0] as Row | undefined,
    run: (sql, parameters = []) => prepare(sql).run(parameters).changes,
    atomically(work) {
      if (open) return work()
      database.exec('BEGIN IMMEDIATE')
      open = true
      try {
        const result = work()
        database.exec('COMMIT')
        return result
      } catch (thrown) {
        database.exec('ROLLBACK')
        throw thrown
      } finally {
        open = false
      }
    },
    close: () => {
      statements.clear()
      database.close()
    },
  }
}

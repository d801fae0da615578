import { type Connection } from './sqlite'

/** The emulated services' own state (credits, messages, payments, ...): JSON by kind and id, in the order of making. */
export interface Records {
  get<T>(kind: string, id: string): T | undefined
  put(kind: string, id: string, value: unknown): void
  remove(kind: string, id: string): void
  list<T>(kind: string): T[]
  /** Forgets everything except the kind `meta`. */
  clear(): void
  atomically<T>(work: () => T): T
}

export function openRecords(connection: Connection): Records {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS local_records(seq INTEGER PRIMARY KEY, kind TEXT, id TEXT, body TEXT, UNIQUE(kind,id))',
  )
  const read = <T>(body: unknown): T => JSON.parse(String(body)) as T
  return {
    get<T>(kind: string, id: string) {
      const row = connection.get('SELECT body FROM local_records WHERE kind=? AND id=?', [kind, id])
      return row ? read<T>(row.body) : undefined
    },
    put(kind, id, value) {
      connection.run(
        'INSERT INTO local_records(kind,id,body) VALUES(?,?,?) ON CONFLICT(kind,id) DO UPDATE SET body=excluded.body',
        [kind, id, JSON.stringify(value)],
      )
    },
    remove: (kind, id) => void connection.run('DELETE FROM local_records WHERE kind=? AND id=?', [kind, id]),
    list: <T>(kind: string) =>
      connection
        .all('SELECT body FROM local_records WHERE kind=? ORDER BY seq', [kind])
        .map((row) => read<T>(row.body)),
    clear: () => void connection.run("DELETE FROM local_records WHERE kind<>'meta'"),
    atomically: (work) => connection.atomically(work),
  }
}

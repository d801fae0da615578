import { type Connection } from '../data/sqlite'
import { messageOf } from '../errors'
import { type DueSource } from './schedule'

/** What to do later: kept in the database, so that it survives a restart. */
export interface Job {
  kind: string
  payload: unknown
}
/** Runs a job; an answer means "again, after this many ms, with this payload". */
export type JobHandler = (payload: never) => Promise<{ againInMs: number; payload: unknown } | void>

export interface Jobs extends DueSource {
  handle(kind: string, handler: JobHandler): void
  /** Keeps a job for local time `due` (ms). */
  add(due: number, job: Job): number
  /** Runs a kept job at once, whatever its time. */
  runNow(id: number): Promise<void>
  list(): { id: number; due: string; kind: string; payload: unknown }[]
  clear(): void
}

export function openJobs(connection: Connection, now: () => number, changed: () => void): Jobs {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS local_jobs(id INTEGER PRIMARY KEY AUTOINCREMENT, due INTEGER, kind TEXT, payload TEXT)',
  )
  connection.exec('CREATE INDEX IF NOT EXISTS local_jobs_due ON local_jobs(due)')
  const handlers = new Map<string, JobHandler>()
  const running = new Set<number>()
  const first = (): { id: number; due: number } | undefined => {
    const rows = connection.all('SELECT id, due FROM local_jobs ORDER BY due, id LIMIT ?', [running.size + 1])
    const row = rows.find(({ id }) => !running.has(Number(id)))
    return row && { id: Number(row.id), due: Number(row.due) }
  }
  const run = async (id: number): Promise<void> => {
    const row = connection.get('SELECT kind, payload FROM local_jobs WHERE id=?', [id])
    if (!row || running.has(id)) return
    running.add(id)
    try {
      const handler = handlers.get(String(row.kind))
      const again = await handler?.(JSON.parse(String(row.payload)) as never)
      if (!again) connection.run('DELETE FROM local_jobs WHERE id=?', [id])
      else {
        connection.run('UPDATE local_jobs SET due=?, payload=? WHERE id=?', [
          now() + again.againInMs,
          JSON.stringify(again.payload),
          id,
        ])
      }
    } catch (thrown) {
      // A job that cannot be done must not stand in the way of all that come after it.
      process.stderr.write(`localcloud: ${String(row.kind)} was given up: ${messageOf(thrown)}\n`)
      connection.run('DELETE FROM local_jobs WHERE id=?', [id])
    } finally {
      running.delete(id)
      changed()
    }
  }
  return {
    handle: (kind, handler) => void handlers.set(kind, handler),
    add(due, { kind, payload }) {
      connection.run('INSERT INTO local_jobs(due,kind,payload) VALUES(?,?,?)', [
        Math.round(due),
        kind,
        JSON.stringify(payload),
      ])
      const id = Number(connection.get('SELECT max(id) AS id FROM local_jobs')?.id)
      changed()
      return id
    },
    runNow: run,
    list: () =>
      connection.all('SELECT * FROM local_jobs ORDER BY due, id').map((row) => ({
        id: Number(row.id),
        due: new Date(Number(row.due)).toISOString(),
        kind: String(row.kind),
        payload: JSON.parse(String(row.payload)) as unknown,
      })),
    clear: () => void connection.run('DELETE FROM local_jobs'),
    nextDue: () => first()?.due,
    fireNext: async () => {
      const job = first()
      if (job) await run(job.id)
    },
  }
}

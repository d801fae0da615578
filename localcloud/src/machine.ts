import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { type Clock, createClock } from './clock/clock'
import { type Jobs, openJobs } from './clock/jobs'
import { type Schedule, createSchedule } from './clock/schedule'
import { type Timers, createTimers } from './clock/timers'
import { type Records, openRecords } from './data/records'
import { openConnection } from './data/sqlite'
import { type OutsideWarning } from './database/actions'
import { type DocumentDatabase, openDatabase } from './database/database'
import { type Faults, createFaults } from './faults'
import { type FunctionConfig, listFunctions, readFunctionConfig } from './functions/config'
import { instanceEnvironment } from './functions/environment'
import { type Invoker, createInvoker } from './functions/invoker'
import { type Pool, createPool } from './functions/pool'
import { type Parcels, openParcels } from './openapi/logistics'
import { type ContentSecurity, contentSecurity } from './openapi/security'
import { type SubscribeMessages, subscribeMessages } from './openapi/subscribe-message'
import { type LocalCloudOptions } from './options'
import { type Notices, openNotices } from './pay/notices'
import { type Orders, openOrders } from './pay/orders'
import { type Refunds, openRefunds } from './pay/refunds'
import { type Snapshot, putSnapshot, takeSnapshot } from './snapshot'
import { type Storage, openStorage } from './storage/files'
import { type WireLog, createWireLog } from './wire-log'

/** All parts of one local cloud, without its HTTP face. */
export interface Machine {
  appId: string
  clock: Clock
  schedule: Schedule
  timers: Timers
  jobs: Jobs
  records: Records
  database: DocumentDatabase
  storage: Storage
  pool: Pool
  invoker: Invoker
  messages: SubscribeMessages
  security: ContentSecurity
  parcels: Parcels
  orders: Orders
  refunds: Refunds
  notices: Notices
  faults: Faults
  wireLog: WireLog
  warnings: OutsideWarning[]
  /** Local time (ms) of each user's last call. */
  visits: Map<string, number>
  /** The functions that are there now; new triggers count from here on. */
  functions(): Map<string, FunctionConfig>
  /** What config.json says now. */
  configOf(name: string): FunctionConfig
  /** Moves or stops the clock; answers how many timers, notices and other due work ran on the way. */
  moveClock(move: { advanceMs?: number; to?: string; standing?: boolean }): Promise<number>
  /** Empties everything and puts the clock back to where it started. */
  reset(): Promise<void>
  /** Waits for what is under way by the clock and takes the state of that moment. */
  snapshot(): Promise<Snapshot>
  /** Goes back to it; logs begin empty. Calls still under way belong to the past and can write no more. */
  restore(snapshot: Snapshot): Promise<void>
  close(): Promise<void>
}

/** How often the running clock is saved; it never runs backwards over a restart, at most this far ahead. */
const CLOCK_SAVE_MS = 2_000
const DEFAULT_APP_ID = 'wx0000000000localcl'

function keptSecret(records: Records): string {
  const kept = records.get<string>('meta', 'secret') ?? randomBytes(32).toString('hex')
  records.put('meta', 'secret', kept)
  return kept
}

/** Puts the parts together over one database file. `url` is asked only when functions run. */
export function assemble(file: string, options: LocalCloudOptions, url: () => string): Machine {
  const { startAt, environment = {}, events = {}, appId = DEFAULT_APP_ID, maxInstances } = options
  const functionsFolder = resolve(options.functionsFolder)
  const connection = openConnection(file, options.dataFolder !== undefined)
  const records = openRecords(connection)
  const start = startAt === undefined ? undefined : Date.parse(startAt)
  if (Number.isNaN(start)) throw new Error(`startAt is no date: ${String(startAt)}`)
  const clock = createClock(records.get<number>('meta', 'clock') ?? start ?? Date.now())
  const now = clock.now
  const database = openDatabase(file, connection, now)
  const schedule = createSchedule(clock)
  const jobs = openJobs(connection, now, schedule.changed)
  let functions = listFunctions(functionsFolder)
  const configOf = (name: string): FunctionConfig => readFunctionConfig(join(functionsFolder, name))
  const pool = createPool({
    folder: functionsFolder,
    environment: () => instanceEnvironment(url(), environment),
    clock: clock.shared,
    ...(maxInstances === undefined ? {} : { maxInstances }),
  })
  const invoker = createInvoker({
    pool,
    now,
    appId,
    configOf,
  })
  const timers = createTimers(now, async (name, trigger, at) => {
    const event = {
      Type: 'Timer',
      TriggerName: trigger,
      Time: new Date(at).toISOString().replace('.000Z', 'Z'),
      Message: '',
    }
    await invoker.invoke({ name, event, identity: {}, source: 'timer' })
  })
  const serve = async (name: string, event: object): Promise<unknown> => {
    const answer = await invoker.invoke({ name, event, identity: {}, source: 'service' })
    return answer.ok ? answer.result : undefined
  }
  const visits = new Map<string, number>()
  const orders = openOrders(records, now, appId)
  const notices = openNotices(jobs, now, serve)
  const faults = createFaults()
  const wireLog = createWireLog()
  const warnings: OutsideWarning[] = []
  const machine: Machine = {
    appId,
    clock,
    schedule,
    timers,
    jobs,
    records,
    database,
    pool,
    invoker,
    orders,
    notices,
    faults,
    wireLog,
    warnings,
    visits,
    storage: openStorage(connection, keptSecret(records), now),
    messages: subscribeMessages(records, clock.iso),
    security: contentSecurity({
      records,
      jobs,
      now,
      appId,
      lastSeen: (openid) => visits.get(openid),
      deliver: async (name, event) => {
        const target = events[name]
        if (target !== undefined) await serve(target, event)
      },
    }),
    parcels: openParcels(records, now),
    refunds: openRefunds({ records, jobs, orders, notices, now, appId }),
    functions() {
      readFunctions()
      return functions
    },
    configOf,
    async moveClock({ advanceMs, to, standing }) {
      const target = to === undefined ? now() + (advanceMs ?? 0) : Date.parse(to)
      if (!Number.isFinite(target)) throw new Error('advanceMs or to is no time')
      readFunctions()
      if (standing === true) clock.stand()
      if (standing === false) clock.run()
      const moves = to !== undefined || advanceMs !== undefined
      const fired = moves ? await schedule.advanceTo(target) : 0
      saveClock(0)
      schedule.changed()
      return fired
    },
    async reset() {
      await schedule.settle()
      jobs.clear()
      database.transactions.close()
      database.clear()
      records.clear()
      machine.storage.clear()
      notices.clear()
      faults.clear()
      visits.clear()
      forgetObserved()
      clock.set(start ?? Date.now())
      saveClock(0)
      timers.load(functions, true)
      schedule.changed()
    },
    async snapshot() {
      await schedule.settle()
      readFunctions()
      return takeSnapshot(parts)
    },
    async restore(snapshot) {
      await schedule.settle()
      forgetObserved()
      readFunctions()
      putSnapshot(parts, snapshot)
      saveClock(0)
      schedule.changed()
    },
    async close() {
      clearInterval(saving)
      schedule.stop()
      await pool.close()
      await schedule.settle()
      saveClock(0)
      database.close()
      connection.close()
    },
  }
  const parts = { connection, database, clock, timers, visits, faults, notices }
  const forgetObserved = (): void => {
    wireLog.clear()
    invoker.clear()
    warnings.length = 0
  }
  const readFunctions = (): void => {
    functions = listFunctions(functionsFolder)
    timers.load(functions)
  }
  const saveClock = (ahead: number): void => records.put('meta', 'clock', now() + ahead)
  const saving = setInterval(() => (clock.standing() ? undefined : saveClock(CLOCK_SAVE_MS)), CLOCK_SAVE_MS)
  saving.unref()
  saveClock(CLOCK_SAVE_MS)
  database.applyCollections(options.collections ?? [])
  timers.load(functions)
  schedule.add(jobs)
  schedule.add(timers)
  return machine
}

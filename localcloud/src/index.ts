import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { controlHandler } from './control/handler'
import { controlRoutes } from './control/routes'
import { databaseActions } from './database/actions'
import { type Doc } from './database/values'
import { ServiceError } from './errors'
import { sdkEnvironment } from './functions/environment'
import { type InvokeAnswer } from './functions/invoker'
import { adminHandler } from './http/admin'
import { type Action } from './http/action'
import { clientHandler } from './http/client'
import { type Handler } from './http/exchange'
import { listen } from './http/server'
import { routesHandler } from './http/routes'
import { serveSite } from './http/static'
import { type Identity } from './identity'
import { type Machine, assemble } from './machine'
import { codeApis } from './openapi/wxacode'
import { shippingApis } from './openapi/shipping'
import { type LocalCloudOptions } from './options'
import { sheetPlayer } from './pay/sheet'
import { type Snapshot } from './snapshot'
import { storageActions } from './storage/actions'
import { clientFilesHandler, filesHandler } from './storage/routes'

export type { LocalCloudOptions, Route, RouteAnswer } from './options'
export type { CollectionSpec, IndexSpec } from './database/catalog'
export type { Site } from './http/static'
export type { Exchange } from './http/exchange'
export type { Identity } from './identity'
export type { InvokeAnswer, Invocation } from './functions/invoker'
export type { Snapshot } from './snapshot'
export type { FaultRule } from './faults'
export type { NoticeFault } from './pay/notices'
export type { VerdictRule } from './openapi/security'
export type { SubscribeMessage } from './openapi/subscribe-message'

/** A running WeChat Cloud on this machine. */
export interface LocalCloud {
  url: string
  port: number
  clock: {
    /** Local time, ISO. */
    now(): string
    /** Moves forward and resolves when all due timers, notices and events are over; answers how many there were. */
    advance(ms: number): Promise<number>
    advanceTo(iso: string): Promise<number>
    /** Lets the clock stand still, or run. */
    stand(): void
    run(): void
  }
  database: {
    /** Puts documents in (relaxed EJSON or plain values with Dates), replacing those with the same `_id`. */
    importDocuments(collection: string, documents: unknown[]): number
    exportDocuments(collection: string): Doc[]
    /** Removes all documents; collections and indexes stay. */
    clear(): void
  }
  /** Calls a function as a client with this identity would. Never rejects for a failing function. */
  invoke(name: string, event?: unknown, identity?: Identity): Promise<InvokeAnswer>
  /** Puts a file into storage, e.g. pictures of a demo; answers its fileID. */
  saveFile(cloudPath: string, bytes: Buffer): string
  /** Empties everything and puts the clock back to `startAt`. */
  reset(): Promise<void>
  /** The whole state at this moment: documents, services, files, jobs, timers, clock, waiting faults. */
  snapshot(): Promise<Snapshot>
  /** Goes back to it, as often as wanted; logs begin empty, instances stay warm. */
  restore(snapshot: Snapshot): Promise<void>
  /** The variables that point the SDK of any other process here. */
  environment(): Record<string, string>
  /** The parts of the machine, for tests. */
  machine: Machine
  /** Ends the workers, closes the database. */
  close(): Promise<void>
}

const DATABASE_FILE = 'localcloud.sqlite'

function dataFolderOf(folder: string | undefined): { folder: string; remove(): void } {
  if (folder === undefined) {
    const temporary = mkdtempSync(join(tmpdir(), 'localcloud-'))
    return { folder: temporary, remove: () => rmSync(temporary, { recursive: true, force: true }) }
  }
  mkdirSync(folder, { recursive: true })
  return { folder, remove: () => undefined }
}

function functionActions(machine: Machine): Record<string, Action> {
  return {
    async 'functions.invokeFunction'(parameters, { caller }) {
      const { function_name: name = '', request_data: data } = parameters as {
        function_name?: string
        request_data?: string
      }
      const event: unknown = data ? JSON.parse(data) : {}
      const identity: Identity = {
        ...(caller?.openid ? { openid: caller.openid } : {}),
        ...(caller?.unionid ? { unionid: caller.unionid } : {}),
      }
      const answer = await machine.invoker.invoke({
        name,
        event,
        identity,
        source: 'function',
        ...(caller ? { parent: caller } : {}),
      })
      if (answer.ok) return { data: { response_data: JSON.stringify(answer.result) } }
      const { outcome, error = '' } = answer.invocation
      if (answer.errCode === -501000) throw new ServiceError('FUNCTION_NOT_FOUND', error)
      throw new ServiceError(outcome === 'timeout' ? 'FUNCTIONS_TIME_LIMIT_EXCEEDED' : 'FUNCTIONS_EXECUTE_FAIL', error)
    },
  }
}

/** Starts a local cloud and resolves when it listens. Rejects when a folder, a config.json or the port is wrong. */
export async function createLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { host = '127.0.0.1', port = 0, control = true, sites = [], routes = [] } = options
  const data = dataFolderOf(options.dataFolder)
  let url = ''
  const machine = assemble(join(data.folder, DATABASE_FILE), options, () => url)
  const { clock, database, storage, invoker, orders, notices, messages } = machine

  const invoke = (name: string, event: unknown, identity: Identity): Promise<InvokeAnswer> => {
    if (identity.openid !== undefined) machine.visits.set(identity.openid, clock.now())
    const clientEvent =
      identity.openid === undefined
        ? event
        : { ...(event as object), userInfo: { appId: machine.appId, openId: identity.openid } }
    return invoker.invoke({ name, event: clientEvent, identity, source: 'client' })
  }
  const admin = adminHandler({
    actions: {
      ...databaseActions(database, clock.now, (warning) => void machine.warnings.push(warning)),
      ...storageActions(storage, clock.now, () => url),
      ...functionActions(machine),
    },
    openApis: {
      'subscribeMessage.send': messages.send,
      ...machine.security.apis,
      ...codeApis,
      ...machine.parcels.apis,
      ...shippingApis(machine.records, machine.parcels, clock.iso, orders.find),
    },
    permitted: (caller, api) => machine.configOf(caller.function).openapi.includes(api),
    payApis: {
      unifiedOrder: (request, caller) => orders.unifiedOrder(request, caller?.openid),
      queryOrder: orders.queryOrder,
      closeOrder: orders.closeOrder,
      refund: machine.refunds.refund,
      queryRefund: machine.refunds.queryRefund,
    },
    faults: machine.faults,
    wireLog: machine.wireLog,
    iso: clock.iso,
    countRoundTrip: invoker.countRoundTrip,
    lives: invoker.lives,
    kill: machine.pool.kill,
  })
  const handlers: Handler[] = [
    routesHandler(routes),
    (exchange) => (exchange.path === '/admin' && exchange.method === 'POST' ? admin(exchange) : false),
    clientHandler({ invoke, messages, playSheet: sheetPlayer(machine.records, orders, notices, machine.appId) }),
    clientFilesHandler(storage, () => url),
    filesHandler(storage),
    ...(control ? [controlHandler(controlRoutes(machine))] : []),
    async (exchange) => {
      for (const site of sites) if (await serveSite(site, exchange)) return true
      return false
    },
  ]
  const closeAll = async (): Promise<void> => {
    await machine.close()
    data.remove()
  }
  const server = await listen(host, port, handlers).catch(async (thrown: unknown) => {
    await closeAll()
    throw thrown
  })
  url = server.url
  machine.schedule.changed()

  let closing: Promise<void> | undefined
  const cloud: LocalCloud = {
    url,
    port: server.port,
    clock: {
      now: clock.iso,
      advance: (advanceMs) => machine.moveClock({ advanceMs }),
      advanceTo: (to) => machine.moveClock({ to }),
      stand: () => void machine.moveClock({ standing: true }),
      run: () => void machine.moveClock({ standing: false }),
    },
    database: {
      importDocuments: database.importDocuments,
      exportDocuments: database.exportDocuments,
      clear: database.clear,
    },
    invoke: (name, event = {}, identity = {}) => invoke(name, event, identity),
    saveFile: (path, bytes) => storage.save(path, bytes, undefined),
    reset: machine.reset,
    snapshot: machine.snapshot,
    restore: machine.restore,
    environment: () => sdkEnvironment(url),
    machine,
    close: () => (closing ??= server.close().then(closeAll)),
  }
  return cloud
}

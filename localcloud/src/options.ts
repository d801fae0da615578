import { type CollectionSpec } from './database/catalog'
import { type Exchange } from './http/exchange'
import { type Site } from './http/static'

export type RouteAnswer = { status?: number } & ({ json: unknown } | { body: Buffer | string; contentType: string })

/** An own endpoint of the host application: its path and everything below it. */
export interface Route {
  method: string
  path: string
  handle(exchange: Exchange): Promise<RouteAnswer> | RouteAnswer
}

export interface LocalCloudOptions {
  /** Each sub-folder with an index.js is a function. */
  functionsFolder: string
  collections?: CollectionSpec[]
  /** Keeps the database file; without it everything is gone at close. */
  dataFolder?: string
  /** 0 (default): any free port. */
  port?: number
  host?: string
  /** Where the local clock starts in a new data folder, ISO; default: now. */
  startAt?: string
  /** The control API under /_control/ (default true). */
  control?: boolean
  sites?: Site[]
  /** Own endpoints, asked before everything else. */
  routes?: Route[]
  /** Environment variables of every function, as set in the platform's console. */
  environment?: Record<string, string>
  /** Which function takes an event of the message service, e.g. { wxa_media_check: 'security' }. */
  events?: Record<string, string>
  appId?: string
  /** Instances per function. */
  maxInstances?: number
}

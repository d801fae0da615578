import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type LocalCloud, type LocalCloudOptions, createLocalCloud } from '../../../localcloud/src/index'

/** Inside node_modules, so that the functions of a test find `wx-server-sdk` as Node does. */
const CACHE = resolve(__dirname, '../../../node_modules/.cache/localcloud-test')

export type Files = Record<string, string>

/** Makes a folder of cloud functions: path to text. */
export function makeFolder(files: Files): { folder: string; write(path: string, text: string): void; remove(): void } {
  mkdirSync(CACHE, { recursive: true })
  const folder = mkdtempSync(join(CACHE, 'case-'))
  const write = (path: string, text: string): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** A function that runs the body it is sent: tests are written against the SDK itself. */
export const SCRIPT = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database({ throwOnNotFound: false })
exports.main = async (event, context) => {
  const body = eval('(' + event.body + ')')
  return body({ cloud, db, _: db.command, $: db.command.aggregate, event, context, args: event.args })
}`

/* The SDK's own types know neither cloudPay nor most open APIs. */
/* eslint-disable-next-line @typescript-eslint/no-explicit-any */
type Sdk = any
export interface Scope<A> {
  cloud: Sdk
  db: Sdk
  _: Sdk
  $: Sdk
  event: Record<string, unknown>
  args: A
}

export interface TestCloud extends LocalCloud {
  /** Runs a body inside the function \`script\` as this user; rejects with what the client would see. */
  run<T, A = undefined>(body: (scope: Scope<A>) => Promise<T> | T, args?: A, openid?: string): Promise<T>
  control<T>(path: string, body?: unknown): Promise<T>
  post<T>(path: string, body: unknown, openid?: string): Promise<T>
  write(path: string, text: string): void
  end(): Promise<void>
}

export const START = '2026-09-01T00:00:00.000Z'
export const USER = 'openid-of-somebody'

/** Starts a cloud with the function `script` (all open API permissions) and the given others. */
export async function startCloud(options: Partial<LocalCloudOptions> = {}, files: Files = {}): Promise<TestCloud> {
  const config = {
    permissions: {
      openapi: [
        'subscribeMessage.send',
        'security.msgSecCheck',
        'security.mediaCheckAsync',
        'wxacode.getUnlimited',
        'logistics.getPath',
        'wxa.sec.order.uploadShippingInfo',
      ],
    },
    timeout: 20,
  }
  const made = makeFolder({ 'script/index.js': SCRIPT, 'script/config.json': JSON.stringify(config), ...files })
  const cloud = await createLocalCloud({ functionsFolder: made.folder, startAt: START, ...options })
  const post = async <T>(path: string, body: unknown, openid = USER): Promise<T> => {
    const answer = await fetch(cloud.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
      body: JSON.stringify(body),
    })
    return (await answer.json()) as T
  }
  return {
    ...cloud,
    write: made.write,
    post,
    async run(body, args, openid = USER) {
      const answer = await cloud.invoke('script', { body: body.toString(), args }, { openid })
      if (!answer.ok) throw new Error(answer.errMsg)
      return answer.result as never
    },
    async control<T>(path: string, body?: unknown): Promise<T> {
      if (body !== undefined) return post<T>(`/_control/${path}`, body)
      return (await (await fetch(`${cloud.url}/_control/${path}`)).json()) as T
    },
    async end() {
      await cloud.close()
      made.remove()
    },
  }
}

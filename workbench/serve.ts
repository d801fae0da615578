import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { COLLECTIONS } from '../cloudfunctions/collections'
import { ensureApp } from '../config/build-app'
import { ensureFunctions } from '../config/build-functions'
import { createLocalCloud, type LocalCloud } from '../localcloud/src/index'
import { buildPage } from './build-page'
import { DEMO_START, demoDocuments } from './demo'

const ROOT = path.resolve(__dirname, '..')

export interface WorkbenchOptions {
  port: number
  /** Where the database and the files live. */
  dataFolder: string
  /** Progress for a person who waits. */
  say?: (line: string) => void
}

export interface Workbench {
  url: string
  cloud: LocalCloud
  /** Back to the demo data and the demo's first morning. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Builds what is out of date and starts the whole product on one port: workbench at /, app at /app/, cloud beside them. */
export async function openWorkbench({ port, dataFolder, say = () => {} }: WorkbenchOptions): Promise<Workbench> {
  mkdirSync(dataFolder, { recursive: true })
  say('Building what has changed; the first time takes about a minute …')
  await ensureFunctions()
  await ensureApp('h5')
  const page = await buildPage()
  const cloud = await createLocalCloud({
    functionsFolder: path.join(ROOT, 'dist', 'cloudfunctions'),
    collections: COLLECTIONS,
    dataFolder,
    port,
    startAt: DEMO_START,
    events: { wxa_media_check: 'wechat-events' },
    sites: [
      { path: '/app/', folder: path.join(ROOT, 'dist', 'h5') },
      { path: '/', folder: page },
    ],
    routes: [
      { method: 'POST', path: '/workbench/reset', handle: async () => ({ status: 200, json: await resetAnswer() }) },
    ],
  })

  function fillIn(): void {
    for (const [collection, documents] of Object.entries<unknown[]>(demoDocuments())) {
      if (documents.length > 0) cloud.database.importDocuments(collection, documents)
    }
  }
  async function reset(): Promise<void> {
    await cloud.reset()
    fillIn()
  }
  async function resetAnswer() {
    await reset()
    return { now: cloud.clock.now() }
  }
  if (cloud.database.exportDocuments('products').length === 0) fillIn()
  return { url: cloud.url, cloud, reset, close: () => cloud.close() }
}

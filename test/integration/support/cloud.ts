import path from 'node:path'
import { COLLECTIONS, type CollectionName, type Documents } from '../../../cloudfunctions/collections'
import { ensureFunctions } from '../../../config/build-functions'
import { procedures, type Answer, type Input, type Output, type ProcedureName } from '../../../contract'
import { createLocalCloud, type LocalCloud } from '../../../localcloud/src/index'
import { DEMO_START, demoDocuments } from '../../../workbench/demo'

const FUNCTIONS = path.resolve(__dirname, '..', '..', '..', 'dist', 'cloudfunctions')
export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

/** The whole product behind its door: the deployed bundles on a local cloud whose clock stands until it is moved. */
export interface TestCloud {
  cloud: LocalCloud
  /** Asks a procedure as a person with that openid. */
  call<Name extends ProcedureName>(openid: string, procedure: Name, input: Input<Name>): Promise<Answer<Output<Name>>>
  /** As `call`, for what must go well; throws the refusal otherwise. */
  must<Name extends ProcedureName>(openid: string, procedure: Name, input: Input<Name>): Promise<Output<Name>>
  /** Pays or cancels on WeChat's payment sheet; answers its errMsg. */
  usePaymentSheet(openid: string, sheet: Record<string, string>, choice?: 'pay' | 'cancel'): Promise<string>
  documents<C extends CollectionName>(collection: C): Documents[C][]
  document<C extends CollectionName>(collection: C, id: string): Documents[C]
  /** Puts documents in, replacing those with the same id. */
  put<C extends CollectionName>(collection: C, ...docs: Documents[C][]): void
  /** Back to the demo's first morning. */
  reset(): Promise<void>
  close(): Promise<void>
}

/** Starts one; a test file starts one and resets it between tests. `maxInstances`: calls of one function at the same time. */
export async function startTestCloud({ maxInstances = 8 } = {}): Promise<TestCloud> {
  await ensureFunctions()
  const cloud = await createLocalCloud({
    functionsFolder: FUNCTIONS,
    collections: COLLECTIONS,
    startAt: DEMO_START,
    events: { wxa_media_check: 'wechat-events' },
    maxInstances,
  })

  const reset = async () => {
    await cloud.reset()
    cloud.clock.stand()
    for (const [collection, docs] of Object.entries(demoDocuments())) cloud.database.importDocuments(collection, docs)
  }
  await reset()

  return { ...doorOf(cloud), reset, close: () => cloud.close() }
}

/** Everything a test may ask of a local cloud that carries the product, whoever started it. */
export function doorOf(cloud: LocalCloud): Omit<TestCloud, 'reset' | 'close'> {
  async function call<Name extends ProcedureName>(openid: string, procedure: Name, input: Input<Name>) {
    const answer = await cloud.invoke(procedures[procedure].fn, { procedure, input }, { openid })
    if (!answer.ok) throw new Error(`${procedure}: ${answer.errMsg}`)
    return answer.result as Answer<Output<Name>>
  }
  const documents = <C extends CollectionName>(collection: C) =>
    cloud.database.exportDocuments(collection) as unknown as Documents[C][]

  return {
    cloud,
    call,
    async must(openid, procedure, input) {
      const answer = await call(openid, procedure, input)
      if (!answer.ok) throw new Error(`${procedure} was refused: ${answer.error.code} ${answer.error.field ?? ''}`)
      return answer.data
    },
    async usePaymentSheet(openid, sheet, choice = 'pay') {
      const answer = await fetch(`${cloud.url}/wechat/pay`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-wx-openid': openid },
        body: JSON.stringify({ prepayId: sheet.package, choice }),
      })
      return ((await answer.json()) as { errMsg: string }).errMsg
    },
    documents,
    document(collection, id) {
      const found = documents(collection).find(({ _id }) => _id === id)
      if (!found) throw new Error(`no ${collection} ${id}`)
      return found
    },
    put: (collection, ...docs) => void cloud.database.importDocuments(collection, docs),
  }
}

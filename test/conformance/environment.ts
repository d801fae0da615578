import { createLocalCloud } from '../../localcloud/src/index'
import { makeFolder } from '../localcloud/support/cloud'
import type { Case, Sdk } from './case'
import { FUNCTIONS } from './functions'
import { OTHERS, type Outcome, THINGS, UNIQUE, perform } from './perform'

/** Where cases run: the local cloud, or a real environment through the SDK of this process. */
export interface Environment {
  kind: 'local' | 'real'
  run(one: Case): Promise<Outcome>
  close(): Promise<void>
}

const requestOf = ({ documents = [], others = [], act, given = () => undefined }: Case) => ({
  things: THINGS,
  others: OTHERS,
  documents,
  otherDocuments: others,
  act: act.toString(),
  given: given.toString(),
})
const asJson = (outcome: Outcome): Outcome => JSON.parse(JSON.stringify(outcome)) as Outcome

async function localEnvironment(): Promise<Environment> {
  const made = makeFolder(FUNCTIONS)
  const unique = { name: 'by_no', fields: [['no', 1]] as [string, 1][], unique: true }
  const cloud = await createLocalCloud({
    functionsFolder: made.folder,
    collections: [{ name: THINGS }, { name: OTHERS }, { name: UNIQUE, indexes: [unique] }],
  })
  const caller = { openid: 'conformance-openid', unionid: 'conformance-unionid' }
  return {
    kind: 'local',
    async run(one) {
      const answer = await cloud.invoke('perform', { request: requestOf(one) }, caller)
      if (!answer.ok) throw new Error(answer.errMsg)
      return answer.result as Outcome
    },
    async close() {
      await cloud.close()
      made.remove()
    },
  }
}

/** A real environment: the same cases, run by the SDK in this process. Makes the two collections when they are missing. */
async function realEnvironment(env: string, secretId: string, secretKey: string): Promise<Environment> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const cloud = require('wx-server-sdk') as Sdk
  cloud.init({ env, secretId, secretKey })
  for (const name of [THINGS, OTHERS]) {
    await cloud
      .database()
      .createCollection(name)
      .catch(() => undefined)
  }
  return {
    kind: 'real',
    run: async (one) => asJson(await perform(cloud, requestOf(one))),
    close: () => Promise.resolve(),
  }
}

/**
 * The local cloud, unless CONFORMANCE_ENV, CONFORMANCE_SECRET_ID and CONFORMANCE_SECRET_KEY name a real environment.
 * Its collections `conformance_things` and `conformance_others` are emptied again and again.
 */
export function openEnvironment(): Promise<Environment> {
  const { CONFORMANCE_ENV: env, CONFORMANCE_SECRET_ID: id, CONFORMANCE_SECRET_KEY: key } = process.env
  return env && id && key ? realEnvironment(env, id, key) : localEnvironment()
}

/** Known before anything starts, so that cases which need the local cloud are not even listed elsewhere. */
export const runsLocally = (): boolean => !process.env.CONFORMANCE_ENV

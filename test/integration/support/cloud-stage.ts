import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/collections'
import type { Identity } from '../../../localcloud/src/index'
import { keepsake, type Stage } from '../../fuzz/stage'
import type { TestCloud } from './cloud'
import { cloudWorld } from './cloud-world'

const WRITES = ['database.insertDocument', 'database.modifyDocument', 'database.removeDocument']

/** The stage on the local cloud: the deployed bundles through the SDK. */
export async function cloudStage(shop: TestCloud): Promise<Stage> {
  const { machine, database } = shop.cloud
  const kept = keepsake((collection) => shop.documents(collection))

  function written(): string[] {
    const entries = machine.wireLog.list()
    machine.wireLog.clear()
    return entries.filter(({ action }) => WRITES.includes(action)).map(({ subject }) => subject)
  }

  async function putBack(name: CollectionName): Promise<void> {
    await machine.database.remove(name, {}, true)
    database.importDocuments(name, [...kept.docs(name)])
  }

  return {
    world: await cloudWorld(shop)(),
    async send(openid, fn, event) {
      const identity: Identity = openid === '' ? {} : { openid }
      const answer = await shop.cloud.invoke(fn, event, identity)
      if (!answer.ok) throw new Error(answer.errMsg)
      return answer.result
    },
    keep() {
      kept.keep(COLLECTIONS.map(({ name }) => name))
      written()
    },
    async undo() {
      const different = kept.differing(written())
      for (const name of different) await putBack(name)
      return different
    },
  }
}

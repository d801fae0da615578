import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openConnection } from '../../../localcloud/src/data/sqlite'
import { type DocumentDatabase, openDatabase } from '../../../localcloud/src/database/database'
import { type IndexSpec } from '../../../localcloud/src/database/catalog'
import { type Doc } from '../../../localcloud/src/database/values'

export const NOW = Date.parse('2026-09-01T00:00:00.000Z')

export interface Store {
  database: DocumentDatabase
  /** Empties `things` and puts these in, in this order. */
  fill(docs: object[]): void
  /** What an update makes of one document; the message when it is refused. */
  updated(doc: object, data: object, filter?: object): Promise<Doc | { refused: string }>
  close(): void
}

/** The document database alone, with one collection `things`. */
export function openStore(indexes: IndexSpec[] = []): Store {
  const folder = mkdtempSync(join(tmpdir(), 'localcloud-semantics-'))
  const file = join(folder, 'store.sqlite')
  const connection = openConnection(file, false)
  const database = openDatabase(file, connection, () => NOW)
  database.applyCollections([{ name: 'things', indexes }])
  const fill = (docs: object[]): void => {
    database.clear()
    database.importDocuments('things', docs)
  }
  return {
    database,
    fill,
    async updated(doc, data, filter = {}) {
      fill([{ _id: 'x', ...doc }])
      const change = { filter: { _id: 'x', ...filter }, data: data as Doc, multi: false, merge: true, upsert: false }
      try {
        await database.change('things', change)
      } catch (thrown) {
        return { refused: (thrown as Error).message }
      }
      const { _id, ...rest } = database.exportDocuments('things')[0] as Doc
      return rest
    },
    close() {
      database.close()
      connection.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

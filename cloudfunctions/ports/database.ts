import cloud from 'wx-server-sdk'
import type { CollectionName, Documents } from '../collections'
import type { Change, Condition, Database, Query, Where } from './ports'
import { isDuplicate } from './failures'

const MOST_DOCUMENTS = 1000

type Db = ReturnType<typeof cloud.database>
type Fields = Record<string, unknown>

// Options the SDK knows and its types do not: a missing document is null, and an update stops after the first document.
const QUIET = { throwOnNotFound: false } as Parameters<typeof cloud.database>[0]
const onlyOne = (data: Fields) => ({ data, multi: false })

/** WeChat's document database behind the port. Every method is one round trip; errors of the service are thrown. */
export function createDatabase(): Database {
  const db = cloud.database(QUIET)
  const rows = (collection: CollectionName) => db.collection(collection)

  return {
    async get<C extends CollectionName>(collection: C, id: string) {
      const found = await reply(rows(collection).doc(id).get())
      return (found.data ?? null) as Documents[C] | null
    },

    async find<C extends CollectionName>(collection: C, query: Query) {
      const sorted = (query.order ?? []).reduce(
        (all, [field, direction]) => all.orderBy(field, direction),
        rows(collection).where(conditions(db, query)),
      )
      const found = await reply(sorted.limit(Math.min(query.limit, MOST_DOCUMENTS)).get())
      return found.data as Documents[C][]
    },

    async insert(collection, ...docs) {
      try {
        await rows(collection).add({ data: docs.length === 1 ? plain(docs[0]) : docs.map(plain) })
        return 'inserted'
      } catch (error) {
        if (isDuplicate(error)) return 'duplicate'
        throw error
      }
    },

    async replace(collection, before, after) {
      const data = changedFields(db, before as unknown as Fields, after as unknown as Fields)
      const where = rows(collection).where({ _id: before._id, version: before.version })
      return (await reply(where.update(onlyOne(data)))).stats.updated === 1
    },

    async update(collection, where, change) {
      const fitting = rows(collection).where(conditions(db, { where }))
      return (await reply(fitting.update(onlyOne(commands(db, change))))).stats.updated === 1
    },

    async put(collection, doc) {
      const { _id, ...data } = plain(doc)
      await rows(collection).doc(String(_id)).set({ data })
    },

    async countBy(collection, where, field) {
      const groups = rows(collection)
        .aggregate()
        .match(conditions(db, { where }))
        .group({ _id: `$${field}`, count: db.command.aggregate.sum(1) })
        .limit(MOST_DOCUMENTS)
      const { list } = (await reply(groups.end())) as { list: { _id: unknown; count: number }[] }
      return Object.fromEntries(list.map(({ _id, count }) => [String(_id), count]))
    },
  }
}

// The SDK's types still know the callback style of old, where nothing is returned.
async function reply<T>(pending: Promise<T> | void | string): Promise<T> {
  return (await pending) as T
}

// Documents are plain JSON. A field that is undefined must not exist at all, and inside an array it must be null.
function plain(value: unknown): Fields {
  return JSON.parse(JSON.stringify(value)) as Fields
}

/** Each top-level field that differs, replaced whole: without `set` the SDK would merge objects and keep removed keys. */
function changedFields(db: Db, before: Fields, after: Fields): Fields {
  const [old, next] = [plain(before), plain(after)]
  const data: Fields = {}
  for (const field of Object.keys(next)) {
    if (JSON.stringify(old[field]) !== JSON.stringify(next[field])) data[field] = db.command.set(next[field])
  }
  for (const field of Object.keys(old)) if (!(field in next)) data[field] = db.command.remove()
  return data
}

function commands(db: Db, { set = {}, add = {}, remove = [] }: Change): Fields {
  return {
    ...Object.fromEntries(Object.entries(plain(set)).map(([path, value]) => [path, db.command.set(value)])),
    ...Object.fromEntries(Object.entries(add).map(([path, value]) => [path, db.command.inc(value)])),
    ...Object.fromEntries(remove.map((path) => [path, db.command.remove()])),
  }
}

function conditions(db: Db, { where, or }: Pick<Query, 'where' | 'or'>): Fields {
  const all = fields(db, where)
  if (!or || or.length === 0) return all
  return db.command.and(all, db.command.or(...or.map((alternative) => fields(db, alternative)))) as unknown as Fields
}

function fields(db: Db, where: Where): Fields {
  return Object.fromEntries(Object.entries(where).map(([path, condition]) => [path, one(db, condition)]))
}

function one({ command: _ }: Db, condition: Condition): unknown {
  if (condition === null || typeof condition !== 'object') return _.eq(condition)
  if ('gt' in condition) return _.gt(condition.gt)
  if ('gte' in condition) return _.gte(condition.gte)
  if ('lte' in condition) return _.lte(condition.lte)
  if ('lt' in condition) return _.lt(condition.lt)
  if ('in' in condition) return _.in([...condition.in])
  return _.exists(condition.exists)
}

import { COLLECTIONS, type CollectionName } from '../../../cloudfunctions/collections'
import type { Condition, Database, Query, Where } from '../../../cloudfunctions/ports/ports'

type Doc = Record<string, unknown> & { _id: string }

export interface FakeDatabase extends Database {
  /** One entry per round trip, e.g. `find orders`. */
  trips: string[]
  fill(documents: Record<string, readonly unknown[]>): void
  /** Makes a collection hold these documents and no others. */
  restore(collection: CollectionName, documents: readonly unknown[]): void
  all<T>(collection: CollectionName): T[]
}

// As WeChat: more is silently cut.
const MOST_DOCUMENTS = 1000

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** The database port in memory: same answers, unique indexes, versions; counts every round trip. */
export function fakeDatabase(onTrip: () => void = () => {}): FakeDatabase {
  const rows = new Map<CollectionName, Map<string, Doc>>(COLLECTIONS.map(({ name }) => [name, new Map()]))
  const trips: string[] = []
  const table = (name: CollectionName) => rows.get(name) as Map<string, Doc>
  const visit = (what: string, name: CollectionName) => {
    trips.push(`${what} ${name}`)
    onTrip()
    return Promise.resolve()
  }
  const taken = (name: CollectionName, doc: Doc) =>
    table(name).has(doc._id) ||
    uniqueFields(name).some((field) => [...table(name).values()].some((other) => other[field] === doc[field]))

  const database = {
    trips,
    fill(documents: Record<string, readonly unknown[]>) {
      for (const [name, docs] of Object.entries(documents)) {
        for (const doc of docs as Doc[]) table(name as CollectionName).set(doc._id, copy(doc))
      }
    },
    restore(name: CollectionName, documents: readonly unknown[]) {
      table(name).clear()
      database.fill({ [name]: documents })
    },
    all: (name: CollectionName) => copy([...table(name).values()]),
    async get(name: CollectionName, id: string) {
      await visit('get', name)
      const doc = table(name).get(id)
      return doc ? copy(doc) : null
    },
    async find(name: CollectionName, query: Query) {
      await visit('find', name)
      const found = [...table(name).values()].filter(
        (doc) => fits(doc, query.where) && (!query.or || query.or.some((where) => fits(doc, where))),
      )
      return copy(found.sort(byOrder(query.order ?? [])).slice(0, Math.min(query.limit, MOST_DOCUMENTS)))
    },
    async insert(name: CollectionName, ...docs: Doc[]) {
      await visit('insert', name)
      if (docs.some((doc) => taken(name, doc))) return 'duplicate'
      docs.forEach((doc) => table(name).set(doc._id, copy(doc)))
      return 'inserted'
    },
    async replace(name: CollectionName, before: Doc, after: Doc) {
      await visit('replace', name)
      if (table(name).get(before._id)?.version !== before.version) return false
      table(name).set(after._id, copy(after))
      return true
    },
    async update(name: CollectionName, where: Where, change: Parameters<Database['update']>[2]) {
      await visit('update', name)
      const doc = [...table(name).values()].find((candidate) => fits(candidate, where))
      if (!doc) return false
      for (const [path, value] of Object.entries(change.set ?? {})) write(doc, path, () => copy(value))
      for (const [path, value] of Object.entries(change.add ?? {})) write(doc, path, (old) => Number(old ?? 0) + value)
      for (const path of change.remove ?? []) write(doc, path, () => undefined)
      return true
    },
    async put(name: CollectionName, doc: Doc) {
      await visit('put', name)
      table(name).set(doc._id, copy(doc))
    },
    async countBy(name: CollectionName, where: Where, field: string) {
      await visit('countBy', name)
      const counts: Record<string, number> = {}
      for (const doc of table(name).values()) {
        if (fits(doc, where)) counts[String(read(doc, field))] = (counts[String(read(doc, field))] ?? 0) + 1
      }
      return counts
    },
  }
  return database as unknown as FakeDatabase
}

function uniqueFields(name: CollectionName): string[] {
  const spec = COLLECTIONS.find((collection) => collection.name === name)
  return (spec?.indexes ?? []).filter(({ unique }) => unique).map(({ fields }) => fields[0][0])
}

function read(doc: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, part) => (value as Record<string, unknown> | undefined)?.[part], doc)
}

function write(doc: Doc, path: string, next: (old: unknown) => unknown): void {
  const parts = path.split('.')
  const last = parts.pop() as string
  const parent = parts.reduce<Record<string, unknown>>(
    (value, part) => (value[part] ??= {}) as Record<string, unknown>,
    doc,
  )
  const value = next(parent[last])
  if (value === undefined) delete parent[last]
  else parent[last] = value
}

function fits(doc: Doc, where: Where): boolean {
  return Object.entries(where).every(([path, condition]) => holds(read(doc, path), condition))
}

function holds(value: unknown, condition: Condition): boolean {
  if (condition === null || typeof condition !== 'object') return value === condition
  if ('in' in condition) return condition.in.includes(value as string)
  if ('exists' in condition) return (value !== undefined) === condition.exists
  if (value === undefined || value === null) return false
  const known = value as string
  if ('gt' in condition) return known > (condition.gt as string)
  if ('gte' in condition) return known >= (condition.gte as string)
  if ('lte' in condition) return known <= (condition.lte as string)
  return known < (condition.lt as string)
}

function byOrder(order: [string, 'asc' | 'desc'][]) {
  return (a: Doc, b: Doc): number => {
    for (const [path, direction] of order) {
      const [x, y] = [read(a, path) as string, read(b, path) as string]
      if (x !== y) return (x < y ? -1 : 1) * (direction === 'asc' ? 1 : -1)
    }
    return 0
  }
}

import { type Connection } from '../data/sqlite'
import { ServiceError, collectionMissing, duplicateKey, invalidParameter } from '../errors'
import { type Order } from './order'
import { type Kind, learn } from './kinds'
import { decodeStored, type Doc } from './values'

/** One index of a collection; `fields` in order, each ascending (1) or descending (-1). */
export interface IndexSpec {
  name: string
  fields: Order
  unique?: boolean
}
/** A collection as a migration declares it. */
export interface CollectionSpec {
  name: string
  indexes?: IndexSpec[]
}
export interface IndexState {
  name: string
  fields: Order
  unique: boolean
  /** A document has an array on one of the fields: the index would need several entries and is not used. */
  multikey: boolean
  /** What each field has held so far. */
  kinds: Kind[][]
}

export interface Catalog {
  names(): string[]
  has(name: string): boolean
  /** Throws the "collection does not exist" answer. */
  require(name: string): void
  create(name: string): void
  /** Makes the declared collections and indexes, and drops indexes of these collections that are no longer declared. */
  apply(specs: CollectionSpec[]): void
  indexes(name: string): IndexState[]
  /** Notes what this document means for the indexes: arrays, and values that SQLite sorts in its own way. */
  noteValues(name: string, doc: Doc): void
  /** Reads the file anew: somebody has put another one in its place. */
  reload(): void
  /** Runs `work` in one durable transaction; what it noted is forgotten with what it wrote when it throws. */
  atomically<T>(work: () => T): T
}

const quote = (name: string): string => `"${name.replace(/"/g, '""')}"`
export const tableOf = (collection: string): string => quote(`c_${collection}`)
const NAME = /^[A-Za-z][\w-]{0,119}$/
const FIELD = /^[^'"\\\s$.][^'"\\\s$.]*(\.[^'"\\\s$.]+)*$/

/**
 * The SQL expression of an indexed field. In a unique index a missing value counts as one value (MongoDB), so it
 * becomes minus infinity, which sorts first as null does.
 */
export function expressionOf(field: string, unique: boolean): string {
  if (field === '_id') return 'id'
  const path = field
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')
  const value = `json_extract(doc,'$.${path}')`
  return unique ? `ifnull(${value},-9e999)` : value
}

/** Opens the list of collections and indexes of a database file. */
export function openCatalog(connection: Connection): Catalog {
  connection.exec(
    'CREATE TABLE IF NOT EXISTS local_indexes(collection TEXT, name TEXT, fields TEXT, uniq INT, multikey INT, PRIMARY KEY(collection,name))',
  )
  if (!connection.all('PRAGMA table_info(local_indexes)').some((column) => column.name === 'kinds'))
    connection.exec('ALTER TABLE local_indexes ADD COLUMN kinds TEXT')
  const known = new Map<string, IndexState[]>()
  const save = (collection: string, { name, multikey, kinds }: IndexState): void =>
    void connection.run('UPDATE local_indexes SET multikey=?, kinds=? WHERE collection=? AND name=?', [
      multikey ? 1 : 0,
      JSON.stringify(kinds),
      collection,
      name,
    ])
  /** An index that is new, or from a file without this knowledge, learns from what is there. */
  const study = (collection: string, index: IndexState): void => {
    for (const row of connection.all(`SELECT doc FROM ${tableOf(collection)}`))
      learn(index, decodeStored(String(row.doc)))
    save(collection, index)
  }
  const load = (): void => {
    known.clear()
    for (const row of connection.all("SELECT name FROM sqlite_master WHERE type='table' AND substr(name,1,2)='c_'")) {
      known.set(String(row.name).slice(2), [])
    }
    for (const row of connection.all('SELECT * FROM local_indexes ORDER BY rowid')) {
      const fields = JSON.parse(String(row.fields)) as Order
      const index: IndexState = {
        name: String(row.name),
        fields,
        unique: row.uniq === 1,
        multikey: row.multikey === 1,
        kinds: row.kinds === null ? fields.map(() => []) : (JSON.parse(String(row.kinds)) as Kind[][]),
      }
      known.get(String(row.collection))?.push(index)
      if (row.kinds === null) study(String(row.collection), index)
    }
  }
  load()

  const create = (name: string): void => {
    if (!NAME.test(name)) throw invalidParameter(`collection name ${name}`)
    connection.exec(
      `CREATE TABLE IF NOT EXISTS ${tableOf(name)}(seq INTEGER PRIMARY KEY, id NOT NULL UNIQUE, rev INTEGER NOT NULL, doc TEXT NOT NULL)`,
    )
    if (!known.has(name)) known.set(name, [])
  }
  const drop = (collection: string, index: string): void => {
    connection.exec(`DROP INDEX IF EXISTS ${quote(`i_${collection}_${index}`)}`)
    connection.run('DELETE FROM local_indexes WHERE collection=? AND name=?', [collection, index])
  }
  const add = (collection: string, { name, fields, unique = false }: IndexSpec): void => {
    for (const [field] of fields) {
      if (field !== '_id' && !FIELD.test(field)) throw invalidParameter(`index field ${field}`)
    }
    const columns = fields.map(
      ([field, direction]) => `${expressionOf(field, unique)} ${direction < 0 ? 'DESC' : 'ASC'}`,
    )
    try {
      connection.exec(
        `CREATE ${unique ? 'UNIQUE ' : ''}INDEX ${quote(`i_${collection}_${name}`)} ON ${tableOf(collection)}(${columns.join(',')})`,
      )
    } catch (thrown) {
      if (/UNIQUE/.test(String(thrown))) throw duplicateKey(collection, name)
      throw thrown
    }
    connection.run('INSERT INTO local_indexes(collection,name,fields,uniq,multikey) VALUES(?,?,?,?,0)', [
      collection,
      name,
      JSON.stringify(fields),
      unique ? 1 : 0,
    ])
  }

  return {
    names: () => [...known.keys()],
    has: (name) => known.has(name),
    require: (name) => {
      if (!known.has(name)) throw collectionMissing(name)
    },
    create,
    apply(specs) {
      for (const { name, indexes = [] } of specs) {
        create(name)
        const have = known.get(name) ?? []
        const same = (a: IndexSpec, b: IndexSpec): boolean =>
          a.name === b.name &&
          Boolean(a.unique) === Boolean(b.unique) &&
          JSON.stringify(a.fields) === JSON.stringify(b.fields)
        connection.atomically(() => {
          for (const old of have) if (!indexes.some((index) => same(index, old))) drop(name, old.name)
          for (const index of indexes) if (!have.some((old) => same(index, old))) add(name, index)
        })
      }
      load()
    },
    indexes: (name) => known.get(name) ?? [],
    reload: load,
    atomically(work) {
      try {
        return connection.atomically(work)
      } catch (thrown) {
        load()
        throw thrown
      }
    },
    noteValues(name, doc) {
      for (const index of known.get(name) ?? []) if (learn(index, doc)) save(name, index)
    },
  }
}

/** The answer of `createCollection` for a name that is taken. */
export const collectionExists = (name: string): ServiceError =>
  new ServiceError('DATABASE_COLLECTION_ALREADY_EXIST', `[ResourceUnavailable.ResourceExist] Table exist: ${name}.`)

import { type Connection } from '../data/sqlite'
import { duplicateKey, refusedOperation } from '../errors'
import { MAX_DOCUMENT_BYTES } from '../limits'
import { type Catalog, expressionOf, tableOf } from './catalog'
import { type Doc, type Value, decodeStored, encode, isDate, isDoc } from './values'
import { valueAt } from './paths'

export type DocId = string | number

/** One document to write: `doc` null removes it, `fresh` must not exist yet. */
export interface Write {
  collection: string
  id: DocId
  doc: Doc | null
  fresh: boolean
}

/** The `_id` of a document; throws when it cannot be one. */
export function idOf(value: Value | undefined): DocId {
  if (typeof value === 'string' || typeof value === 'number') return value
  throw refusedOperation('Insert', '_id must be a string or a number')
}

function refuseDollars(value: Value): void {
  if (Array.isArray(value)) value.forEach(refuseDollars)
  if (!isDoc(value)) return
  for (const [field, item] of Object.entries(value)) {
    if (field.startsWith('$'))
      throw refusedOperation('Insert', `The dollar ($) prefixed field '${field}' is not valid for storage.`)
    refuseDollars(item)
  }
}

/** Checks a document as the service does before it stores it, and gives its text. */
export function storable(doc: Doc): string {
  refuseDollars(doc)
  const text = encode(doc)
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_DOCUMENT_BYTES) {
    throw refusedOperation(
      'Insert',
      `object to insert too large. size in bytes: ${bytes}, max size: ${MAX_DOCUMENT_BYTES}`,
    )
  }
  return text
}

/** A number that never repeats, also over restarts: versions of documents are told apart by it. */
let revision = Date.now() * 1000

/** Writes one document. Throws E11000 when its `_id` or a unique index is taken. */
export function put(connection: Connection, catalog: Catalog, { collection, id, doc, fresh }: Write): void {
  const table = tableOf(collection)
  if (doc === null) {
    connection.run(`DELETE FROM ${table} WHERE id=?`, [id])
    return
  }
  const text = storable(doc)
  const replace = fresh ? '' : ' ON CONFLICT(id) DO UPDATE SET rev=excluded.rev, doc=excluded.doc'
  try {
    connection.run(`INSERT INTO ${table}(id,rev,doc) VALUES(?,?,?)${replace}`, [id, ++revision, text])
  } catch (thrown) {
    const message = String(thrown)
    if (!/UNIQUE/.test(message)) throw thrown
    const index = new RegExp(`index 'i_${collection}_([^']+)'`).exec(message)
    throw duplicateKey(collection, index?.[1] ?? '_id_')
  }
  catalog.noteValues(collection, doc)
}

/** The version of a stored document; 0 when there is none. */
export const versionOf = (connection: Connection, collection: string, id: DocId): number =>
  Number(connection.get(`SELECT rev FROM ${tableOf(collection)} WHERE id=?`, [id])?.rev ?? 0)

/** The unique index that another document (stored, and not among `replaced`) already fills with this key. */
export function takenIndex(
  connection: Connection,
  catalog: Catalog,
  write: Write,
  replaced: Set<DocId>,
): string | undefined {
  if (write.doc === null) return undefined
  const doc = write.doc
  for (const { name, fields, unique } of catalog.indexes(write.collection)) {
    if (!unique) continue
    const values = fields.map(([field]) => valueAt(doc, field))
    const tests = fields.map(
      ([field], i) =>
        `${expressionOf(field, true)} = ${values[i] === null || values[i] === undefined ? '-9e999' : '?'}`,
    )
    const parameters = values.filter((value) => value !== null && value !== undefined).map(keyOf)
    const rows = connection.all(`SELECT id FROM ${tableOf(write.collection)} WHERE ${tests.join(' AND ')}`, parameters)
    if (rows.some((row) => row.id !== write.id && !replaced.has(row.id as DocId))) return name
  }
  return undefined
}

function keyOf(value: Value): string | number {
  if (isDate(value) || (typeof value === 'object' && value !== null)) return encode(value)
  return typeof value === 'boolean' ? Number(value) : (value as string | number)
}

/** Every document of a collection in the order of insertion. */
export const allDocuments = (connection: Connection, collection: string): Doc[] =>
  connection.all(`SELECT doc FROM ${tableOf(collection)} ORDER BY seq`).map((row) => decodeStored(String(row.doc)))

import { randomBytes } from 'node:crypto'
import { refusedOperation } from '../errors'
import { type IndexState } from './catalog'
import { type View, findIn } from './reader'
import { type Write, idOf } from './rows'
import { applyUpdate } from './update'
import { type Doc, isDoc } from './values'

/** What an operation wants written, and what it answers when that is done. Nothing has happened yet. */
export interface Planned<T> {
  writes: Write[]
  answer: T
  examined: number
}
export interface Place {
  view: View
  collection: string
  indexes: IndexState[]
  /** Local time in ms. */
  now: number
}
export interface Change {
  filter: Doc
  data: Doc
  multi: boolean
  /** True: update operators. False: the whole document is replaced. */
  merge: boolean
  upsert: boolean
}

/** A document id as the service makes them: 32 hexadecimal digits. */
export const newDocumentId = (): string => randomBytes(16).toString('hex')

export function planInsert({ collection }: Place, docs: Doc[]): Planned<(string | number)[]> {
  const writes = docs.map((doc): Write => {
    const id = idOf(doc._id ?? newDocumentId())
    return { collection, id, doc: { _id: id, ...doc }, fresh: true }
  })
  return { writes, answer: writes.map(({ id }) => id), examined: 0 }
}

export function planChange(
  { view, collection, indexes, now }: Place,
  change: Change,
): Planned<{ updated: number; upsert_id: string | number | null }> {
  const { filter, data, multi, merge, upsert } = change
  if (!merge && Object.keys(data).some((key) => key.startsWith('$'))) {
    throw refusedOperation('Update', 'the replace operation document must not contain atomic operators')
  }
  const { docs, examined } = findIn(view, collection, indexes, multi ? { filter } : { filter, limit: 1 })
  const writes = docs.map((doc): Write => {
    const id = idOf(doc._id)
    if (merge) applyUpdate(doc, data, { filter, now, inserting: false })
    return { collection, id, doc: merge ? doc : { _id: id, ...data }, fresh: false }
  })
  if (writes.length > 0 || !upsert) return { writes, answer: { updated: writes.length, upsert_id: null }, examined }
  const id = idOf(isDoc(filter._id) || filter._id === undefined ? newDocumentId() : filter._id)
  const doc: Doc = merge ? { _id: id } : { _id: id, ...data }
  if (merge) applyUpdate(doc, data, { filter, now, inserting: true })
  return { writes: [{ collection, id, doc, fresh: true }], answer: { updated: 0, upsert_id: id }, examined }
}

export function planRemove({ view, collection, indexes }: Place, filter: Doc, multi: boolean): Planned<number> {
  const { docs, examined } = findIn(view, collection, indexes, multi ? { filter } : { filter, limit: 1 })
  const writes = docs.map((doc): Write => ({ collection, id: idOf(doc._id), doc: null, fresh: false }))
  return { writes, answer: writes.length, examined }
}

import { Query, find } from 'mingo'
import { messageOf, refusedOperation } from '../errors'
import { geoTest } from './geo'
import { type Doc, type Value } from './values'

export type Test = (doc: Doc) => boolean

const OPTIONS = { scriptEnabled: false } as const

/** Turns a filter into a test. Throws when MongoDB would refuse the filter. */
export function compileFilter(filter: Doc): Test {
  try {
    const { rest, tests } = geoTest(filter)
    const query = new Query<Doc>(rest as never, OPTIONS)
    return (doc) => query.test(doc) && tests.every((test) => test(doc))
  } catch (thrown) {
    throw refusedOperation('Query', messageOf(thrown))
  }
}

/** Keeps or drops fields as a projection says. */
export function project(docs: Doc[], projection: Doc | undefined): Doc[] {
  if (!projection || Object.keys(projection).length === 0) return docs
  try {
    return find<Doc, Doc>(docs, {}, projection as never, OPTIONS).all()
  } catch (thrown) {
    throw refusedOperation('Query', messageOf(thrown))
  }
}

/** True when an array element meets a `$pull` or `$elemMatch` condition. */
export function elementMatches(condition: Value, element: Value): boolean {
  return compileFilter({ element: condition })({ element })
}

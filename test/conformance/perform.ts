import type { Case, Scope, Sdk } from './case'

export const THINGS = 'conformance_things'
export const OTHERS = 'conformance_others'
/** Has a unique index on `no`: only on the local cloud, because the SDK cannot make an index. */
export const UNIQUE = 'conformance_unique'

export interface Request {
  things: string
  others: string
  documents: object[]
  otherDocuments: object[]
  /** Source texts of the case. */
  act: string
  given: string
}
export type Outcome = { answer: unknown } | { error: Record<string, unknown> }

/**
 * Arranges and runs a case through the SDK alone. Its source text is deployed as a function, so it uses nothing from
 * outside itself.
 */
export async function perform(cloud: Sdk, request: Request): Promise<Outcome> {
  const db = cloud.database()
  const describe = (thrown: Record<string, unknown>): Record<string, unknown> => ({
    errCode: thrown.errCode,
    errMsg: thrown.errMsg,
    code: thrown.code,
    message: thrown.message,
  })
  /** Dates cross the event as `{ $date }`. */
  const revive = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(revive)
    if (typeof value !== 'object' || value === null) return value
    if ('$date' in value) return new Date(String(value.$date))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, revive(item)]))
  }
  const prepare = async (name: string, documents: object[]): Promise<Sdk> => {
    const collection = db.collection(name)
    await collection.where({ _id: db.command.exists(true) }).remove()
    if (documents.length > 0) await collection.add({ data: revive(documents) })
    return collection
  }
  const scope: Scope = {
    cloud,
    db,
    _: db.command,
    $: db.command.aggregate,
    c: await prepare(request.things, request.documents),
    o: await prepare(request.others, request.otherDocuments),
    given: undefined,
    caught: (work) =>
      work.then(
        () => 'went well',
        (thrown: Record<string, unknown>) => ({ errCode: thrown.errCode, errMsg: thrown.errMsg }),
      ),
  }
  try {
    scope.given = (eval(`(${request.given})`) as Case['act'])(scope)
    const act = eval(`(${request.act})`) as Case['act']
    return { answer: await act(scope) }
  } catch (thrown) {
    return { error: describe(thrown as Record<string, unknown>) }
  }
}

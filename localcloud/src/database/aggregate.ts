import { Aggregator } from 'mingo'
import { messageOf, refusedOperation, ServiceError } from '../errors'
import { distance, positionOf } from './geo'
import { type Order, comparator } from './order'
import { setAt, valueAt } from './paths'
import { compileFilter } from './query'
import { type FindRequest, type Found } from './reader'
import { type Doc, type Value, isDoc } from './values'

type Find = (collection: string, request: FindRequest) => Found
const REFUSED = ['$out', '$merge', '$function', '$accumulator', '$where', '$changeStream', '$currentOp']

/** The leading `$match`, `$sort`, `$skip`, `$limit` become a query, so that indexes serve them. */
function leadingQuery(stages: Doc[]): { request: FindRequest; rest: Doc[] } {
  const request: FindRequest = { filter: {} }
  const rest = [...stages]
  const take = (name: string): Value | undefined => {
    if (!rest[0] || !(name in rest[0])) return undefined
    return (rest.shift() as Doc)[name]
  }
  const filter = take('$match')
  if (isDoc(filter)) request.filter = filter
  const sort = take('$sort')
  if (isDoc(sort)) request.order = Object.entries(sort) as Order
  const skip = take('$skip')
  if (typeof skip === 'number') request.skip = skip
  const limit = take('$limit')
  if (typeof limit === 'number') request.limit = limit
  return { request, rest }
}

function geoNear(find: Find, collection: string, options: Doc): Found {
  const centre = positionOf(options.near)
  const field = typeof options.key === 'string' ? options.key : 'location'
  if (!centre) throw refusedOperation('Aggregate', '$geoNear requires a near point')
  const found = find(collection, { filter: isDoc(options.query) ? options.query : {} })
  const factor = typeof options.distanceMultiplier === 'number' ? options.distanceMultiplier : 1
  const near = found.docs.flatMap((doc) => {
    const position = positionOf(valueAt(doc, field))
    const metres = position ? distance(position, centre) : Infinity
    const { minDistance, maxDistance } = options
    if (!position || (typeof minDistance === 'number' && metres < minDistance)) return []
    if (typeof maxDistance === 'number' && metres > maxDistance) return []
    if (typeof options.distanceField === 'string') setAt(doc, options.distanceField, metres * factor)
    if (typeof options.includeLocs === 'string') setAt(doc, options.includeLocs, valueAt(doc, field) as Value)
    return [{ doc, metres }]
  })
  near.sort((a, b) => a.metres - b.metres)
  const limit = typeof options.limit === 'number' ? options.limit : 100
  return { ...found, docs: near.slice(0, limit).map(({ doc }) => doc) }
}

/** `$bucket` as the `$group` it stands for: each lower bound belongs to its bucket (MongoDB manual, "$bucket"). */
function bucketStages({ groupBy = null, boundaries, default: other, output }: Doc): Doc[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw refusedOperation('Aggregate', 'The $bucket boundaries field must be an array of at least 2 values')
  const branches: Doc[] = boundaries.slice(0, -1).map(
    (low, i): Doc => ({
      case: {
        $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: boundaries[i + 1] as Value }] }],
      },
      then: { $literal: low },
    }),
  )
  const chosen: Doc = { $switch: other === undefined ? { branches } : { branches, default: { $literal: other } } }
  return [{ $group: { _id: chosen, ...(isDoc(output) ? output : { count: { $sum: 1 } }) } }, { $sort: { _id: 1 } }]
}

/** Later `$match` and `$sort` stages compare as queries do; the general aggregator does all others. */
function runStages(docs: Doc[], stages: Doc[], collectionResolver: (name: string) => Doc[]): Doc[] {
  let current = docs
  let others: Doc[] = []
  const flush = (): void => {
    if (others.length > 0)
      current = new Aggregator(others, { collectionResolver, scriptEnabled: false }).run(current as never) as Doc[]
    others = []
  }
  for (const stage of stages) {
    const { $match: filter, $sort: order } = stage
    if (!isDoc(filter) && !isDoc(order)) {
      others.push(stage)
      continue
    }
    flush()
    if (isDoc(filter)) current = current.filter(compileFilter(filter))
    if (isDoc(order)) current = [...current].sort(comparator(Object.entries(order) as Order))
  }
  flush()
  return current
}

/** Runs an aggregation. Stages that write or run code are refused, as on the real service. */
export function aggregate(
  { find, exists }: { find: Find; exists(collection: string): boolean },
  collection: string,
  stages: Doc[],
): Found {
  const used = stages.flatMap((stage) => Object.keys(stage))
  const refused = used.find((name) => REFUSED.includes(name))
  if (refused) throw refusedOperation('Aggregate', `Unrecognized pipeline stage name: '${refused}'`)
  const nearStage = stages[0]?.$geoNear
  const { request, rest } = isDoc(nearStage) ? { request: { filter: {} }, rest: stages.slice(1) } : leadingQuery(stages)
  const found = isDoc(nearStage) ? geoNear(find, collection, nearStage) : find(collection, request)
  let examined = found.examined
  const collectionResolver = (name: string): Doc[] => {
    if (!exists(name)) return []
    const other = find(name, { filter: {} })
    examined += other.examined
    return other.docs
  }
  try {
    const stagesLeft = rest.flatMap((stage) => (isDoc(stage.$bucket) ? bucketStages(stage.$bucket) : [stage]))
    const docs = runStages(found.docs, stagesLeft, collectionResolver)
    return { docs, examined, index: found.index }
  } catch (thrown) {
    if (thrown instanceof ServiceError) throw thrown
    throw refusedOperation('Aggregate', messageOf(thrown))
  }
}

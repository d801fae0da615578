import { refusedOperation } from '../errors'
import { setAt, valueAt } from './paths'
import { projectByOperators } from './query'
import { type Doc, type Value, isDoc } from './values'

type Tree = { [field: string]: Tree | true }

const keeps = (value: Value): boolean => value !== false && value !== 0

function treeOf(paths: string[]): Tree {
  const root: Tree = {}
  for (const path of paths) {
    const segments = path.split('.')
    let node = root
    segments.forEach((segment, position) => {
      const last = position === segments.length - 1
      const next = node[segment]
      if (last) node[segment] = true
      else if (next !== true) node = node[segment] = next ?? {}
    })
  }
  return root
}

/** Keeps what the tree names; documents in arrays are cut, scalars in arrays on the way are dropped. */
function include(doc: Doc, tree: Tree): Doc {
  const kept: Doc = {}
  for (const [field, value] of Object.entries(doc)) {
    const node = Object.hasOwn(tree, field) ? tree[field] : undefined
    if (node === true) kept[field] = value
    else if (node && isDoc(value)) kept[field] = include(value, node)
    else if (node && Array.isArray(value)) kept[field] = includeList(value, node)
  }
  return kept
}
const includeList = (list: Value[], tree: Tree): Value[] =>
  list.flatMap((item): Value[] =>
    isDoc(item) ? [include(item, tree)] : Array.isArray(item) ? [includeList(item, tree)] : [],
  )

function exclude(doc: Doc, tree: Tree): Doc {
  const kept: Doc = {}
  for (const [field, value] of Object.entries(doc)) {
    const node = Object.hasOwn(tree, field) ? tree[field] : undefined
    if (node !== true) kept[field] = node ? excludeValue(value, node) : value
  }
  return kept
}
const excludeValue = (value: Value, tree: Tree): Value =>
  isDoc(value) ? exclude(value, tree) : Array.isArray(value) ? value.map((item) => excludeValue(item, tree)) : value

/** `$slice` keeps part of an array; alone it leaves all other fields. */
function projectSlices(docs: Doc[], projection: Doc, slices: [string, Value][]): Doc[] {
  const rest = Object.fromEntries(
    Object.entries(projection).filter(([field]) => !slices.some(([own]) => own === field)),
  )
  const keepsSome = Object.entries(rest).some(([field, value]) => field !== '_id' && value !== false && value !== 0)
  const named = keepsSome ? Object.fromEntries(slices.map(([field]) => [field, true])) : {}
  return project(docs, { ...rest, ...named }).map((doc) => {
    for (const [path, condition] of slices) {
      const list = valueAt(doc, path)
      const range = (condition as Doc).$slice
      if (Array.isArray(list))
        setAt(doc, path, sliced(list, Array.isArray(range) ? range.map(Number) : [Number(range)]))
    }
    return doc
  })
}

/** `[count]` or `[skip, count]`; a negative first number counts from the end. */
function sliced(list: Value[], [first = 0, count]: number[]): Value[] {
  if (count === undefined) return first < 0 ? list.slice(first) : list.slice(0, first)
  const from = first < 0 ? Math.max(0, list.length + first) : first
  return list.slice(from, from + count)
}

/**
 * Keeps or drops fields. `_id` stays unless it is dropped by name; otherwise a projection either keeps or drops. Source:
 * MongoDB manual, "Project Fields to Return from Query".
 */
export function project(docs: Doc[], projection: Doc | undefined): Doc[] {
  const entries = Object.entries(projection ?? {})
  if (!projection || entries.length === 0) return docs
  const slices = entries.filter(([, value]) => isDoc(value) && '$slice' in value)
  if (slices.length > 0) return projectSlices(docs, projection, slices)
  if (entries.some(([, value]) => isDoc(value))) return projectByOperators(docs, projection)
  const others = entries.filter(([field]) => field !== '_id')
  const kept = others.filter(([, value]) => keeps(value)).map(([field]) => field)
  if (kept.length > 0 && kept.length < others.length) {
    throw refusedOperation('Query', 'Projection cannot have a mix of inclusion and exclusion.')
  }
  const keepsId = projection._id === undefined || keeps(projection._id)
  if (kept.length > 0 || (others.length === 0 && keepsId)) {
    const tree = treeOf(keepsId ? ['_id', ...kept] : kept)
    return docs.map((doc) => include(doc, tree))
  }
  const tree = treeOf(entries.filter(([, value]) => !keeps(value)).map(([field]) => field))
  return docs.map((doc) => exclude(doc, tree))
}

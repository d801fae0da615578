import { type Doc } from '../../../localcloud/src/database/values'
import { type Store, openStore } from './store'

/** One rule of the MongoDB manual: these documents, this filter, the letters of those that match. */
type Row = [rule: string, docs: Record<string, object>, filter: object, found: string]

const at = (iso: string): Date => new Date(iso)
const NULLS = { a: { n: null }, b: {}, c: { n: 0 }, d: { n: [null] }, e: { n: [] } }
const LISTS = { a: { l: [1, 2] }, b: { l: [2, 1] }, c: { l: [[1, 2]] }, d: { l: 1 }, e: { l: [] }, f: { l: [5, 9] } }
const TYPES = {
  a: { v: 5 },
  b: { v: '5' },
  c: { v: true },
  d: { v: at('2026-01-01T00:00:00Z') },
  e: { v: null },
  f: { v: { k: 5 } },
  g: { v: [5] },
  h: {},
}
const DOCS = {
  a: { who: { name: 'An', age: 3 } },
  b: { who: { age: 3, name: 'An' } },
  c: { who: { name: 'An', age: 3, more: 1 } },
  d: { who: [{ name: 'An', age: 3 }] },
}
const PARTS = {
  a: {
    parts: [
      { k: 1, v: 1 },
      { k: 2, v: 9 },
    ],
  },
  b: { parts: [{ k: 1, v: 9 }] },
  c: { parts: { k: 1, v: 9 } },
  d: { parts: [{ v: [9, 1] }, { k: 1 }] },
}

const ROWS: Row[] = [
  // Query for Null or Missing Fields
  ['{n: null} matches null, a missing field and an array that holds null', NULLS, { n: null }, 'abd'],
  ['{n: {$eq: null}} is the same as {n: null}', NULLS, { n: { $eq: null } }, 'abd'],
  ['{n: {$ne: null}} matches what is there and not null', NULLS, { n: { $ne: null } }, 'ce'],
  ['{n: {$exists: false}} matches a missing field only', NULLS, { n: { $exists: false } }, 'b'],
  ['{n: {$exists: true}} matches null too', NULLS, { n: { $exists: true } }, 'acde'],
  ['{n: {$in: [null]}} matches null and missing', NULLS, { n: { $in: [null] } }, 'abd'],
  ['{n: {$in: [null, 0]}} joins both', NULLS, { n: { $in: [null, 0] } }, 'abcd'],
  ['{n: {$nin: [null]}} is the opposite of $in', NULLS, { n: { $nin: [null] } }, 'ce'],
  ['{n: {$type: 10}} matches the value null only', NULLS, { n: { $type: 10 } }, 'ad'],
  ['{n: {$gt: null}} matches nothing: null has no greater null', NULLS, { n: { $gt: null } }, ''],
  ['{n: {$not: {$exists: true}}} matches a missing field', NULLS, { n: { $not: { $exists: true } } }, 'b'],
  // Query an Array
  ['a scalar matches an array that holds it', LISTS, { l: 1 }, 'abd'],
  ['an array matches the whole array in its order, and one that holds it', LISTS, { l: [1, 2] }, 'ac'],
  ['an empty array matches only an empty array', LISTS, { l: [] }, 'e'],
  ['$all asks for every element, in any order', LISTS, { l: { $all: [2, 1] } }, 'ab'],
  ['$all with one value works on a scalar', LISTS, { l: { $all: [1] } }, 'abd'],
  ['$all with an empty list matches nothing', LISTS, { l: { $all: [] } }, ''],
  ['$size counts elements, and only of arrays', LISTS, { l: { $size: 2 } }, 'abf'],
  ['$size 0 matches the empty array', LISTS, { l: { $size: 0 } }, 'e'],
  ['two bounds may be met by two elements', { a: { l: [1, 9] }, b: { l: [5] } }, { l: { $gt: 4, $lt: 6 } }, 'ab'],
  ['two bounds: one element above, another below', { a: { l: [1, 9] }, b: { l: 3 } }, { l: { $gt: 4, $lt: 5 } }, 'a'],
  ['$elemMatch wants one element that meets both bounds', LISTS, { l: { $elemMatch: { $gt: 4, $lt: 6 } } }, 'f'],
  ['$elemMatch never matches a scalar', LISTS, { l: { $elemMatch: { $eq: 1 } } }, 'ab'],
  ['$ne on an array: no element may be equal', LISTS, { l: { $ne: 1 } }, 'cef'],
  ['$nin on an array: no element may be in the list', LISTS, { l: { $nin: [1, 9] } }, 'ce'],
  ['$not with a bound matches arrays without such an element', LISTS, { l: { $not: { $gt: 4 } } }, 'abcde'],
  ['a number in a path is an index', LISTS, { 'l.0': 1 }, 'ac'],
  ['an index may be followed by one more', LISTS, { 'l.0.1': 2 }, 'c'],
  ['an index beyond the end is missing', LISTS, { 'l.1': { $exists: true } }, 'abf'],
  // Comparison/Sort Order: comparisons are bracketed by type
  ['$gt on a number ignores other types', TYPES, { v: { $gt: 4 } }, 'ag'],
  ['$lt on a number ignores null and missing', TYPES, { v: { $lt: 9 } }, 'ag'],
  ['$gte on a string ignores numbers', TYPES, { v: { $gte: '' } }, 'b'],
  ['$lt on a date ignores strings', TYPES, { v: { $lt: at('2027-01-01T00:00:00Z') } }, 'd'],
  ['$gte on a boolean ignores numbers', TYPES, { v: { $gte: false } }, 'c'],
  ['equality knows the type: 5 is not "5"', TYPES, { v: '5' }, 'b'],
  ['true is not 1', { a: { v: true }, b: { v: 1 } }, { v: true }, 'a'],
  ['1 is not true', { a: { v: true }, b: { v: 1 } }, { v: 1 }, 'b'],
  ['$in knows the type', TYPES, { v: { $in: [true, '5'] } }, 'bc'],
  ['$lte: null matches null and missing', { a: { v: null }, b: {}, c: { v: 1 } }, { v: { $lte: null } }, 'ab'],
  ['$type by name: number', TYPES, { v: { $type: 'number' } }, 'ag'],
  ['$type by name: string', TYPES, { v: { $type: 'string' } }, 'b'],
  ['$type by name: date', TYPES, { v: { $type: 'date' } }, 'd'],
  ['$type by name: object', TYPES, { v: { $type: 'object' } }, 'f'],
  ['$type by name: array asks for the field itself', TYPES, { v: { $type: 'array' } }, 'g'],
  ['$type by name: bool', TYPES, { v: { $type: 'bool' } }, 'c'],
  // Query on Embedded Documents
  ['a whole document matches with the same fields in the same order', DOCS, { who: { name: 'An', age: 3 } }, 'ad'],
  ['dotted paths do not ask for an order', DOCS, { 'who.name': 'An', 'who.age': 3 }, 'abcd'],
  ['$in with documents', DOCS, { who: { $in: [{ age: 3, name: 'An' }] } }, 'b'],
  ['$exists on a dotted path', DOCS, { 'who.more': { $exists: true } }, 'c'],
  // Query an Array of Embedded Documents
  ['a dotted path reaches into every element', PARTS, { 'parts.v': 9 }, 'abcd'],
  ['conditions on two paths may be met by two elements', PARTS, { 'parts.k': 1, 'parts.v': 9 }, 'abcd'],
  ['$elemMatch wants one element that meets all', PARTS, { parts: { $elemMatch: { k: 1, v: 9 } } }, 'b'],
  ['an index and a field', PARTS, { 'parts.0.k': 1 }, 'ab'],
  ['$ne over elements: none may be equal', PARTS, { 'parts.v': { $ne: 9 } }, ''],
  ['$exists over elements: one is enough', PARTS, { 'parts.k': { $exists: true } }, 'abcd'],
  ['$exists false over elements: none may have it', PARTS, { 'parts.z': { $exists: false } }, 'abcd'],
  ['null over elements: one without the field is enough', PARTS, { 'parts.k': null }, 'd'],
  // Logical operators
  ['$not keeps missing fields', { a: { n: 5 }, b: {}, c: { n: 1 } }, { n: { $not: { $gt: 3 } } }, 'bc'],
  ['$nor keeps missing fields', { a: { n: 5 }, b: {}, c: { n: 1 } }, { $nor: [{ n: 5 }, { n: 1 }] }, 'b'],
  ['$or joins', { a: { n: 5 }, b: { m: 1 }, c: { n: 1 } }, { $or: [{ n: 5 }, { m: 1 }] }, 'ab'],
  ['$and with the same field twice', { a: { n: [1, 5] }, b: { n: [1] } }, { $and: [{ n: 1 }, { n: 5 }] }, 'a'],
  ['$ne matches a missing field', { a: { n: 5 }, b: {} }, { n: { $ne: 5 } }, 'b'],
  ['$mod by remainder', { a: { n: 4 }, b: { n: 5 }, c: { n: '4' } }, { n: { $mod: [4, 0] } }, 'a'],
  // $regex
  ['a pattern matches strings only', { a: { s: 'An' }, b: { s: 5 }, c: {} }, { s: /n/ }, 'a'],
  ['a pattern with i ignores case', { a: { s: 'An' }, b: { s: 'bo' } }, { s: /^a/i }, 'a'],
  ['a pattern looks into arrays', { a: { s: ['bo', 'An'] }, b: { s: ['bo'] } }, { s: /^A/ }, 'a'],
  ['$in takes patterns', { a: { s: 'An' }, b: { s: 'Bo' }, c: { s: 'Cy' } }, { s: { $in: [/^A/, 'Cy'] } }, 'ac'],
  ['$not takes a pattern and keeps missing fields', { a: { s: 'An' }, b: {} }, { s: { $not: /^A/ } }, 'b'],
  ['with s a dot matches line ends', { a: { s: 'x\ny' } }, { s: /x.y/s }, 'a'],
  ['with m ^ matches after line ends', { a: { s: 'x\ny' }, b: { s: 'xy' } }, { s: /^y/m }, 'a'],
  // Dates
  ['dates are equal by time', { a: { d: at('2026-01-01T00:00:00Z') } }, { d: at('2026-01-01T08:00:00+08:00') }, 'a'],
  [
    'a range of dates includes its closed end only',
    { a: { d: at('2026-01-01T00:00:00Z') }, b: { d: at('2026-01-02T00:00:00Z') } },
    { d: { $gte: at('2026-01-01T00:00:00Z'), $lt: at('2026-01-02T00:00:00Z') } },
    'a',
  ],
  ['a date is not its text', { a: { d: '2026-01-01T00:00:00.000Z' } }, { d: at('2026-01-01T00:00:00Z') }, ''],
  ['far dates are found', { a: { d: at('+012026-01-01T00:00:00Z') } }, { d: { $gt: at('2026-01-01T00:00:00Z') } }, 'a'],
  // Numbers
  ['1 and 1.0 are equal', { a: { n: 1 }, b: { n: 1.5 } }, { n: 1.0 }, 'a'],
  ['infinity is above every number', { a: { n: Infinity }, b: { n: 1 } }, { n: { $gt: 1e300 } }, 'a'],
  ['an empty filter matches everything', { a: {}, b: {} }, {}, 'ab'],
  ['$in with an empty list matches nothing', { a: { n: 1 } }, { n: { $in: [] } }, ''],
  ['$nin with an empty list matches everything', { a: { n: 1 }, b: {} }, { n: { $nin: [] } }, 'ab'],
  ['$expr compares two fields', { a: { x: 5, y: 3 }, b: { x: 1, y: 3 } }, { $expr: { $gt: ['$x', '$y'] } }, 'a'],
]

const REFUSED: [rule: string, filter: object][] = [
  ['an unknown operator', { n: { $nope: 1 } }],
  ['an unknown operator at the top', { $nope: [] }],
  ['$in without a list', { n: { $in: 5 } }],
  ['$nin without a list', { n: { $nin: 5 } }],
  ['$all without a list', { n: { $all: 5 } }],
  ['$and without a list', { $and: { n: 1 } }],
  ['$or with an empty list', { $or: [] }],
  ['$size of a negative number', { n: { $size: -1 } }],
  ['$elemMatch without a document', { n: { $elemMatch: 5 } }],
  ['$not with a bare value', { n: { $not: 5 } }],
  ['$mod without two numbers', { n: { $mod: [4] } }],
  ['$where runs code', { $where: 'true' }],
]

const FIELDS = ['n', 'l', 'v', 'd', 's', 'who', 'who.name', 'who.age']
describe.each([
  ['without an index', []],
  ['with an index on every field', FIELDS.map((field) => ({ name: field, fields: [[field, 1]] as [string, 1][] }))],
])('a query %s', (_title, indexes) => {
  let store: Store
  beforeEach(() => void (store = openStore(indexes)))
  afterEach(() => store.close())
  const ids = (filter: object): string =>
    store.database
      .find('things', { filter: filter as Doc })
      .docs.map(({ _id }) => _id)
      .sort()
      .join('')

  test.each(ROWS)('%s', (_rule, docs, filter, found) => {
    store.fill(Object.entries(docs).map(([_id, doc]) => ({ _id, ...doc })))
    expect(ids(filter)).toBe(found)
  })
  test.each(REFUSED)('%s is refused', (_rule, filter) => {
    store.fill([{ _id: 'a', n: 1 }])
    expect(() => ids(filter)).toThrow('[FailedOperation.Query]')
  })
})

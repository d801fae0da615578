import { type Order } from '../../../localcloud/src/database/order'
import { type Doc } from '../../../localcloud/src/database/values'
import { type Store, openStore } from './store'

/** MongoDB manual, "Comparison/Sort Order" and "cursor.sort()": documents in any order, a sort, the letters in order. */
type Row = [rule: string, docs: Record<string, object>, order: Order, sorted: string]

const VALUES = {
  p: { v: /x/ },
  d: { v: new Date(0) },
  t: { v: true },
  f: { v: false },
  o: { v: { k: 1 } },
  s: { v: 'a' },
  n: { v: -5 },
  z: { v: null },
}
const ROWS: Row[] = [
  ['types: null, numbers, strings, documents, booleans, dates, patterns', VALUES, [['v', 1]], 'znsoftdp'],
  ['descending turns it round', VALUES, [['v', -1]], 'pdtfosnz'],
  ['a missing field sorts as null', { a: { v: 1 }, b: {}, c: { v: 'x' } }, [['v', 1]], 'bac'],
  ['missing comes last descending', { a: { v: 1 }, b: {}, c: { v: 'x' } }, [['v', -1]], 'cab'],
  ['strings by their bytes: capitals first', { a: { v: 'b' }, b: { v: 'B' }, c: { v: 'a' } }, [['v', 1]], 'bca'],
  ['Chinese after Latin, by code', { a: { v: '苹' }, b: { v: 'z' }, c: { v: '一' } }, [['v', 1]], 'bca'],
  ['signs beyond U+FFFF after all others', { a: { v: '🍎' }, b: { v: '！' } }, [['v', 1]], 'ba'],
  ['numbers by value, not as text', { a: { v: 10 }, b: { v: 9 }, c: { v: -1.5 } }, [['v', 1]], 'cba'],
  ['NaN is below all numbers, infinity above', { a: { v: Infinity }, b: { v: 0 }, c: { v: NaN } }, [['v', 1]], 'cba'],
  ['false before true', { a: { v: true }, b: { v: false } }, [['v', 1]], 'ba'],
  ['dates by time', { a: { v: new Date(5) }, b: { v: new Date(-5) } }, [['v', 1]], 'ba'],
  [
    'dates beyond the year 9999 after the others',
    { a: { v: new Date(4e14) }, b: { v: new Date(5) } },
    [['v', 1]],
    'ba',
  ],
  [
    'an array sorts by its smallest element ascending',
    { a: { v: [9, 2] }, b: { v: 5 }, c: { v: [1, 7] } },
    [['v', 1]],
    'cab',
  ],
  [
    'an array sorts by its largest element descending',
    { a: { v: [9, 2] }, b: { v: 8 }, c: { v: [1, 7] } },
    [['v', -1]],
    'abc',
  ],
  ['an empty array sorts before null', { a: { v: null }, b: { v: [] }, c: { v: 1 } }, [['v', 1]], 'bac'],
  ['documents field by field', { a: { v: { k: 2 } }, b: { v: { k: 1, m: 9 } }, c: { v: { k: 1 } } }, [['v', 1]], 'cba'],
  [
    'the second key decides ties',
    { a: { v: 1, w: 2 }, b: { v: 1, w: 1 }, c: { v: 0, w: 9 } },
    [
      ['v', 1],
      ['w', 1],
    ],
    'cba',
  ],
  [
    'keys may run in opposite directions',
    { a: { v: 1, w: 1 }, b: { v: 1, w: 2 }, c: { v: 2, w: 0 } },
    [
      ['v', -1],
      ['w', 1],
    ],
    'cab',
  ],
  ['a dotted path sorts by the nested value', { a: { v: { k: 2 } }, b: { v: { k: 1 } } }, [['v.k', 1]], 'ba'],
  ['a dotted path reaches into elements', { a: { v: [{ k: 5 }, { k: 1 }] }, b: { v: [{ k: 3 }] } }, [['v.k', 1]], 'ab'],
  [
    '_id breaks ties',
    { b: { v: 1 }, a: { v: 1 } },
    [
      ['v', 1],
      ['_id', 1],
    ],
    'ab',
  ],
]

describe.each([
  ['without an index', []],
  ['along an index', [{ name: 'v', fields: [['v', 1]] as Order }]],
  [
    'along an index of two fields',
    [
      {
        name: 'vw',
        fields: [
          ['v', -1],
          ['w', 1],
        ] as Order,
      },
    ],
  ],
])('sorted %s', (_title, indexes) => {
  let store: Store
  beforeEach(() => void (store = openStore(indexes)))
  afterEach(() => store.close())

  test.each(ROWS)('%s', (_rule, docs, order, sorted) => {
    store.fill(Object.entries(docs).map(([_id, doc]) => ({ _id, ...doc })))
    const find = (limit?: number): string =>
      store.database
        .find('things', { filter: {}, order, ...(limit === undefined ? {} : { limit }) })
        .docs.map(({ _id }) => _id)
        .join('')
    expect(find()).toBe(sorted)
    expect(find(2)).toBe(sorted.slice(0, 2))
    const last = store.database.find('things', { filter: {}, order, skip: sorted.length - 1, limit: 5 }).docs
    expect(last.map(({ _id }) => _id).join('')).toBe(sorted.slice(-1))
  })
})

test('without a sort documents come in the order of insertion, and a change does not move them', async () => {
  const store = openStore()
  store.fill(['c', 'a', 'b'].map((_id) => ({ _id, n: 1 })))
  const change = { filter: { _id: 'c' }, data: { $set: { n: 2 } }, multi: false, merge: true, upsert: false }
  await store.database.change('things', change)
  expect(store.database.find('things', { filter: {} }).docs.map(({ _id }) => _id)).toEqual(['c', 'a', 'b'])
  store.close()
})

/** MongoDB manual, "Project Fields to Return from Query". */
const DOC = {
  _id: 'x',
  n: 1,
  who: { name: 'An', at: { lat: 1, lng: 2 } },
  l: [{ k: 1, v: 2 }, 5, { v: 3 }, [{ k: 7, v: 8 }]],
}
const PROJECTIONS: [rule: string, projection: object, kept: object][] = [
  ['nothing named keeps everything', {}, DOC],
  ['naming fields keeps them and _id', { n: 1 }, { _id: 'x', n: 1 }],
  ['true is the same as 1', { n: true }, { _id: 'x', n: 1 }],
  ['_id can be dropped while keeping', { n: 1, _id: 0 }, { n: 1 }],
  ['naming _id alone keeps it alone', { _id: 1 }, { _id: 'x' }],
  ['dropping _id alone keeps the rest', { _id: 0 }, { n: 1, who: DOC.who, l: DOC.l }],
  ['dropping a field keeps the rest', { l: 0, who: false }, { _id: 'x', n: 1 }],
  ['a dotted path keeps its part', { 'who.at.lat': 1, _id: 0 }, { who: { at: { lat: 1 } } }],
  ['a dotted path drops its part', { 'who.at': 0, l: 0, n: 0 }, { _id: 'x', who: { name: 'An' } }],
  ['in arrays documents are cut and scalars left out', { 'l.k': 1, _id: 0 }, { l: [{ k: 1 }, {}, [{ k: 7 }]] }],
  [
    'in arrays a part is dropped from each document',
    { 'l.v': 0, who: 0, n: 0 },
    { _id: 'x', l: [{ k: 1 }, 5, {}, [{ k: 7 }]] },
  ],
  ['a missing field is not made up', { none: 1 }, { _id: 'x' }],
  ['a path through a scalar is left out', { 'n.deep': 1 }, { _id: 'x' }],
  ['$slice keeps the first elements and all other fields', { l: { $slice: 1 } }, { ...DOC, l: [{ k: 1, v: 2 }] }],
]
test.each(PROJECTIONS)('projection: %s', (_rule, projection, kept) => {
  const store = openStore()
  store.fill([DOC])
  const [doc] = store.database.find('things', { filter: {}, projection: projection as Doc }).docs
  expect(doc).toEqual(kept)
  expect(Object.keys(doc ?? {})).toEqual(Object.keys(DOC).filter((field) => field in kept))
  store.close()
})
test('projection: keeping and dropping cannot be mixed', () => {
  const store = openStore()
  store.fill([DOC])
  expect(() => store.database.find('things', { filter: {}, projection: { n: 1, l: 0 } })).toThrow('mix')
  store.close()
})

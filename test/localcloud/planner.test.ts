import { type Scope, type TestCloud, startCloud } from './support/cloud'

const OWNERS = 500
const FIRST_DAY = Date.parse('2026-01-01T00:00:00Z')

/** Orders of 500 owners, one every minute. */
const orders = (count: number): object[] =>
  Array.from({ length: count }, (_unused, i) => ({
    _id: `id-${i}`,
    no: `GY${i}`,
    owner: `u${i % OWNERS}`,
    fen: i,
    paid: i % 2 === 0,
    createdAt: new Date(FIRST_DAY + i * 60_000),
    lines: [{ product: 'fuji', count: 2 }],
  }))

type Query = (scope: Scope<undefined>) => Promise<unknown>
const QUERIES: [name: string, query: Query][] = [
  ['a document by its id', ({ db }) => db.collection('orders').doc('id-500').get()],
  ['equality on a unique field', ({ db }) => db.collection('orders').where({ no: 'GY700' }).get()],
  ['equality that finds nothing', ({ db }) => db.collection('orders').where({ no: 'none' }).get()],
  ['equality up to a limit', ({ db }) => db.collection('orders').where({ owner: 'u7' }).limit(2).get()],
  ['two equalities along one index', ({ db }) => db.collection('orders').where({ paid: true, fen: 600 }).get()],
  [
    'the newest of one owner',
    ({ db }) => db.collection('orders').where({ owner: 'u7' }).orderBy('createdAt', 'desc').limit(20).get(),
  ],
  [
    'the oldest of one owner, along the index backwards',
    ({ db }) => db.collection('orders').where({ owner: 'u7' }).orderBy('createdAt', 'asc').limit(20).get(),
  ],
  [
    'in on a unique field',
    ({ db, _ }) =>
      db
        .collection('orders')
        .where({ no: _.in(['GY1', 'GY2', 'GY900', 'none']) })
        .get(),
  ],
  [
    'in on ids',
    ({ db, _ }) =>
      db
        .collection('orders')
        .where({ _id: _.in(['id-1', 'id-9', 'id-999']) })
        .get(),
  ],
  [
    'in with an order: the newest of three owners',
    ({ db, _ }) =>
      db
        .collection('orders')
        .where({ owner: _.in(['u1', 'u2', 'u3']) })
        .orderBy('createdAt', 'desc')
        .limit(5)
        .get(),
  ],
  [
    'a range of numbers',
    ({ db, _ }) =>
      db
        .collection('orders')
        .where({ fen: _.gte(10).and(_.lt(40)) })
        .get(),
  ],
  [
    'a range of dates in order',
    ({ db, _ }) =>
      db
        .collection('orders')
        .where({ createdAt: _.gt(new Date('2026-01-01T05:00:00Z')) })
        .orderBy('createdAt', 'asc')
        .limit(30)
        .get(),
  ],
  [
    'equality and a range along one index',
    ({ db, _ }) =>
      db
        .collection('orders')
        .where({ owner: 'u3', createdAt: _.lt(new Date('2026-01-01T09:00:00Z')) })
        .orderBy('createdAt', 'desc')
        .get(),
  ],
  ['an order alone', ({ db }) => db.collection('orders').orderBy('createdAt', 'desc').limit(10).get()],
  ['an order by id', ({ db }) => db.collection('orders').orderBy('_id', 'asc').limit(10).get()],
  [
    'an order with a tie-break by id',
    ({ db }) => db.collection('orders').orderBy('createdAt', 'desc').orderBy('_id', 'desc').limit(10).get(),
  ],
  [
    'an aggregation that begins with match, sort and limit',
    ({ db }) => db.collection('orders').aggregate().match({ owner: 'u9' }).sort({ createdAt: -1 }).limit(3).end(),
  ],
  [
    'an update by number',
    ({ db }) =>
      db
        .collection('orders')
        .where({ no: 'GY5' })
        .update({ data: { seen: true } }),
  ],
]

describe.each([1_000, 100_000])('of %i orders', (count) => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startCloud({
      collections: [
        {
          name: 'orders',
          indexes: [
            { name: 'no', fields: [['no', 1]], unique: true },
            {
              name: 'owner',
              fields: [
                ['owner', 1],
                ['createdAt', -1],
              ],
            },
            { name: 'fen', fields: [['fen', 1]] },
            { name: 'createdAt', fields: [['createdAt', 1]] },
          ],
        },
      ],
    })
    cloud.database.importDocuments('orders', orders(count))
  })
  afterAll(() => cloud.end())

  test.each(QUERIES)('%s reads no document more than it returns', async (_name, query) => {
    await cloud.control('wire', { clear: true })
    await cloud.run(query)
    const wire = await cloud.control<{ examined: number; returned: number; index: string | null }[]>('wire')
    expect(wire).toHaveLength(1)
    expect(wire[0]!.examined).toBe(wire[0]!.returned)
  })

  test('a field without an index reads everything, and the wire log shows it', async () => {
    await cloud.control('wire', { clear: true })
    await cloud.run(({ db }) => db.collection('orders').where({ 'lines.count': 3 }).get())
    const [entry] = await cloud.control<{ examined: number; index: string | null }[]>('wire')
    expect([entry!.examined, entry!.index]).toEqual([count, null])
  })
})

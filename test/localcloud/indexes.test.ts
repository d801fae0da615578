import { type TestCloud, startCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud({
    collections: [
      {
        name: 'orders',
        indexes: [
          {
            name: 'by_owner',
            fields: [
              ['owner', 1],
              ['createdAt', -1],
            ],
          },
        ],
      },
      { name: 'loose' },
    ],
  })
})
afterAll(() => cloud.end())
beforeEach(() => cloud.database.clear())

test('aggregation groups, joins and formats in Shanghai time', async () => {
  cloud.database.importDocuments('orders', [
    { _id: '1', owner: 'a', total: 5, createdAt: { $date: '2026-08-31T18:00:00.000Z' } },
    { _id: '2', owner: 'a', total: 7, createdAt: { $date: '2026-09-01T18:00:00.000Z' } },
    { _id: '3', owner: 'b', total: 1, createdAt: { $date: '2026-09-01T01:00:00.000Z' } },
  ])
  cloud.database.importDocuments('loose', [{ _id: 'a', name: 'An' }])
  const rows = await cloud.run(async ({ db, $ }) => {
    const c = db.collection('orders')
    const days = await c
      .aggregate()
      .match({ owner: 'a' })
      .group({
        _id: $.dateToString({ date: '$createdAt', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
        sum: $.sum('$total'),
      })
      .sort({ _id: 1 })
      .end()
    const joined = await c
      .aggregate()
      .match({ _id: '1' })
      .lookup({ from: 'loose', localField: 'owner', foreignField: '_id', as: 'who' })
      .end()
    return { days: days.list, who: joined.list[0].who }
  })
  expect(rows.days).toEqual([
    { _id: '2026-09-01', sum: 5 },
    { _id: '2026-09-02', sum: 7 },
  ])
  expect(rows.who).toEqual([{ _id: 'a', name: 'An' }])
})

test('geo points are stored, found near and within', async () => {
  const near = await cloud.run(async ({ db, _ }) => {
    const c = db.collection('loose')
    await c.add({ data: { _id: 'far', at: db.Geo.Point(121, 31) } })
    await c.add({ data: { _id: 'close', at: db.Geo.Point(120.001, 30) } })
    await c.add({ data: { _id: 'here', at: db.Geo.Point(120, 30) } })
    const found = await c.where({ at: _.geoNear({ geometry: db.Geo.Point(120, 30), maxDistance: 1000 }) }).get()
    const square = db.Geo.Polygon([
      db.Geo.LineString(
        [
          [119, 29],
          [119, 30.5],
          [120.5, 30.5],
          [120.5, 29],
          [119, 29],
        ].map(([x, y]) => db.Geo.Point(x, y)),
      ),
    ])
    const inside = await c.where({ at: _.geoWithin({ geometry: square }) }).get()
    return { near: found.data.map((d: { _id: string }) => d._id), inside: inside.data.length }
  })
  expect(near).toEqual({ near: ['here', 'close'], inside: 2 })
})

test('the newest twenty of one owner are read by the index and no document more', async () => {
  const docs = Array.from({ length: 3000 }, (_unused, i) => ({
    _id: `o${i}`,
    owner: `u${i % 30}`,
    state: i % 3,
    createdAt: { $date: new Date(1.7e12 + i * 1000).toISOString() },
  }))
  cloud.database.importDocuments('orders', docs)
  await cloud.control('wire', { clear: true })
  const pages = await cloud.run(async ({ db, _ }) => {
    const c = db.collection('orders')
    const first = (await c.where({ owner: 'u7' }).orderBy('createdAt', 'desc').limit(20).get()).data
    const last = first[19]
    const older = _.or([{ createdAt: _.lt(last.createdAt) }, { createdAt: last.createdAt, _id: _.lt(last._id) }])
    const second = (
      await c
        .where(_.and([{ owner: 'u7' }, older]))
        .orderBy('createdAt', 'desc')
        .orderBy('_id', 'desc')
        .limit(20)
        .get()
    ).data
    const both = (
      await c
        .where({ owner: _.in(['u1', 'u2']) })
        .orderBy('createdAt', 'desc')
        .limit(10)
        .get()
    ).data
    return { first: [first[0]._id, last._id], second: second[0]._id, both: both.map((d: { _id: string }) => d._id) }
  })
  const wire = await cloud.control<{ action: string; examined: number; returned: number; index: string }[]>('wire')
  const reads = wire.filter(({ action }) => action === 'database.getDocument')
  expect(pages).toEqual({
    first: ['o2977', 'o2407'],
    second: 'o2377',
    both: ['o2972', 'o2971', 'o2942', 'o2941', 'o2912', 'o2911', 'o2882', 'o2881', 'o2852', 'o2851'],
  })
  expect(reads.map(({ index }) => index)).toEqual(['by_owner', 'by_owner', 'by_owner'])
  expect(reads[0]!.examined).toBe(20)
  expect(reads[1]!.examined).toBeLessThanOrEqual(21)
  expect(reads[2]!.examined).toBeLessThanOrEqual(12)
})

import { type TestCloud, startCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud({
    collections: [
      { name: 'things', indexes: [{ name: 'by_no', fields: [['no', 1]], unique: true }] },
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

test('a document is added, read, changed, replaced and removed through the SDK', async () => {
  const seen = await cloud.run(async ({ db, _ }) => {
    const c = db.collection('loose')
    const { _id } = await c.add({ data: { name: '苹果', price: 3.5, tags: ['a'], gone: undefined, at: new Date(0) } })
    const added = (await c.doc(_id).get()).data
    await c.doc(_id).update({ data: { price: _.inc(1), tags: _.push('b'), 'nest.deep': 1 } })
    const changed = (await c.doc(_id).get()).data
    await c.doc(_id).set({ data: { only: true } })
    const replaced = (await c.doc(_id).get()).data
    const removed = (await c.doc(_id).remove()).stats.removed
    return {
      idLength: _id.length,
      added,
      isDate: added.at instanceof Date,
      changed,
      replaced,
      removed,
      after: (await c.doc(_id).get()).data,
    }
  })
  expect(seen.idLength).toBe(32)
  expect(seen.isDate).toBe(true)
  expect(seen.added).toMatchObject({ name: '苹果', price: 3.5, tags: ['a'] })
  expect(seen.added).not.toHaveProperty('gone')
  expect(seen.changed).toMatchObject({ price: 4.5, tags: ['a', 'b'], nest: { deep: 1 } })
  expect(seen.replaced).toEqual({ _id: seen.added._id, only: true })
  expect([seen.removed, seen.after]).toEqual([1, null])
})

test('maps keyed by ids that are only known at run time take dotted updates, removal and exists(false)', async () => {
  const steps = await cloud.run(async ({ db, _ }) => {
    const c = db.collection('loose')
    await c.add({ data: { _id: 'stock', free: 10, holds: {} } })
    const take = (no: string, n: number) =>
      c
        .where({ _id: 'stock', free: _.gte(n), [`holds.${no}`]: _.exists(false) })
        .update({ data: { free: _.inc(-n), [`holds.${no}`]: n } })
    const results = [
      (await take('GY123', 4)).stats.updated,
      (await take('GY123', 4)).stats.updated,
      (await take('GY-9', 7)).stats.updated,
    ]
    const held = (await c.doc('stock').get()).data
    await c
      .where({ _id: 'stock', 'holds.GY123': _.exists(true) })
      .update({ data: { free: _.inc(4), 'holds.GY123': _.remove() } })
    return { results, held, released: (await c.doc('stock').get()).data }
  })
  expect(steps.results).toEqual([1, 0, 0])
  expect(steps.held).toEqual({ _id: 'stock', free: 6, holds: { GY123: 4 } })
  expect(steps.released).toEqual({ _id: 'stock', free: 10, holds: {} })
})

test('of seven racing conditional updates exactly one wins', async () => {
  const winners = await cloud.run(async ({ db, _ }) => {
    const c = db.collection('loose')
    await c.add({ data: { _id: 'o', version: 1, by: [] } })
    const race = Array.from({ length: 7 }, (_unused, i) =>
      c.where({ _id: 'o', version: 1 }).update({ data: { version: _.inc(1), by: _.push(i) } }),
    )
    const results = await Promise.all(race)
    return { updated: results.map((r) => r.stats.updated), doc: (await c.doc('o').get()).data }
  })
  expect(winners.updated.filter((n) => n === 1)).toHaveLength(1)
  expect(winners.doc.version).toBe(2)
  expect(winners.doc.by).toHaveLength(1)
})

test('errors carry the codes and texts of the real service', async () => {
  const errors = await cloud.run(async ({ db, _ }) => {
    const caught = async (work: () => Promise<unknown>) => {
      try {
        await work()
        return { errCode: 0, errMsg: '' }
      } catch (e) {
        return { errCode: (e as { errCode: number }).errCode, errMsg: (e as { errMsg: string }).errMsg }
      }
    }
    const c = db.collection('things')
    await c.add({ data: { _id: 'a', no: 1, n: 'text', list: 5, nothing: null } })
    const strict = db.collection('things')
    return {
      sameId: await caught(() => c.add({ data: { _id: 'a', no: 2 } })),
      sameKey: await caught(() => c.add({ data: { _id: 'b', no: 1 } })),
      firstWithout: await caught(() => c.add({ data: { _id: 'c' } })),
      secondWithout: await caught(() => c.add({ data: { _id: 'd' } })),
      changedToTaken: await caught(() => c.doc('c').update({ data: { no: 1 } })),
      noCollection: await caught(() => db.collection('nowhere').add({ data: {} })),
      createdTwice: await caught(() => db.createCollection('things')),
      incText: await caught(() => strict.doc('a').update({ data: { n: _.inc(1) } })),
      incNull: await caught(() => strict.doc('a').update({ data: { nothing: _.inc(1) } })),
      pushNumber: await caught(() => strict.doc('a').update({ data: { list: _.push(1) } })),
      throughText: await caught(() => strict.doc('a').update({ data: { 'n.deep': 1 } })),
      unknownOperator: await caught(() => c.where({ n: { $nope: 1 } }).get()),
      dollarField: await caught(() => c.add({ data: { sub: { $bad: 1 } } })),
    }
  })
  expect(errors.sameId).toMatchObject({ errCode: -502001, errMsg: expect.stringMatching(/E11000.*_id_/) })
  expect(errors.sameKey).toMatchObject({ errCode: -502001, errMsg: expect.stringMatching(/E11000.*by_no/) })
  expect(errors.firstWithout.errCode).toBe(0)
  expect(errors.secondWithout.errMsg).toMatch(/E11000/)
  expect(errors.changedToTaken.errMsg).toMatch(/E11000/)
  expect(errors.noCollection.errCode).toBe(-502005)
  expect(errors.createdTwice.errCode).not.toBe(0)
  expect(errors.incText.errMsg).toMatch(/non-numeric type/)
  expect(errors.incNull.errMsg).toMatch(/non-numeric type null/)
  expect(errors.pushNumber.errMsg).toMatch(/must be an array/)
  expect(errors.throughText.errMsg).toMatch(/Cannot create field 'deep'/)
  expect(errors.unknownOperator.errCode).toBe(-502001)
  expect(errors.dollarField.errMsg).toMatch(/dollar/)
})

test('a query gives 100 documents without a limit and never more than 1000', async () => {
  cloud.database.importDocuments(
    'loose',
    Array.from({ length: 1050 }, (_unused, i) => ({ _id: `d${i}`, i })),
  )
  const counts = await cloud.run(async ({ db }) => {
    const c = db.collection('loose')
    const sizes = [(await c.get()).data.length, (await c.limit(2000).get()).data.length, (await c.count()).total]
    const page = (await c.orderBy('i', 'desc').skip(10).limit(3).field({ i: true, _id: false }).get()).data
    return { sizes, page, first: (await c.limit(1).get()).data[0]._id }
  })
  expect(counts.sizes).toEqual([100, 1000, 1050])
  expect(counts.page).toEqual([{ i: 1039 }, { i: 1038 }, { i: 1037 }])
  expect(counts.first).toBe('d0')
})

test('query operators mean what they mean in MongoDB', async () => {
  cloud.database.importDocuments('loose', [
    { _id: 'a', n: 1, list: [1, 5], who: { name: 'An', at: { $date: '2026-01-01T00:00:00.000Z' } } },
    { _id: 'b', n: null, list: [], who: { name: 'Bo' } },
    {
      _id: 'c',
      list: [
        { k: 1, v: 'x' },
        { k: 2, v: 'y' },
      ],
    },
    { _id: 'd', n: '1', flag: true },
  ])
  const found = await cloud.run(async ({ db, _ }) => {
    const ids = async (filter: unknown) =>
      (await db.collection('loose').where(filter).get()).data.map((d: { _id: string }) => d._id).join('')
    return {
      number: await ids({ n: 1 }),
      nullOrMissing: await ids({ n: null }),
      missing: await ids({ n: _.exists(false) }),
      notEqual: await ids({ n: _.neq(1) }),
      below: await ids({ n: _.lt(5) }),
      element: await ids({ list: 5 }),
      all: await ids({ list: _.all([1, 5]) }),
      size: await ids({ list: _.size(0) }),
      elemMatch: await ids({ list: _.elemMatch({ k: 2, v: 'y' }) }),
      dottedInList: await ids({ 'list.k': 2 }),
      nested: await ids({ who: { name: 'Bo' } }),
      date: await ids({ 'who.at': _.lte(new Date('2026-01-01T00:00:00Z')) }),
      pattern: await ids({ 'who.name': db.RegExp({ regexp: '^b', options: 'i' }) }),
      jsPattern: await ids({ 'who.name': /^A/ }),
      or: await ids(_.or([{ n: 1 }, { flag: true }])),
      and: await ids({ n: _.gte(1).and(_.lt(2)) }),
      not: await ids({ n: _.not(_.eq(1)) }),
      isIn: await ids({ n: _.in([1, '1']) }),
      notIn: await ids({ n: _.nin([1, null]) }),
    }
  })
  expect(found).toEqual({
    number: 'a',
    nullOrMissing: 'bc',
    missing: 'c',
    notEqual: 'bcd',
    below: 'a',
    element: 'a',
    all: 'a',
    size: 'b',
    elemMatch: 'c',
    dottedInList: 'c',
    nested: 'b',
    date: 'a',
    pattern: 'b',
    jsPattern: 'a',
    or: 'ad',
    and: 'a',
    not: 'bcd',
    isIn: 'ad',
    notIn: 'd',
  })
})

test('update operators change lists, numbers and nested documents as MongoDB does', async () => {
  cloud.database.importDocuments('loose', [
    {
      _id: 'a',
      n: 4,
      list: [3, 1, 2],
      docs: [
        { k: 1, ok: false },
        { k: 2, ok: false },
      ],
      set: ['x'],
      old: 1,
    },
  ])
  const doc = await cloud.run(async ({ db, _ }) => {
    const c = db.collection('loose')
    await c.doc('a').update({
      data: {
        n: _.mul(2),
        list: _.push({ each: [9, 8], position: 0, slice: 4 }),
        set: _.addToSet({ $each: ['x', 'y'] }),
        old: _.rename('fresh'),
      },
    })
    await c.doc('a').update({ data: { list: _.pull(_.gt(8)), low: _.min(5), n: _.max(7) } })
    await c.where({ _id: 'a', 'docs.k': 2 }).update({ data: { 'docs.$.ok': true } })
    await c
      .doc('a')
      .update({ data: { list: _.pop(), whole: _.set({ only: 1 }), when: db.serverDate({ offset: 1000 }) } })
    return (await c.doc('a').get()).data
  })
  expect(doc).toMatchObject({
    n: 8,
    list: [8, 3],
    set: ['x', 'y'],
    fresh: 1,
    low: 5,
    docs: [
      { k: 1, ok: false },
      { k: 2, ok: true },
    ],
    whole: { only: 1 },
  })
  expect(doc).not.toHaveProperty('old')
  expect(Date.parse(doc.when as string)).toBeGreaterThan(Date.parse('2026-09-01T00:00:01Z') - 1)
})

import { type TestCloud, startCloud } from './support/cloud'

let cloud: TestCloud

beforeAll(async () => {
  cloud = await startCloud({
    collections: [
      { name: 'accounts' },
      { name: 'slips', indexes: [{ name: 'by_no', fields: [['no', 1]], unique: true }] },
    ],
  })
})
afterAll(() => cloud.end())
beforeEach(() => {
  cloud.database.clear()
  cloud.database.importDocuments('accounts', [
    { _id: 'a', money: 10 },
    { _id: 'b', money: 0 },
  ])
})
const money = (): unknown[] => cloud.database.exportDocuments('accounts').map((doc) => doc.money)

test('a transaction sees its own writes, others see them after the commit', async () => {
  const seen = await cloud.run(async ({ db, _ }) => {
    const t = await db.startTransaction()
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { money: _.inc(-3) } })
    const { _id } = await t.collection('slips').add({ data: { no: 1 } })
    const inside = (await t.collection('accounts').doc('a').get()).data.money
    const outside = (await db.collection('accounts').doc('a').get()).data.money
    const slip = (await t.collection('slips').where({ no: 1 }).get()).data.length
    await t.commit()
    return [inside, outside, slip, (await db.collection('slips').doc(_id).get()).data.no]
  })
  expect(seen).toEqual([7, 10, 1, 1])
  expect(money()).toEqual([7, 0])
})

test('a rollback, a thrown error and a killed function leave nothing behind', async () => {
  const reasons = await cloud.run(async ({ db }) => {
    const change = (end: (t: { rollback(reason: unknown): Promise<void> }) => unknown) =>
      db.runTransaction(async (t: never) => {
        await (t as { collection(name: string): ReturnType<typeof db.collection> })
          .collection('accounts')
          .doc('a')
          .update({ data: { money: 0 } })
        return end(t)
      })
    const because: unknown[] = []
    await change((t) => t.rollback('enough')).catch((e: unknown) => because.push(e))
    await change(() => {
      throw new Error('broken')
    }).catch((e: Error) => because.push(e.message))
    return because
  })
  expect(reasons).toEqual(['enough', 'broken'])
  expect(money()).toEqual([10, 0])
})

test('the second of two transactions on one document loses with TransactionConflict', async () => {
  const result = await cloud.run(async ({ db }) => {
    const one = await db.startTransaction()
    const two = await db.startTransaction()
    await one.collection('accounts').doc('a').get()
    await two.collection('accounts').doc('a').get()
    await one
      .collection('accounts')
      .doc('a')
      .update({ data: { money: 1 } })
    const held = await two
      .collection('accounts')
      .doc('a')
      .update({ data: { money: 2 } })
      .catch((e: { errCode: number; errMsg: string }) => e)
    await one.commit()
    const three = await db.startTransaction()
    await three.collection('accounts').doc('b').get()
    await db
      .collection('accounts')
      .doc('b')
      .update({ data: { money: 5 } })
    const stale = await three
      .collection('accounts')
      .doc('b')
      .update({ data: { money: 6 } })
      .catch((e: { errMsg: string }) => e)
    const gone = await three.commit().catch((e: { code: string }) => e)
    return { held: [held.errCode, held.errMsg], stale: stale.errMsg, gone: [gone.code, String(gone.message)] }
  })
  expect(result.held[0]).toBe(-501001)
  expect(result.held[1]).toMatch(/TransactionConflict/)
  expect(result.stale).toMatch(/TransactionConflict/)
  expect(result.gone[1]).toMatch(/TransactionNotExist/)
  expect(money()).toEqual([1, 5])
})

test('operations of one transaction that run side by side are refused as busy', async () => {
  const texts = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    const both = await Promise.allSettled([
      t.collection('accounts').doc('a').get(),
      t.collection('accounts').doc('b').get(),
    ])
    await t.rollback()
    return both
      .filter((one) => one.status === 'rejected')
      .map((one) => String((one as PromiseRejectedResult).reason.errMsg))
  })
  expect(texts).toHaveLength(1)
  expect(texts[0]).toMatch(/TransactionBusy/)
})

test('a plain write waits for the transaction that holds its document', async () => {
  const updated = await cloud.run(async ({ db, _ }) => {
    const t = await db.startTransaction()
    await t
      .collection('accounts')
      .doc('a')
      .update({ data: { money: 20 } })
    const waiting = db
      .collection('accounts')
      .where({ _id: 'a' })
      .update({ data: { money: _.inc(1) } })
    await t.commit()
    return (await waiting).stats.updated
  })
  expect(updated).toBe(1)
  expect(money()).toEqual([21, 0])
})

test('a unique key is guarded inside and at the end of a transaction', async () => {
  const texts = await cloud.run(async ({ db }) => {
    await db.collection('slips').add({ data: { _id: 's1', no: 1 } })
    const seen = await db
      .runTransaction((t: typeof db) => t.collection('slips').add({ data: { no: 1 } }))
      .catch((e: { errMsg: string }) => e.errMsg)
    const two = await db.startTransaction()
    await two.collection('slips').add({ data: { _id: 's2', no: 2 } })
    await db.collection('slips').add({ data: { _id: 's3', no: 2 } })
    const late = await two.commit().catch((e: { message: string }) => e.message)
    return [seen, late]
  })
  expect(texts[0]).toMatch(/E11000/)
  expect(texts[1]).toMatch(/E11000/)
})

test('more than 100 operations end the transaction', async () => {
  const end = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    for (let i = 0; i < 100; i++) await t.collection('accounts').doc('a').get()
    return t
      .collection('accounts')
      .doc('a')
      .get()
      .catch((e: { errMsg: string }) => e.errMsg)
  })
  expect(end).toMatch(/100 operations/)
})

test('where().update, count and aggregate on a transaction run outside it and leave a warning', async () => {
  const counted = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    await t
      .collection('accounts')
      .where({ _id: 'b' })
      .update({ data: { money: 99 } })
    await t.collection('accounts').where({ money: 99 }).count()
    await t.rollback()
    return (await db.collection('accounts').doc('b').get()).data.money
  })
  expect(counted).toBe(99)
  const warnings = await cloud.control<{ action: string; function: string }[]>('warnings')
  expect(warnings.slice(-2).map(({ action, function: name }) => [action, name])).toEqual([
    ['database.modifyDocument', 'script'],
    ['database.calculateDocument', 'script'],
  ])
})

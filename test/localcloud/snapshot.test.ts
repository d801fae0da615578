import { type TestCloud, USER, startCloud } from './support/cloud'

const TICKS = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async ({ Time }) => cloud.database().collection('ticks').add({ data: { time: Time } })`
const EVERY_TEN_MINUTES = JSON.stringify({ triggers: [{ name: 'often', type: 'timer', config: '0 */10 * * * * *' }] })
const PAID = 'exports.main = () => ({ errcode: 0 })'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud(
    {
      collections: [
        { name: 'things', indexes: [{ name: 'by_no', fields: [['no', 1]], unique: true }] },
        { name: 'owned', indexes: [{ name: 'by_owner', fields: [['owner', 1]] }] },
        { name: 'ticks' },
      ],
    },
    { 'often/index.js': TICKS, 'often/config.json': EVERY_TEN_MINUTES, 'paid/index.js': PAID },
  )
})
afterAll(() => cloud.end())
beforeEach(async () => {
  await cloud.reset()
  cloud.clock.stand()
})

const things = (): unknown[] => cloud.database.exportDocuments('things')
const add = (collection: string, data: object): Promise<unknown> =>
  cloud.run(({ db, args }) => db.collection(args.collection).add({ data: args.data }), { collection, data })
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'ok',
    (error: Error) => (/E11000|duplicate/.test(error.message) ? 'duplicate' : error.message),
  )
const pay = (api: string, data: object): Promise<Record<string, unknown>> =>
  cloud.run(({ cloud: sdk, args }) => sdk.cloudPay[args.api](args.data), { api, data })
const order = (outTradeNo: string): Promise<Record<string, unknown>> =>
  pay('unifiedOrder', {
    functionName: 'paid',
    envId: 'local',
    subMchId: '1900000109',
    body: '苹果',
    outTradeNo,
    totalFee: 100,
    spbillCreateIp: '127.0.0.1',
  })

test('documents come back as they were, in their order, and those that are newer are gone', async () => {
  const before = [{ _id: 'b', at: new Date(5), no: 1 }, { _id: 7, no: 2, inner: { list: [1, null] } }, { _id: 'a' }]
  cloud.database.importDocuments('things', before)
  const snapshot = await cloud.snapshot()
  cloud.database.importDocuments('things', [{ _id: 'a', no: 9 }, { _id: 'c' }].slice(0, 1))
  await cloud.run(({ db }) => db.collection('things').doc('b').remove())
  await add('things', { _id: 'd', no: 4 })
  await cloud.restore(snapshot)
  expect(things()).toEqual(before)
  expect((things()[0] as { at: unknown }).at).toBeInstanceOf(Date)
})

test('what a unique index knows goes back with its documents', async () => {
  await add('things', { _id: 'a', no: 1 })
  const snapshot = await cloud.snapshot()
  await cloud.run(({ db }) =>
    db
      .collection('things')
      .doc('a')
      .update({ data: { no: 2 } }),
  )
  await cloud.restore(snapshot)
  expect(await codeOf(add('things', { _id: 'b', no: 1 }))).toBe('duplicate')
  expect(await codeOf(add('things', { _id: 'b', no: 2 }))).toBe('ok')
})

test('the planner trusts an index again that a later document had spoiled', async () => {
  await add('owned', { owner: 'me' })
  const snapshot = await cloud.snapshot()
  await add('owned', { owner: ['me', 'you'] })
  const indexUsed = async (): Promise<unknown> => {
    await cloud.run(({ db }) => db.collection('owned').where({ owner: 'me' }).get())
    return cloud.machine.wireLog.list().pop()?.index
  }
  expect(await indexUsed()).toBeNull()
  await cloud.restore(snapshot)
  expect(await indexUsed()).toBe('by_owner')
})

test('a collection and an index that came later are gone, and one that went is there', async () => {
  cloud.database.importDocuments('things', [{ _id: 'a', no: 1 }])
  const snapshot = await cloud.snapshot()
  cloud.database.importDocuments('later', [{ _id: 'x' }])
  cloud.machine.database.applyCollections([{ name: 'things', indexes: [{ name: 'by_at', fields: [['at', 1]] }] }])
  await cloud.restore(snapshot)
  expect(cloud.machine.database.catalog.names().sort()).toEqual(['owned', 'things', 'ticks'])
  expect(cloud.machine.database.catalog.indexes('things').map(({ name }) => name)).toEqual(['by_no'])
  expect(await codeOf(add('things', { _id: 'b', no: 1 }))).toBe('duplicate')
  expect(things()).toEqual([{ _id: 'a', no: 1 }])
})

test('clock and timers stand at the same millisecond, and fire again what they fired before', async () => {
  await cloud.clock.advance(123_456)
  const snapshot = await cloud.snapshot()
  const [now, timers] = [cloud.clock.now(), cloud.machine.timers.list()]
  for (let round = 0; round < 2; round++) {
    expect(await cloud.clock.advance(3_600_000)).toBe(6)
    expect(cloud.database.exportDocuments('ticks')).toHaveLength(6)
    await cloud.restore(snapshot)
    expect([cloud.clock.now(), cloud.machine.timers.list()]).toEqual([now, timers])
    expect(cloud.database.exportDocuments('ticks')).toEqual([])
  }
})

test('a running clock runs on from the moment', async () => {
  cloud.clock.run()
  const snapshot = await cloud.snapshot()
  const then = Date.parse(cloud.clock.now())
  cloud.clock.stand()
  await cloud.clock.advance(86_400_000)
  await cloud.restore(snapshot)
  expect(cloud.machine.clock.standing()).toBe(false)
  expect(Date.parse(cloud.clock.now()) - then).toBeLessThan(60_000)
})

test('payments, refunds, jobs, files, credits, visits and waiting faults come back too', async () => {
  const { prepayId } = await order('GY1')
  cloud.saveFile('kept.txt', Buffer.from('kept'))
  cloud.machine.messages.choose(USER, ['t'], 'accept')
  cloud.machine.notices.faultNext({ kind: 'delay', ms: 60_000 })
  cloud.machine.faults.add({ action: 'database.getDocument', kind: 'fail', code: 'SYS_ERR', message: 'down', nth: 3 })
  await cloud.run(({ db }) => db.collection('things').get())
  const snapshot = await cloud.snapshot()
  const paid = async (): Promise<unknown> => {
    await cloud.post('/wechat/pay', { prepayId, choice: 'pay' })
    await pay('refund', { outTradeNo: 'GY1', outRefundNo: 'R1', totalFee: 100, refundFee: 40, functionName: 'paid' })
    return cloud.machine.jobs.list().map(({ id, due, kind }) => [id, due, kind])
  }
  const first = await paid()
  cloud.machine.storage.remove(cloud.machine.storage.fileIdOf('kept.txt'))
  cloud.machine.messages.choose(USER, ['t'], 'accept')
  cloud.machine.faults.clear()
  await cloud.clock.advance(3 * 3_600_000)
  expect(cloud.machine.refunds.list()).toMatchObject([{ status: 'SUCCESS' }])
  await cloud.restore(snapshot)
  expect(cloud.machine.orders.list()).toMatchObject([{ outTradeNo: 'GY1', state: 'NOTPAY' }])
  expect([cloud.machine.refunds.list(), cloud.machine.jobs.list(), cloud.machine.notices.delivered()]).toEqual([
    [],
    [],
    [],
  ])
  expect(cloud.machine.storage.read('kept.txt')?.bytes.toString()).toBe('kept')
  expect(cloud.machine.messages.credits(USER, 't')).toBe(1)
  expect(Date.parse(cloud.clock.now()) - (cloud.machine.visits.get(USER) ?? 0)).toBe(0)
  const reads = [1, 2].map(() => codeOf(cloud.run(({ db }) => db.collection('things').get())))
  expect((await Promise.all(reads)).filter((code) => code !== 'ok')).toHaveLength(1)
  expect(cloud.machine.faults.list()).toEqual([])
  expect(await paid()).toEqual(first)
})

test('an open transaction ends, and a function still under way can write no more', async () => {
  cloud.database.importDocuments('things', [{ _id: 'a', no: 1 }])
  const snapshot = await cloud.snapshot()
  const late = cloud.run(async ({ db }) => {
    const transaction = await db.startTransaction()
    await transaction
      .collection('things')
      .doc('a')
      .update({ data: { no: 5 } })
    await db.collection('ticks').add({ data: { _id: 'begun' } })
    await new Promise((resolve) => setTimeout(resolve, 300))
    const plain = await db
      .collection('things')
      .add({ data: { _id: 'late' } })
      .then(
        () => 'written',
        () => 'refused',
      )
    const commit = await transaction.commit().then(
      () => 'written',
      () => 'refused',
    )
    return [plain, commit]
  })
  while (cloud.database.exportDocuments('ticks').length === 0) await new Promise((resolve) => setImmediate(resolve))
  await cloud.restore(snapshot)
  expect(
    await codeOf(
      cloud.run(({ db }) =>
        db
          .collection('things')
          .doc('a')
          .update({ data: { no: 6 } }),
      ),
    ),
  ).toBe('ok')
  expect(await late).toEqual(['refused', 'refused'])
  expect(things()).toEqual([{ _id: 'a', no: 6 }])
})

import { type FaultRule } from '../../localcloud/src/index'
import { type TestCloud, startCloud } from './support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startCloud({ collections: [{ name: 'log' }, { name: 'other' }] })
})
afterAll(() => cloud.end())
beforeEach(async () => {
  cloud.database.clear()
  await cloud.control('faults', { clear: true })
})
const strike = (...rules: FaultRule[]): Promise<unknown> => cloud.control('faults', { rules })
const ids = (): unknown[] => cloud.database.exportDocuments('log').map(({ _id }) => _id)

/** Adds a, b, c, d one after the other; answers which of them failed. */
const addFour = (): Promise<string> =>
  cloud.run(async ({ db }) => {
    let failed = ''
    for (const _id of ['a', 'b', 'c', 'd']) {
      await db
        .collection('log')
        .add({ data: { _id } })
        .catch(() => (failed += _id))
    }
    return failed
  })

test('the nth call fails, and as many after it as asked', async () => {
  await strike({ action: 'database.insertDocument', kind: 'fail', code: 'SYS_ERR', message: 'down', nth: 2, times: 2 })
  expect(await addFour()).toBe('bc')
  expect(ids()).toEqual(['a', 'd'])
})

test('a fault may be narrowed to a collection and a function', async () => {
  const fail = { action: 'database.insertDocument', kind: 'fail', code: 'SYS_ERR', message: 'down' } as const
  await strike({ ...fail, collection: 'other' }, { ...fail, function: 'somebody' })
  expect(await addFour()).toBe('')
  expect(await cloud.control<FaultRule[]>('faults')).toHaveLength(2)
})

test('a call is held until it is let through, while the others go on', async () => {
  let release = (): void => undefined
  const until = new Promise<void>((resolve) => (release = resolve))
  const reached = new Promise<void>((resolve) =>
    cloud.machine.faults.add({ kind: 'hold', nth: 2, reached: resolve, until }),
  )
  const held = cloud.run(async ({ db }) => {
    await db.collection('log').add({ data: { _id: 'first' } })
    await db.collection('log').add({ data: { _id: 'held' } })
  })
  await reached
  expect(await addFour()).toBe('')
  expect(ids()).toEqual(['first', 'a', 'b', 'c', 'd'])
  release()
  await held
  expect(ids()).toEqual(['first', 'a', 'b', 'c', 'd', 'held'])
})

test('a failure has the code that was asked for', async () => {
  await strike({ action: 'database.insertDocument', kind: 'fail', code: 'DATABASE_REQUEST_FAILED', message: 'no' })
  const seen = await cloud.run(({ db }) =>
    db
      .collection('log')
      .add({ data: {} })
      .catch((e: { errCode: number; errMsg: string }) => [e.errCode, e.errMsg]),
  )
  expect(seen).toEqual([-502001, expect.stringContaining('no')])
})

test('an answer is dropped after the write happened: the caller fails, the document is there', async () => {
  await strike({ action: 'database.insertDocument', kind: 'drop-answer', nth: 3 })
  expect(await addFour()).toBe('c')
  expect(ids()).toEqual(['a', 'b', 'c', 'd'])
})

test('the answer of a commit is dropped: the transaction is done although its caller failed', async () => {
  await strike({ action: 'database.commitTransaction', kind: 'drop-answer' })
  const outcome = await cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    await t.collection('log').add({ data: { _id: 'x' } })
    return t.commit().then(
      () => 'committed',
      () => 'failed',
    )
  })
  expect([outcome, ids()]).toEqual(['failed', ['x']])
})

test.each([
  ['before', ['a']],
  ['after', ['a', 'b']],
] as const)('a function is killed between two calls, %s the second happens', async (when, stored) => {
  await strike({ action: 'database.insertDocument', kind: 'kill-function', when, nth: 2 })
  await expect(addFour()).rejects.toThrow('killed')
  expect(ids()).toEqual(stored)
  expect(await cloud.run(() => 'a fresh instance')).toBe('a fresh instance')
})

test('a killed function leaves no half transaction, and its documents are free again', async () => {
  cloud.database.importDocuments('log', [{ _id: 'x', n: 1 }])
  await strike({ action: 'database.commitTransaction', kind: 'kill-function', when: 'before' })
  const killed = cloud.run(async ({ db }) => {
    const t = await db.startTransaction()
    await t
      .collection('log')
      .doc('x')
      .update({ data: { n: 2 } })
    await t.commit()
  })
  await expect(killed).rejects.toThrow('killed')
  await cloud.clock.advance(30_000)
  const updated = await cloud.run(async ({ db, _ }) => {
    const { stats } = await db
      .collection('log')
      .doc('x')
      .update({ data: { n: _.inc(10) } })
    return stats.updated
  })
  expect(updated).toBe(1)
  expect(cloud.database.exportDocuments('log')).toEqual([{ _id: 'x', n: 11 }])
})

test('an action is delayed', async () => {
  await strike({ action: 'database.insertDocument', kind: 'delay', ms: 80 })
  await addFour()
  const wire = await cloud.control<{ action: string; ms: number }[]>('wire')
  const [first, second] = wire.filter(({ action }) => action === 'database.insertDocument').slice(-4)
  expect(first!.ms).toBeGreaterThanOrEqual(79)
  expect(second!.ms).toBeLessThan(79)
})

test('calls of functions fail too', async () => {
  await strike({ action: 'functions.invokeFunction', kind: 'fail', code: 'SYS_ERR', message: 'down' })
  const call = (): Promise<unknown> =>
    cloud.run(({ cloud: sdk }) =>
      sdk.callFunction({ name: 'script', data: { body: '() => 7' } }).then(
        (r: { result: number }) => r.result,
        () => 'failed',
      ),
    )
  expect([await call(), await call()]).toEqual(['failed', 7])
})

import { MAX_EVENT_BYTES } from '../../localcloud/src/limits'
import { type TestCloud, startCloud } from './support/cloud'

let cloud: TestCloud
interface Answer {
  result?: unknown
  errCode?: number
  errMsg?: string
}
const call = (name: string, event: unknown = {}): Promise<Answer> => cloud.post<Answer>(`/invoke/${name}`, event)

beforeAll(async () => {
  cloud = await startCloud(
    { collections: [{ name: 'accounts' }], maxInstances: 2 },
    {
      'hungry/index.js': `exports.main = () => { const kept = []; for (;;) kept.push(new Array(1e6).fill({})) }`,
      'hungry/config.json': '{"timeout": 20}',
      'long/index.js': `exports.main = (event) => 'x'.repeat(event.length)`,
      'talks/index.js': `console.info('loaded'); exports.main = () => { console.warn('a %s', 'b'); console.error({ c: 1 }); return 1 }`,
      'parts/index.js': `exports.main = () => require('./inner/part.js')`,
      'parts/inner/part.js': `module.exports = 'first'`,
      'busy/index.js': `
let running = 0
exports.main = async () => { const seen = ++running; await new Promise((done) => setTimeout(done, 20)); running--; return seen }`,
    },
  )
})
afterAll(() => cloud.end())
beforeEach(() => {
  cloud.database.clear()
  cloud.database.importDocuments('accounts', [{ _id: 'a', money: 10 }])
})

test('a transaction ends 30 seconds after it began by the local clock, and lets its documents go', async () => {
  const { transactions } = cloud.machine.database
  const write = (id: string): void => {
    const { transaction, done } = transactions.enter(id)
    transactions.write(transaction, { collection: 'accounts', id: 'a', doc: { _id: 'a', money: 1 }, fresh: false })
    done()
  }
  cloud.clock.stand()
  const id = transactions.begin(undefined)
  write(id)
  await cloud.clock.advance(29_000)
  write(id)
  await cloud.clock.advance(1_000)
  const updated = await cloud.run(async ({ db, _ }) => {
    const answer = await db
      .collection('accounts')
      .doc('a')
      .update({ data: { money: _.inc(5) } })
    return answer.stats.updated
  })
  expect(updated).toBe(1)
  expect(() => transactions.commit(id)).toThrow('TransactionNotExist')
  expect(cloud.database.exportDocuments('accounts')).toEqual([{ _id: 'a', money: 15 }])
  cloud.clock.run()
})

test('a function that takes more than its memory is stopped, and the cloud goes on', async () => {
  expect(await call('hungry')).toMatchObject({ errCode: -504002, errMsg: expect.stringMatching(/memory limit/) })
  expect((await call('talks')).result).toBe(1)
})

test('events and results beyond 6 MB are refused', async () => {
  expect(await call('talks', { text: 'x'.repeat(MAX_EVENT_BYTES) })).toMatchObject({
    errCode: -504001,
    errMsg: expect.stringContaining('event exceeds 6 MB'),
  })
  expect((await call('long', { length: 1_000 })).result).toHaveLength(1_000)
  expect(await call('long', { length: MAX_EVENT_BYTES })).toMatchObject({
    errCode: -504001,
    errMsg: expect.stringContaining('result exceeds 6 MB'),
  })
})

test('an instance takes one event at a time; beyond the limit of instances calls wait', async () => {
  const answers = await Promise.all(Array.from({ length: 6 }, () => call('busy')))
  expect(answers.map(({ result }) => result)).toEqual([1, 1, 1, 1, 1, 1])
  const { instances } = await cloud.control<{ instances: Record<string, object> }>('functions')
  expect(instances.busy).toEqual({ idle: 2, busy: 0 })
})

test('console output is kept for each call with its level, and a cold start is marked', async () => {
  cloud.write('talks/more.js', '')
  await call('talks')
  await call('talks')
  const [cold, warm] = (
    await cloud.control<{ cold: boolean; outcome: string; logs: { level: string; text: string }[] }[]>(
      'logs?function=talks&limit=2',
    )
  ).map(({ cold: isCold, outcome, logs }) => [isCold, outcome, logs.map(({ level, text }) => `${level} ${text}`)])
  expect(cold).toEqual([true, 'done', ['info loaded', 'warn a b', 'error { c: 1 }']])
  expect(warm).toEqual([false, 'done', ['warn a b', 'error { c: 1 }']])
})

test('changed code in a sub-folder, a new function and a changed config.json count from the next call', async () => {
  expect((await call('parts')).result).toBe('first')
  cloud.write('parts/inner/part.js', `module.exports = 'second'`)
  expect((await call('parts')).result).toBe('second')
  expect((await call('late')).errCode).toBe(-501000)
  cloud.write('late/index.js', `exports.main = () => new Promise((done) => setTimeout(done, 100, 'here'))`)
  expect((await call('late')).result).toBe('here')
  cloud.write('late/config.json', '{"timeout": 0.01}')
  expect((await call('late')).errCode).toBe(-504003)
  cloud.write('late/config.json', '{"triggers":[{"name":"hourly","type":"timer","config":"0 0 * * * * *"}]}')
  const { timers } = await cloud.control<{ timers: { function: string; trigger: string }[] }>('timers')
  expect(timers).toMatchObject([{ function: 'late', trigger: 'hourly' }])
})

test('without the control API nothing below /_control/ answers', async () => {
  const closed = await startCloud({ control: false })
  expect((await fetch(`${closed.url}/_control/clock`)).status).toBe(404)
  expect((await fetch(`${closed.url}/_control/clear`, { method: 'POST' })).status).toBe(404)
  expect(await closed.run(() => 1)).toBe(1)
  await closed.end()
})

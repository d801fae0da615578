import { type TestCloud, USER, startCloud } from './support/cloud'

const SLOW = `exports.main = (event) => new Promise((done) => setTimeout(done, event.ms, 'done'))`
const WHO = `
const cloud = require('wx-server-sdk')
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = async (event) => {
  console.log('asked', event.n)
  const me = cloud.getWXContext()
  if (event.throws) throw new Error('no such fruit')
  const inner = event.deeper ? (await cloud.callFunction({ name: 'who', data: { n: 2 } })).result : undefined
  return { me, inner, event, env: [process.env.SHOP, process.env.SECRET_OF_THE_DEVELOPER, process.env.TRIGGER_SRC] }
}`

let cloud: TestCloud
interface Answer {
  result?: { me: Record<string, string>; inner?: Answer['result']; event: unknown; env: unknown[] }
  errCode?: number
  errMsg?: string
}
const call = (name: string, event: unknown, openid?: string): Promise<Answer> =>
  cloud.post<Answer>(`/invoke/${name}`, event, openid)

beforeAll(async () => {
  process.env.SECRET_OF_THE_DEVELOPER = 'hidden'
  cloud = await startCloud(
    { environment: { SHOP: 'open' }, maxInstances: 3 },
    {
      'who/index.js': WHO,
      'slow/index.js': SLOW,
      'slow/config.json': '{"timeout": 0.2}',
      'broken/index.js': `throw new Error('cannot load')`,
      'counter/index.js': `let n = 0; exports.main = () => ++n`,
      'exits/index.js': `exports.main = () => process.exit(3)`,
    },
  )
})
afterAll(() => cloud.end())

test('a client is known by the header WeChat would inject, also in the function that its function calls', async () => {
  const { result } = await call('who', { n: 1, deeper: true })
  expect(result?.me).toMatchObject({ OPENID: USER, SOURCE: 'wx_client', ENV: 'local' })
  expect(result?.event).toMatchObject({ n: 1, userInfo: { openId: USER } })
  expect(result?.inner?.me).toMatchObject({ OPENID: USER, SOURCE: 'wx_client,scf' })
})

test('an instance forgets who called before', async () => {
  const [first, second] = [await call('who', {}, 'one'), await call('who', {}, 'two')]
  expect([first.result?.me.OPENID, second.result?.me.OPENID]).toEqual(['one', 'two'])
})

test('a function sees its own environment and nothing of the developer’s', async () => {
  expect((await call('who', {})).result?.env).toEqual(['open', null, null])
})

test('failures are answered as a client of the platform sees them', async () => {
  expect(await call('who', { throws: true })).toMatchObject({
    errCode: -504002,
    errMsg: expect.stringContaining('no such fruit'),
  })
  expect(await call('nobody', {})).toMatchObject({
    errCode: -501000,
    errMsg: expect.stringContaining('could not be found'),
  })
  expect(await call('broken', {})).toMatchObject({ errCode: -504002, errMsg: expect.stringContaining('cannot load') })
  expect(await call('exits', {})).toMatchObject({ errCode: -504002 })
  const nameless = await fetch(`${cloud.url}/invoke/who`, { method: 'POST' })
  expect(nameless.status).toBe(400)
})

test('a function that takes longer than its timeout is stopped, and the next call gets a fresh instance', async () => {
  expect(await call('slow', { ms: 5000 })).toMatchObject({
    errCode: -504003,
    errMsg: expect.stringContaining('timed out after 0.2 seconds'),
  })
  expect(await call('slow', { ms: 1 })).toMatchObject({ result: 'done' })
})

test('instances stay warm one event at a time, and more start side by side up to the limit', async () => {
  expect((await call('counter', {})).result).toBe(1)
  expect((await call('counter', {})).result).toBe(2)
  await Promise.all(Array.from({ length: 6 }, () => call('slow', { ms: 50 })))
  const { instances } = await cloud.control<{ instances: Record<string, { idle: number }> }>('functions')
  expect(instances.slow?.idle).toBe(3)
})

test('changed code is loaded at the next call', async () => {
  cloud.write('counter/index.js', `exports.main = () => 'changed code'`)
  expect((await call('counter', {})).result).toBe('changed code')
})

test('console output and round trips are kept for each call', async () => {
  const answer = await fetch(`${cloud.url}/invoke/who`, {
    method: 'POST',
    headers: { 'x-wx-openid': USER },
    body: JSON.stringify({ n: 41, deeper: true }),
  })
  await answer.json()
  expect(answer.headers.get('x-localcloud-round-trips')).toBe('1')
  const logs = await cloud.control<{ logs: { text: string }[] }[]>('logs?function=who')
  expect(logs.some((entry) => entry.logs.some(({ text }) => text === 'asked 41'))).toBe(true)
})

test('only this machine and WeChat DevTools may call', async () => {
  const from = (origin: string): Promise<Response> =>
    fetch(`${cloud.url}/invoke/who`, { method: 'OPTIONS', headers: { origin } })
  expect((await from('https://servicewechat.com')).headers.get('access-control-allow-origin')).toBe(
    'https://servicewechat.com',
  )
  expect((await from('http://localhost:3000')).status).toBe(204)
  expect((await from('https://example.com')).status).toBe(403)
  expect((await from('http://127.0.0.1.example.com')).status).toBe(403)
})

test('faults on demand: an action fails, its answer is lost after it happened, its function dies', async () => {
  await cloud.run(({ db }) => db.createCollection('log').then(() => 1))
  await cloud.control('faults', {
    rules: [
      { action: 'database.insertDocument', kind: 'fail', code: 'SYS_ERR', message: 'down', nth: 2 },
      { action: 'database.modifyDocument', kind: 'drop-answer' },
    ],
  })
  const outcome = await cloud.run(async ({ db }) => {
    const c = db.collection('log')
    const failed = (work: Promise<unknown>): Promise<boolean> =>
      work.then(
        () => false,
        () => true,
      )
    return [
      await failed(c.add({ data: { _id: 'a', n: 1 } })),
      await failed(c.add({ data: { _id: 'b' } })),
      await failed(c.doc('a').update({ data: { n: 2 } })),
    ]
  })
  expect(outcome).toEqual([false, true, true])
  expect(cloud.database.exportDocuments('log')).toEqual([{ _id: 'a', n: 2 }])
  await cloud.control('faults', {
    rules: [{ action: 'database.modifyDocument', kind: 'kill-function', when: 'after' }],
  })
  const killed = cloud.run(async ({ db }) => {
    await db
      .collection('log')
      .doc('a')
      .update({ data: { n: 3 } })
    await db
      .collection('log')
      .doc('a')
      .update({ data: { n: 4 } })
  })
  await expect(killed).rejects.toThrow('killed')
  expect(cloud.database.exportDocuments('log')).toEqual([{ _id: 'a', n: 3 }])
})

import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { makeFolder } from './support/cloud'

const BIN = resolve(__dirname, '../../localcloud/bin/localcloud.js')
const made = makeFolder({
  'functions/hello/index.js': `exports.main = (event) => [event.name, process.env.SHOP, new Date().toISOString().slice(0, 10)]`,
  'collections.json': '[{ "name": "orders", "indexes": [{ "name": "by_no", "fields": [["no", 1]], "unique": true }] }]',
  'broken.json': '{',
})
afterAll(() => made.remove())
const at = (path: string): string => join(made.folder, path)

interface Run {
  /** The first line of output, or what was said before the end. */
  line: Promise<string>
  ended: Promise<number | null>
  stop(): void
}
function start(...options: string[]): Run {
  const child = spawn(process.execPath, [BIN, ...options], { stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const line = new Promise<string>((done) => {
    child.stdout.once('data', (chunk: Buffer) => done(chunk.toString()))
    child.stderr.once('data', (chunk: Buffer) => done(chunk.toString()))
  })
  return { line, ended, stop: () => void child.kill('SIGTERM') }
}

test('the command line serves a folder of functions and says in one line when it listens', async () => {
  const run = start(
    ...['--functions', at('functions'), '--collections', at('collections.json'), '--port', '0'],
    ...['--start-at', '2026-09-05T01:00:00Z', '--env', 'SHOP=open=yes'],
  )
  const ready = JSON.parse(await run.line) as { ready: boolean; url: string }
  expect(ready).toEqual({ ready: true, url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) })
  const headers = { 'x-wx-openid': 'me', 'content-type': 'application/json' }
  const answer = await fetch(`${ready.url}/invoke/hello`, { method: 'POST', headers, body: '{"name":"you"}' })
  expect(await answer.json()).toMatchObject({ result: ['you', 'open=yes', '2026-09-05'] })
  const collections: unknown = await (await fetch(`${ready.url}/_control/collections`)).json()
  expect(collections).toMatchObject([{ name: 'orders', indexes: [{ name: 'by_no', unique: true }] }])
  run.stop()
  expect(await run.ended).toBe(0)
})

test('it can run without the control API', async () => {
  const run = start('--functions', at('functions'), '--no-control')
  const { url } = JSON.parse(await run.line) as { url: string }
  expect((await fetch(`${url}/_control/clock`)).status).toBe(404)
  run.stop()
  await run.ended
})

test.each([
  ['without a folder', [], /Usage: localcloud --functions/],
  ['with a folder that is not there', ['--functions', at('none')], /none/],
  ['with collections that are no JSON', ['--functions', at('functions'), '--collections', at('broken.json')], /JSON/],
  ['with an option it does not know', ['--functions', at('functions'), '--nope'], /--nope/],
  ['with a port that is none', ['--functions', at('functions'), '--port', 'x'], /port/i],
  ['with a time that is none', ['--functions', at('functions'), '--start-at', 'soon'], /startAt|start-at/],
])('%s it ends with 1 and says why', async (_title, options, message) => {
  const run = start(...options)
  expect(await run.line).toMatch(message)
  expect(await run.ended).toBe(1)
})

import { type ChildProcess, fork, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { sdkEnvironment } from '../../localcloud/src/functions/environment'
import { makeFolder } from './support/cloud'

const BIN = resolve(__dirname, '../../localcloud/bin/localcloud.js')
const CLIENT = resolve(__dirname, 'support/transfer-client.cjs')
interface Process {
  url: string
  child: ChildProcess
}

const started: ChildProcess[] = []
afterAll(() => started.forEach((child) => child.kill('SIGKILL')))

async function startProcess(folder: string, data: string): Promise<Process> {
  const child = spawn(
    process.execPath,
    [BIN, '--functions', folder, '--data', data, '--start-at', '2026-09-01T00:00:00Z'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  started.push(child)
  const line = await new Promise<string>((done, fail) => {
    child.stdout?.once('data', (chunk: Buffer) => done(chunk.toString()))
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)))
  })
  return { url: (JSON.parse(line) as { ready: true; url: string }).url, child }
}

type Document = Record<string, unknown>
const ACCOUNTS = ['a', 'b', 'c', 'd', 'e']
const OPENING_BALANCE = 100
const ROUNDS = 20
const CLIENTS = 4

/** The same moments in every run: a failure can be seen again. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function post(url: string, body: unknown): Promise<{ result?: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'x-wx-openid': 'o', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as { result?: string }
}
const read = async (url: string, collection: string): Promise<Document[]> =>
  (await (await fetch(`${url}/_control/documents?collection=${collection}`)).json()) as Document[]

/** Balances are what the slips say, each acknowledged slip is there, and no money came or went. */
async function audit(url: string, acknowledged: string[]): Promise<void> {
  const [balances, slips] = [await read(url, 'accounts'), await read(url, 'slips')]
  const expected = Object.fromEntries(ACCOUNTS.map((id) => [id, OPENING_BALANCE]))
  for (const { from, to } of slips) {
    expected[String(from)]! -= 1
    expected[String(to)]! += 1
  }
  expect(Object.fromEntries(balances.map(({ _id, money }) => [_id, money]))).toEqual(expected)
  const stored = new Set(slips.map(({ _id }) => _id))
  expect(acknowledged.filter((slip) => !stored.has(slip))).toEqual([])
}

/** Moves money from several clients at once and kills the cloud `afterMs` after the first acknowledged transfer. */
async function transferUntilKilled(clients: ChildProcess, { url, child }: Process, number: number, afterMs: number) {
  const acknowledged: string[] = []
  const stopped = new Promise<void>((done) => {
    const hear = (message: { slip?: string; stopped?: true }): void => {
      if (message.slip !== undefined && acknowledged.push(message.slip) === 1) {
        setTimeout(() => child.kill('SIGKILL'), afterMs)
      }
      if (message.stopped) {
        clients.off('message', hear)
        done()
      }
    }
    clients.on('message', hear)
  })
  child.once('exit', () => clients.send({ stop: true }))
  clients.send({ environment: sdkEnvironment(url), number, accounts: ACCOUNTS, clients: CLIENTS })
  await stopped
  return acknowledged
}

test(`kill -9 in the middle of transfers, ${ROUNDS} times: no acknowledged write is lost, no transfer is half done`, async () => {
  const made = makeFolder({ 'none/index.js': 'exports.main = () => 1' })
  const data = `${made.folder}-data`
  const clients = fork(CLIENT, { stdio: 'ignore', env: { ...process.env, ...sdkEnvironment('http://127.0.0.1:1') } })
  started.push(clients)
  const random = seededRandom(20260901)
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const running = await startProcess(made.folder, data)
    if (round === 0) {
      const documents = ACCOUNTS.map((_id) => ({ _id, money: OPENING_BALANCE }))
      await post(`${running.url}/_control/documents`, { collection: 'accounts', documents })
      await post(`${running.url}/_control/documents`, { collection: 'slips', documents: [] })
    }
    await audit(running.url, acknowledged)
    acknowledged.push(...(await transferUntilKilled(clients, running, round, random() * 500)))
  }
  clients.kill()
  const { url, child } = await startProcess(made.folder, data)
  await audit(url, acknowledged)
  const stopped = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  expect(await stopped).toBe(0)
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS)
  process.stdout.write(`kill test: ${ROUNDS} rounds, ${acknowledged.length} acknowledged transfers, none lost\n`)
  made.remove()
  rmSync(data, { recursive: true, force: true })
}, 120_000)

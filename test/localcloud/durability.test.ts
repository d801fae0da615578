import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { SCRIPT, makeFolder } from './support/cloud'

const BIN = resolve(__dirname, '../../localcloud/bin/localcloud.js')
const MOVE = async ({ db, _, args }: never): Promise<string> => {
  const { from, to, slip } = args as { from: string; to: string; slip: string }
  const scope = { db, _ } as { db: { runTransaction(work: unknown): Promise<void> }; _: { inc(n: number): unknown } }
  await scope.db.runTransaction(
    async (t: {
      collection(name: string): { doc(id: string): { update(o: object): Promise<void> }; add(o: object): Promise<void> }
    }) => {
      await t
        .collection('accounts')
        .doc(from)
        .update({ data: { money: scope._.inc(-1) } })
      await t
        .collection('accounts')
        .doc(to)
        .update({ data: { money: scope._.inc(1) } })
      await t.collection('slips').add({ data: { _id: slip, from, to } })
    },
  )
  return slip
}

async function startProcess(folder: string, data: string): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(
    process.execPath,
    [BIN, '--functions', folder, '--data', data, '--start-at', '2026-09-01T00:00:00Z'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  const line = await new Promise<string>((done, fail) => {
    child.stdout?.once('data', (chunk: Buffer) => done(chunk.toString()))
    child.once('exit', (code) => fail(new Error(`ended with ${code}`)))
  })
  return { url: (JSON.parse(line) as { ready: true; url: string }).url, child }
}

test('kill -9 in the middle of transfers loses no acknowledged write and leaves no half transfer', async () => {
  const made = makeFolder({ 'script/index.js': SCRIPT, 'script/config.json': '{"timeout":20}' })
  const data = `${made.folder}-data`
  const acknowledged: string[] = []
  const accounts = ['a', 'b', 'c', 'd', 'e']
  for (let round = 0; round < 3; round++) {
    const { url, child } = await startProcess(made.folder, data)
    const post = async (path: string, body: unknown): Promise<unknown> =>
      (
        await fetch(url + path, {
          method: 'POST',
          headers: { 'x-wx-openid': 'o', 'content-type': 'application/json' },
          body: JSON.stringify(body),
        })
      ).json()
    if (round === 0) {
      await post('/_control/documents', {
        collection: 'accounts',
        documents: accounts.map((_id) => ({ _id, money: 100 })),
      })
      await post('/_control/documents', { collection: 'slips', documents: [] })
    }
    let going = true
    const client = async (me: number): Promise<void> => {
      for (let i = 0; going; i++) {
        const [from, to] = [accounts[(me + i) % 5], accounts[(me + 2 * i + 1) % 5]]
        if (from === to) continue
        const answer = (await post('/invoke/script', {
          body: MOVE.toString(),
          args: { from, to, slip: `${round}-${me}-${i}` },
        }).catch(() => ({}))) as { result?: string }
        if (answer.result) acknowledged.push(answer.result)
      }
    }
    const before = acknowledged.length
    const clients = [0, 1, 2].map(client)
    while (acknowledged.length < before + 8) await new Promise((done) => setTimeout(done, 10))
    child.kill('SIGKILL')
    going = false
    await Promise.all(clients)
  }
  const { url, child } = await startProcess(made.folder, data)
  const read = async (collection: string): Promise<Record<string, unknown>[]> =>
    (await (await fetch(`${url}/_control/documents?collection=${collection}`)).json()) as Record<string, unknown>[]
  const [balances, slips] = [await read('accounts'), await read('slips')]
  const stopped = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  expect(await stopped).toBe(0)
  const expected = Object.fromEntries(accounts.map((id) => [id, 100]))
  for (const { from, to } of slips) {
    expected[String(from)]! -= 1
    expected[String(to)]! += 1
  }
  expect(Object.fromEntries(balances.map(({ _id, money }) => [_id, money]))).toEqual(expected)
  const stored = new Set(slips.map(({ _id }) => _id))
  expect(acknowledged.filter((slip) => !stored.has(slip))).toEqual([])
  expect(acknowledged.length).toBeGreaterThanOrEqual(24)
  made.remove()
  rmSync(data, { recursive: true, force: true })
}, 60_000)

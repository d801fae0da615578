import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Scope, type TestCloud, startCloud } from '../localcloud/support/cloud'

const SIZES = [1_000, 10_000, 100_000]
const OWNERS = 50
const ROUNDS = 8
const CALLS_PER_ROUND = 40
const WRITES = 200
const COLD_STARTS = 7

const ORDERS = [
  {
    name: 'orders',
    indexes: [
      {
        name: 'owner',
        fields: [
          ['owner', 1],
          ['createdAt', -1],
        ] as [string, 1 | -1][],
      },
    ],
  },
]
const orders = (count: number): object[] =>
  Array.from({ length: count }, (_unused, i) => ({
    _id: `id-${i}`,
    no: `GY${i}`,
    owner: `u${i % OWNERS}`,
    fen: 100 * i,
    state: 'paid',
    createdAt: new Date(1_767_225_600_000 + i * 60_000),
    address: { name: '小林', phone: '13800000000', text: '上海市徐汇区某路 1 号' },
    lines: [{ product: 'fuji', text: '生日快乐', count: 12 }],
  }))

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN
const round = (value: number, digits = 2): number => Number(value.toFixed(digits))

/** Times in ms of `calls` calls, one after the other, inside a function. */
type Timed = (scope: Scope<{ calls: number; size: number }>) => Promise<number[]>
const READS: Record<string, Timed> = {
  'doc().get()': async ({ db, args }) => {
    const times = []
    for (let i = 0; i < args.calls; i++) {
      const started = performance.now()
      await db
        .collection('orders')
        .doc(`id-${(i * 7919) % args.size}`)
        .get()
      times.push(performance.now() - started)
    }
    return times
  },
  'newest 20 of one user': async ({ db, args }) => {
    const times = []
    for (let i = 0; i < args.calls; i++) {
      const started = performance.now()
      await db
        .collection('orders')
        .where({ owner: `u${i % 50}` })
        .orderBy('createdAt', 'desc')
        .limit(20)
        .get()
      times.push(performance.now() - started)
    }
    return times
  },
}

/** The sizes take turns, so that whatever else the machine does touches them alike. */
async function reads(): Promise<object[]> {
  const clouds: TestCloud[] = []
  for (const size of SIZES) {
    const cloud = await startCloud({ collections: ORDERS })
    cloud.database.importDocuments('orders', orders(size))
    clouds.push(cloud)
  }
  const rows: object[] = []
  for (const [name, body] of Object.entries(READS)) {
    const times: number[][] = SIZES.map(() => [])
    for (let turn = -1; turn < ROUNDS; turn++) {
      for (const [i, cloud] of clouds.entries()) {
        const some = await cloud.run(body, { calls: CALLS_PER_ROUND, size: SIZES[i] as number })
        if (turn >= 0) times[i]?.push(...some)
      }
    }
    const p50 = times.map(median)
    SIZES.forEach((size, i) => {
      rows.push({
        read: name,
        documents: size,
        'p50 ms': round(p50[i] as number),
        ratio: round((p50[i] as number) / (p50[0] as number)),
      })
    })
  }
  await Promise.all(clouds.map((cloud) => cloud.end()))
  return rows
}

/** Documents added per second through the SDK, kept with full sync, by 1 and by 8 instances at once. */
async function writes(): Promise<object[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'localcloud-bench-'))
  const cloud = await startCloud({ collections: ORDERS, dataFolder, maxInstances: 8 })
  const write = (writer: number, count: number): Promise<null> =>
    cloud.run(
      async ({ db, args }) => {
        for (let i = 0; i < args.count; i++)
          await db.collection('orders').add({ data: { owner: `u${args.writer}`, createdAt: db.serverDate(), fen: i } })
        return null
      },
      { writer, count },
    )
  const writers = (count: number, each: number): Promise<unknown> =>
    Promise.all(Array.from({ length: count }, (_unused, writer) => write(writer, each)))
  await writers(8, 2)
  const perSecond: number[] = []
  for (const count of [1, 8]) {
    const started = performance.now()
    await writers(count, WRITES / count)
    perSecond.push((WRITES * 1000) / (performance.now() - started))
  }
  await cloud.end()
  rmSync(dataFolder, { recursive: true, force: true })
  return [1, 8].map((count, i) => ({
    writers: count,
    'writes per second': Math.round(perSecond[i] as number),
    ratio: round((perSecond[i] as number) / (perSecond[0] as number)),
  }))
}

/** The first call of a new instance, with and without the SDK, compared with a warm one. */
async function coldStarts(): Promise<object[]> {
  const cloud = await startCloud({}, { 'bare/index.js': 'exports.main = () => 1' })
  const rows: object[] = []
  for (const name of ['bare', 'script']) {
    const call = async (): Promise<number> => {
      const started = performance.now()
      await cloud.invoke(name, { body: '() => 1' }, { openid: 'o' })
      return performance.now() - started
    }
    const cold: number[] = []
    const warm: number[] = []
    for (let i = 0; i < COLD_STARTS; i++) {
      cloud.write(`${name}/stamp.txt`, String(i))
      cold.push(await call())
      warm.push(await call())
    }
    const [first, next] = [median(cold), median(warm)]
    const label = name === 'bare' ? 'without the SDK' : 'with wx-server-sdk'
    rows.push({ function: label, 'cold ms': round(first, 0), 'warm ms': round(next), ratio: round(first / next, 0) })
  }
  await cloud.end()
  return rows
}

/** `npx tsx test/bench/localcloud.ts`: figures of the local cloud. Compare the ratios; the times are this machine's. */
async function main(): Promise<void> {
  console.log('Reads through the SDK; ratio to the smallest collection (100,000 documents should stay below 1.3)')
  console.table(await reads())
  console.log('Writes through the SDK, each kept with full sync')
  console.table(await writes())
  console.log('Cold start of an instance')
  console.table(await coldStarts())
}

void main()
